using System.Net;
using Grpc.Health.V1;
using Grpc.Reflection.V1Alpha;
using Microsoft.Extensions.Options;
using Units.Gateway.Hosting;
using Units.Gateway.Identity;

namespace Units.Gateway.Tests;

public sealed class HostingTests : IAsyncLifetime
{
    private readonly GatewayHost _gateway = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _gateway.InitializeAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task The_gateway_is_ready_only_while_storage_answers_and_alive_all_the_time()
    {
        Assert.Equal(HttpStatusCode.OK, await Status("/health/ready"));
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, await Serving("units.v1.ReportService"));

        _gateway.Cluster.Registry.OnPing = () => Task.FromResult(false);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Status("/health/ready"));
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.NotServing, await Serving(""));

        _gateway.Cluster.Registry.OnPing = () => throw new OrleansException("no silo");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Status("/health/ready"));
        Assert.Equal(HttpStatusCode.OK, await Status("/health/live"));
    }

    [Fact]
    public async Task Reflection_names_every_service()
    {
        ServerReflection.ServerReflectionClient client = new(_gateway.Channel);
        using var call = client.ServerReflectionInfo(cancellationToken: Cancellation);
        await call.RequestStream.WriteAsync(new ServerReflectionRequest { ListServices = "" }, Cancellation);
        Assert.True(await call.ResponseStream.MoveNext(Cancellation));

        IEnumerable<string> names = call.ResponseStream.Current.ListServicesResponse.Service.Select(s => s.Name);
        Assert.Superset(
            new HashSet<string>
            {
                "units.v1.UnitService", "units.v1.CatalogService", "units.v1.PlanService", "units.v1.ReportService", "units.v1.TotalService",
                "grpc.health.v1.Health",
            },
            names.ToHashSet());
    }

    [Theory]
    [InlineData("http://0.0.0.0:8080", "no identity is configured")]
    [InlineData("http://*:8080", "http://host:port")]
    [InlineData("http://example.org:8080", "no identity is configured")]
    [InlineData("https://localhost:8080", "needs a certificate")]
    [InlineData("localhost", "http://host:port")]
    [InlineData("", "http://host:port")]
    [InlineData("http://localhost:8080/api", "nothing may follow")]
    [InlineData("http://localhost:8081", "same port")]
    public void A_wrong_address_stops_the_start_and_names_the_key_and_the_variable(string url, string why)
    {
        ValidateOptionsResult result = new GatewayOptionsValidator(IdentityOptions.None).Validate(
            null, new GatewayOptions { Http = new EndpointOptions { Url = url } });

        Assert.True(result.Failed);
        Assert.Contains("Units:Http:Url", result.FailureMessage, StringComparison.Ordinal);
        Assert.Contains("Units__Http__Url", result.FailureMessage, StringComparison.Ordinal);
        Assert.Contains(why, result.FailureMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost:9090")]
    [InlineData("http://127.0.0.1:9090")]
    [InlineData("http://[::1]:9090")]
    public void An_address_of_this_machine_is_accepted(string url) => Assert.True(
        new GatewayOptionsValidator(IdentityOptions.None).Validate(null, new GatewayOptions { Http = new EndpointOptions { Url = url } }).Succeeded);

    [Theory]
    [InlineData("monitor.example.vn")]
    [InlineData("*")]
    [InlineData("")]
    [InlineData("ftp://monitor.example.vn")]
    [InlineData("https://monitor.example.vn/")]
    [InlineData("https://monitor.example.vn:443")]
    [InlineData("https://Monitor.example.vn")]
    [InlineData("https://a@monitor.example.vn")]
    public void A_wrong_origin_stops_the_start_and_names_the_key_and_the_variable(string origin)
    {
        ValidateOptionsResult result = new GatewayOptionsValidator(IdentityOptions.None).Validate(
            null, new GatewayOptions { Web = { Origins = { "http://localhost:3000", origin } } });

        Assert.True(result.Failed);
        Assert.Contains("Units:Web:Origins:1", result.FailureMessage, StringComparison.Ordinal);
        Assert.Contains("Units__Web__Origins__1", result.FailureMessage, StringComparison.Ordinal);
        Assert.Contains($"'{origin}'", result.FailureMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_method_that_HTTP_can_carry_has_a_rule()
    {
        foreach (var method in new[]
            {
                V1.UnitService.Descriptor, V1.CatalogService.Descriptor, V1.PlanService.Descriptor, V1.ReportService.Descriptor,
                V1.TotalService.Descriptor,
            }.SelectMany(s => s.Methods).Where(m => !m.IsClientStreaming))
        {
            Assert.Equal(!method.IsClientStreaming, method.GetOptions()?.HasExtension(Google.Api.AnnotationsExtensions.Http) ?? false);
            Assert.Equal(method.Name + "Request", method.InputType.Name);
            Assert.Equal(method.Name + "Response", method.OutputType.Name);
        }
    }

    [Fact]
    public void Choices_have_the_same_names_on_the_wire_as_in_the_vocabulary()
    {
        Assert.Equal(Enum.GetNames<UnitKind>(), Enum.GetNames<V1.UnitKind>());
        Assert.All(Enum.GetValues<UnitKind>(), k => Assert.Equal(k.ToString(), Requests.Enums.To(k).ToString()));
        Assert.All(Enum.GetValues<FormulaKind>(), k => Assert.Equal(k, Requests.Enums.From(Requests.Enums.To(k))));
        Assert.All(Enum.GetValues<EntryOutcome>(), k => Assert.Equal(k.ToString(), Requests.Enums.To(k).ToString()));
        Assert.All(Enum.GetValues<Bound>(), k => Assert.Equal(k.ToString(), Requests.Enums.To(k).ToString()));
        Assert.All(Enum.GetValues<MeasureKind>(), k => Assert.Equal(k.ToString(), Requests.Enums.To(k).ToString()));
        Assert.All(Enum.GetValues<SourceRule>(), k => Assert.Equal(k.ToString(), Requests.Enums.To(k).ToString()));
        Assert.All(Enum.GetValues<MonthCalendar>(), k => Assert.Equal(k.ToString(), Requests.Enums.To(k).ToString()));
    }

    private async Task<HttpStatusCode> Status(string path) => (await _gateway.Http.GetAsync(path, Cancellation)).StatusCode;

    private async Task<HealthCheckResponse.Types.ServingStatus> Serving(string service) =>
        (await new Health.HealthClient(_gateway.Channel).CheckAsync(
            new HealthCheckRequest { Service = service }, cancellationToken: Cancellation)).Status;
}
