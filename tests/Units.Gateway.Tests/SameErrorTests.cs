using System.Net.Http.Headers;
using System.Text;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;

namespace Units.Gateway.Tests;

/// <summary>One error is the same one whether it is asked for over gRPC or over JSON.</summary>
public sealed class SameErrorTests(GatewayHost gateway) : IClassFixture<GatewayHost>
{
    private static readonly JsonParser Json = new(JsonParser.Settings.Default.WithTypeRegistry(TypeRegistry.FromFiles(
        Google.Rpc.ErrorInfo.Descriptor.File, V1.ReportConflict.Descriptor.File)));

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public async Task Of_a_report_that_breaks_rules_of_different_kinds(string language)
    {
        V1.SubmitReportRequest request = new()
        {
            Unit = "cam-pha",
            Source = "S",
            ReportId = "a b",
            Entries = { new V1.Entry { Measure = "thu-ngan-sach", Month = "2026-13", Set = "1,5" } },
        };

        Google.Rpc.Status grpc = await OverGrpc(gateway.Reports.SubmitReportAsync(request, GatewayHost.Speaking(language)));
        await IsSaid(grpc, language, HttpMethod.Post, "/v1/units/cam-pha/reports", JsonFormatter.Default.Format(request));
        Assert.Equal(GatewayReasons.InvalidRequest, grpc.GetDetail<Google.Rpc.ErrorInfo>()!.Reason);
        Assert.True(grpc.GetDetail<Google.Rpc.BadRequest>()!.FieldViolations.Count > 1);
    }

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public async Task Of_a_unit_that_there_is_not(string language) => await IsSaid(
        await OverGrpc(gateway.Units.GetUnitAsync(new V1.GetUnitRequest { Unit = "khong-co" }, GatewayHost.Speaking(language))),
        language, HttpMethod.Get, "/v1/units/khong-co");

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public async Task Of_a_unit_whose_storage_is_away(string language)
    {
        gateway.Cluster.Unit("mong-duong").OnRead = (_, _) => throw new StorageUnavailableException("away");
        V1.GetTotalsRequest request = new() { Unit = "mong-duong", Measures = { "ho-so" }, Range = "2025" };

        Google.Rpc.Status grpc = await OverGrpc(gateway.Totals.GetTotalsAsync(request, GatewayHost.Speaking(language)));
        await IsSaid(grpc, language, HttpMethod.Get, "/v1/units/mong-duong/totals?measures=ho-so&range=2025");
        Assert.NotNull(grpc.GetDetail<Google.Rpc.RetryInfo>());
    }

    private static async Task<Google.Rpc.Status> OverGrpc<T>(AsyncUnaryCall<T> call) => (await Refusal.Of(call)).Status;

    private async Task IsSaid(Google.Rpc.Status grpc, string language, HttpMethod method, string path, string? body = null)
    {
        using HttpRequestMessage request = new(method, path);
        request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue(language));
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await gateway.Http.SendAsync(request);
        Google.Rpc.Status json = Json.Parse<Google.Rpc.Status>(await response.Content.ReadAsStringAsync());

        Assert.Equal(ErrorDocument.HttpCode((StatusCode)grpc.Code), (int)response.StatusCode);
        Assert.Equal(ErrorCatalogue.Domain, grpc.GetDetail<Google.Rpc.ErrorInfo>()!.Domain);
        Assert.Equal(language, grpc.GetDetail<Google.Rpc.LocalizedMessage>()!.Locale);
        Assert.Equal(grpc, json);
    }
}
