using System.Net;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Grpc.Core;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using Units.Gateway.OpenApi;

namespace Units.Gateway.Tests;

public sealed class OpenApiTests(GatewayHost gateway) : IClassFixture<GatewayHost>
{
    private const string NoUnit = "khong-co";

    private static readonly Type[] Services =
        [typeof(Services.UnitService), typeof(Services.CatalogService), typeof(Services.PlanService), typeof(Services.ReportService), typeof(Services.TotalService)];

    /// <summary>Values with which a reading succeeds, for the parameters without which it would not.</summary>
    private static readonly Dictionary<string, Dictionary<string, string>> Needed = new()
    {
        ["GetTotals"] = new() { ["unit"] = "cam-pha", ["measures"] = "ho-so", ["range"] = "2025" },
        ["GetComparisons"] = new() { ["unit"] = "cam-pha", ["indicators"] = "tong-thu", ["range"] = "2025" },
        ["CompareChildren"] = new() { ["unit"] = "cam-pha", ["indicator"] = "tong-thu", ["range"] = "2025" },
        ["GetReceipt"] = new() { ["unit"] = "cam-pha", ["source"] = "so-tai-chinh", ["reportId"] = "openapi-1" },
        ["FindUnits"] = new() { ["scheme"] = "vn.gso", ["value"] = "07", ["asOf"] = "2025-01-01" },
        ["ListClosedMonths"] = new() { ["unit"] = "cam-pha", ["range"] = "2025" },
        ["ProveTotal"] = new() { ["unit"] = "cam-pha", ["measures"] = "ho-so", ["range"] = "2025" },
        ["GetPlan"] = new() { ["unit"] = "cam-pha", ["plan"] = "openapi" },
        ["ComparePlanVersions"] = new() { ["unit"] = "cam-pha", ["plan"] = "openapi", ["fromVersion"] = "1" },
        ["GetAllotment"] = new() { ["unit"] = "cam-pha", ["indicator"] = "tong-thu", ["range"] = "2025" },
        ["GetMeasure"] = new() { ["measure"] = "ho-so" },
        ["GetIndicator"] = new() { ["indicator"] = "tong-thu" },
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_document_is_the_committed_one() => await Snapshot.Holds("docs/openapi.v1.json", await ApiDocument.Write(Cancellation));

    [Fact]
    public async Task The_gateway_serves_it_and_a_reader_finds_no_fault_in_it()
    {
        using HttpResponseMessage response = await gateway.Http.GetAsync("/openapi/v1.json", Cancellation);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);

        ReadResult read = OpenApiDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation), OpenApiConstants.Json);

        Assert.Empty(read.Diagnostic!.Errors);
        Assert.Empty(read.Diagnostic.Warnings);
        Assert.Empty(read.Document!.Validate(ValidationRuleSet.GetDefaultRuleSet()));
    }

    [Fact]
    public async Task It_has_every_method_with_an_HTTP_rule_and_says_what_everything_means()
    {
        OpenApiDocument document = await Document();
        IEnumerable<string> expected = ApiDescriptors.Services.SelectMany(s => s.Methods)
            .Where(m => m.GetOptions()?.HasExtension(Google.Api.AnnotationsExtensions.Http) == true).Select(m => m.Name);

        Assert.Equal(
            expected.Order(StringComparer.Ordinal),
            Operations(document).Select(o => o.Operation.OperationId!).Order(StringComparer.Ordinal));
        Assert.All(Operations(document), o => Assert.NotEmpty(o.Operation.Description!));
        Assert.All(Operations(document).SelectMany(o => o.Operation.Parameters!), p => Assert.False(string.IsNullOrEmpty(p.Description), p.Name));
        Assert.All(
            document.Components!.Schemas!.Where(s => !s.Key.StartsWith("google.", StringComparison.Ordinal)),
            s => Assert.All(s.Value.Properties ?? new Dictionary<string, IOpenApiSchema>(), p => Assert.False(string.IsNullOrEmpty(p.Value.Description), s.Key + p.Key)));
    }

    [Fact]
    public async Task A_token_is_sent_where_the_installation_demands_one()
    {
        OpenApiDocument document = await Document();
        IOpenApiSecurityScheme token = Assert.Single(document.Components!.SecuritySchemes!).Value;

        Assert.Equal((SecuritySchemeType.Http, "bearer", "JWT"), (token.Type, token.Scheme, token.BearerFormat));
        Assert.Equal([1, 0], document.Security!.Select(way => way.Count));
    }

    [Fact]
    public async Task Numbers_of_64_bits_are_strings_as_it_says()
    {
        OpenApiDocument document = await Document();
        Assert.Equal(JsonSchemaType.String, document.Components!.Schemas!["Receipt"].Properties!["sequence"].Type);

        await Send();
        string json = await gateway.Http.GetStringAsync("/v1/units/cam-pha/receipt?source=so-tai-chinh&reportId=openapi-1", Cancellation);
        Assert.Equal(JsonValueKind.String, JsonNode.Parse(json)!["receipt"]!["sequence"]!.GetValueKind());
    }

    [Fact]
    public async Task Every_reading_method_finds_its_unit_in_the_path()
    {
        (string Path, OpenApiOperation Operation)[] readings = [.. await Readings()];
        Assert.NotEmpty(readings);
        foreach ((string path, OpenApiOperation operation) in readings.Where(r => r.Path.Contains("{unit}", StringComparison.Ordinal)))
        {
            Dictionary<string, string> values = new(Needed.GetValueOrDefault(operation.OperationId!) ?? []) { ["unit"] = NoUnit };

            (HttpStatusCode code, string body) = await Get(path, values);

            Assert.True(code == HttpStatusCode.NotFound, $"{operation.OperationId}: {code} {body}");
            Assert.Equal(GatewayReasons.UnitNotFound, JsonNode.Parse(body)!["details"]![0]!["reason"]!.GetValue<string>());
        }
    }

    [Fact]
    public async Task Every_parameter_of_every_reading_method_counts()
    {
        await Send();
        foreach ((string path, OpenApiOperation operation) in await Readings())
        {
            Dictionary<string, string> values = Needed.GetValueOrDefault(operation.OperationId!) ?? new() { ["unit"] = "cam-pha" };
            (HttpStatusCode code, string answer) = await Get(path, values);
            Assert.True(code == HttpStatusCode.OK, $"{operation.OperationId}: {code} {answer}");

            foreach (IOpenApiParameter parameter in operation.Parameters!.Where(p => p.In is ParameterLocation.Path or ParameterLocation.Query))
            {
                (HttpStatusCode Code, string Body) other = await Get(path, new Dictionary<string, string>(values) { [parameter.Name!] = "!" });
                Assert.True((code, answer) != other, $"{operation.OperationId}: {parameter.Name} changes nothing");
                Assert.True(other.Code is HttpStatusCode.OK or HttpStatusCode.BadRequest or HttpStatusCode.NotFound, $"{parameter.Name}: {other}");
                Assert.NotEmpty(other.Body);
            }
        }
    }

    private async Task Send()
    {
        await gateway.Reports.SubmitReportAsync(
            new V1.SubmitReportRequest
            {
                Unit = "cam-pha",
                Source = "so-tai-chinh",
                ReportId = "openapi-1",
                Entries = { new V1.Entry { Measure = "thu-ngan-sach", Month = "2026-10", Set = "1" } },
            },
            cancellationToken: Cancellation);
        await gateway.Plans.DraftPlanAsync(
            new V1.DraftPlanRequest { Unit = "cam-pha", Source = "so-tai-chinh", RequestId = "openapi-2", Plan = "openapi", Title = "Kế hoạch", Range = "2025" },
            cancellationToken: Cancellation);
    }

    /// <summary>The unary methods that are asked with GET and that the service overrides.</summary>
    private static async Task<IEnumerable<(string Path, OpenApiOperation Operation)>> Readings()
    {
        HashSet<string> served = [.. Services
            .SelectMany(s => s.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Where(m => m.GetParameters() is [_, { ParameterType: var last }] && last == typeof(ServerCallContext))
            .Select(m => m.Name)];
        return Operations(await Document())
            .Where(o => o.Verb == HttpMethod.Get && served.Contains(o.Operation.OperationId!))
            .Where(o => !o.Operation.Responses!["200"].Content!.ContainsKey("text/event-stream"))
            .Select(o => (o.Path, o.Operation));
    }

    private static IEnumerable<(string Path, HttpMethod Verb, OpenApiOperation Operation)> Operations(OpenApiDocument document) =>
        document.Paths.SelectMany(p => p.Value.Operations!, (p, o) => (p.Key, o.Key, o.Value));

    private static async Task<OpenApiDocument> Document() =>
        OpenApiDocument.Parse(await ApiDocument.Write(Cancellation), OpenApiConstants.Json).Document!;

    private async Task<(HttpStatusCode Code, string Body)> Get(string path, Dictionary<string, string> values)
    {
        string filled = path;
        List<string> query = [];
        foreach ((string name, string value) in values)
        {
            string escaped = Uri.EscapeDataString(value);
            string place = $"{{{name}}}";
            if (filled.Contains(place, StringComparison.Ordinal))
            {
                filled = filled.Replace(place, escaped, StringComparison.Ordinal);
            }
            else
            {
                query.Add($"{name}={escaped}");
            }
        }

        using HttpResponseMessage response = await gateway.Http.GetAsync($"{filled}?{string.Join('&', query)}", Cancellation);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Cancellation));
    }
}
