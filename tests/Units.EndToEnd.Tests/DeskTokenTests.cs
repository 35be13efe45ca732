using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Grpc.Core;
using Grpc.Net.Client;
using Units.EndToEnd.Tests.Support;
using Xunit;

namespace Units.EndToEnd.Tests;

/// <summary>Identity as a person sets it up at a desk: dotnet user-jwts makes the key and the tokens, the process finds the key by itself.</summary>
public sealed class DeskTokenTests : IAsyncLifetime
{
    private readonly TestDirectory _home = new();
    private readonly UnitsProcess _units = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _units.DisposeAsync();
        _home.Dispose();
    }

    [Fact]
    public async Task A_token_of_user_jwts_reports_in_its_subtree_is_kept_with_its_name_and_reaches_no_console_and_only_an_operator_over_all_sees_the_dashboard()
    {
        await File.WriteAllTextAsync(_home.File("appsettings.Development.json"), "{}", Cancellation);
        await File.WriteAllTextAsync(
            _home.File("Desk.csproj"), """<Project><PropertyGroup><UserSecretsId>units</UserSecretsId></PropertyGroup></Project>""", Cancellation);
        string founder = await Token("founder", "planner", "*");
        string an = await Token("an", "reporter", "ha-binh");
        _units.Settings["HOME"] = _home.Path;
        _units.Settings["DOTNET_ENVIRONMENT"] = "Development";
        _units.Settings["Authentication__Schemes__Bearer__ValidIssuer"] = "dotnet-user-jwts";
        _units.Settings["Authentication__Schemes__Bearer__ValidAudiences__0"] = "units";
        _units.Settings["Units__Dashboard__Enabled"] = "true";
        _units.Settings["Logging__LogLevel__Default"] = "Debug";
        await _units.Start();

        Assert.Equal(HttpStatusCode.Unauthorized, (await Post("/v1/units", Unit("ha-binh", null), null)).Status);
        Assert.Equal(HttpStatusCode.OK, (await Post("/v1/units", Unit("ha-binh", null), founder)).Status);
        Assert.Equal(HttpStatusCode.OK, (await Post("/v1/units", Unit("ha-binh-an-phu", "ha-binh"), founder)).Status);
        Assert.Equal(HttpStatusCode.OK, (await Post("/v1/units", Unit("ha-nam", null), founder)).Status);
        const string Measure = """{"id": "dossiers", "kind": "MEASURE_KIND_FLOW", "displayName": "Hồ sơ", "unitOfMeasure": "hồ sơ"}""";
        Assert.Equal(HttpStatusCode.OK, (await Post("/v1/measures", Measure, founder)).Status);

        const string Report = """{"source": "one-stop", "reportId": "r-1", "entries": [{"measure": "dossiers", "month": "2025-07", "set": "918273645"}]}""";
        Assert.Equal(HttpStatusCode.Forbidden, (await Post("/v1/units/ha-binh-an-phu/reports", Report, founder)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Post("/v1/units/ha-nam/reports", Report, an)).Status);
        Assert.Equal(HttpStatusCode.OK, (await Post("/v1/units/ha-binh-an-phu/reports", Report, an)).Status);

        using GrpcChannel channel = GrpcChannel.ForAddress(_units.GrpcUrl);
        V1.ListEntriesResponse entries = await new V1.ReportService.ReportServiceClient(channel).ListEntriesAsync(
            new V1.ListEntriesRequest { Unit = "ha-binh-an-phu" }, new Metadata { { "authorization", "Bearer " + an } }, cancellationToken: Cancellation);
        Assert.Equal(("an", "918273645"), (entries.Entries.Single().Who, entries.Entries.Single().Value));

        Assert.Equal(HttpStatusCode.Unauthorized, await Dashboard(null));
        Assert.Equal(HttpStatusCode.Forbidden, await Dashboard(founder));
        Assert.Equal(HttpStatusCode.Forbidden, await Dashboard(await Token("local", "operator", "ha-binh")));
        Assert.Equal(HttpStatusCode.OK, await Dashboard(await Token("chief", "operator", "*")));

        string signature = an.Split('.')[2];
        Assert.DoesNotContain(signature, _units.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("918273645", _units.Output, StringComparison.Ordinal);
    }

    private async Task<string> Token(string name, string role, string subtree)
    {
        (int code, string output, string errors) = await Command.Run(
            _home.Path, new() { ["HOME"] = _home.Path, ["DOTNET_CLI_HOME"] = _home.Path, ["DOTNET_NOLOGO"] = "1" }, "dotnet",
            "user-jwts", "create", "--project", _home.Path, "--audience", "units", "--name", name, "--role", role, "--claim", $"units_subtree={subtree}",
            "-o", "token");
        Assert.True(code == 0, output + errors);
        return output.Trim();
    }

    private static string Unit(string id, string? parent) => JsonSerializer.Serialize(new
    {
        id,
        namings = new[] { new { name = id } },
        edges = parent is null ? [] : new[] { new { from = "2024-01", parent } },
    });

    private async Task<HttpStatusCode> Dashboard(string? token)
    {
        using HttpClient http = new() { BaseAddress = new Uri(_units.HttpUrl) };
        using HttpRequestMessage request = new(HttpMethod.Get, "/dashboard/DashboardCounters");
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using HttpResponseMessage response = await http.SendAsync(request, Cancellation);
        return response.StatusCode;
    }

    private async Task<(HttpStatusCode Status, string Body)> Post(string path, string body, string? token)
    {
        using HttpClient http = new() { BaseAddress = new Uri(_units.HttpUrl) };
        using HttpRequestMessage request = new(HttpMethod.Post, path);
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await http.SendAsync(request, Cancellation);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Cancellation));
    }
}
