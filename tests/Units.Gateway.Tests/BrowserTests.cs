using System.Net;
using System.Text;
using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.Client;
using Grpc.Net.Client.Web;

namespace Units.Gateway.Tests;

public sealed class BrowserTests : IAsyncLifetime
{
    private const string Origin = "https://monitor.example.vn";

    private const string OtherOrigin = "https://other.example.vn";

    private readonly GatewayHost _open = new();
    private readonly GatewayHost _closed = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _open.Settings["Units:Web:Origins:0"] = Origin;
        _open.Settings["Units:Web:GrpcWeb"] = "true";
        await _open.InitializeAsync();
        await _closed.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _open.DisposeAsync();
        await _closed.DisposeAsync();
    }

    [Fact]
    public async Task A_page_of_a_configured_origin_may_ask_and_may_read_the_answer()
    {
        using HttpResponseMessage preflight = await Preflight(_open, Origin);
        Assert.Equal(HttpStatusCode.NoContent, preflight.StatusCode);
        Assert.Equal(Origin, Header(preflight, "Access-Control-Allow-Origin"));
        Assert.Contains("POST", Header(preflight, "Access-Control-Allow-Methods"), StringComparison.Ordinal);
        Assert.Equal("accept-language,content-type", Header(preflight, "Access-Control-Allow-Headers"));

        using HttpResponseMessage answer = await Get(_open, Origin);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(Origin, Header(answer, "Access-Control-Allow-Origin"));
        Assert.Equal("grpc-status,grpc-message,grpc-status-details-bin", Header(answer, "Access-Control-Expose-Headers"));
    }

    [Fact]
    public async Task A_page_of_another_origin_is_not_let_in()
    {
        using HttpResponseMessage preflight = await Preflight(_open, OtherOrigin);
        using HttpResponseMessage answer = await Get(_open, OtherOrigin);

        Assert.Null(Header(preflight, "Access-Control-Allow-Origin"));
        Assert.Null(Header(answer, "Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Where_no_origin_is_configured_no_answer_says_a_word_of_CORS()
    {
        using HttpResponseMessage preflight = await Preflight(_closed, Origin);
        using HttpResponseMessage answer = await Get(_closed, Origin);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.All([preflight, answer], response => Assert.DoesNotContain(
            response.Headers, h => h.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase)));
    }

    [Theory]
    [InlineData(GrpcWebMode.GrpcWeb)]
    [InlineData(GrpcWebMode.GrpcWebText)]
    public async Task A_gRPC_Web_client_calls_and_streams_on_the_HTTP_address(GrpcWebMode mode)
    {
        using GrpcChannel channel = Web(_open, mode);
        V1.GetUnitResponse answer = await new V1.UnitService.UnitServiceClient(channel).GetUnitAsync(
            new V1.GetUnitRequest { Unit = "cam-pha" }, cancellationToken: Cancellation);
        Assert.Equal("cam-pha", answer.Unit.Id);

        Refusal refusal = await Refusal.Of(new V1.UnitService.UnitServiceClient(channel).GetUnitAsync(new V1.GetUnitRequest { Unit = "khong-co" }));
        Assert.Equal(GatewayReasons.UnitNotFound, refusal.Reason);

        using AsyncServerStreamingCall<HealthCheckResponse> watch = new Health.HealthClient(channel).Watch(
            new HealthCheckRequest { Service = "units.v1.ReportService" }, cancellationToken: Cancellation);
        Assert.True(await watch.ResponseStream.MoveNext(Cancellation));
        Assert.True(Enum.IsDefined(watch.ResponseStream.Current.Status));
    }

    [Fact]
    public async Task Where_gRPC_Web_is_not_configured_it_is_not_taken()
    {
        using GrpcChannel channel = Web(_closed, GrpcWebMode.GrpcWeb);

        await Assert.ThrowsAsync<RpcException>(async () => await new V1.UnitService.UnitServiceClient(channel).GetUnitAsync(
            new V1.GetUnitRequest { Unit = "cam-pha" }, cancellationToken: Cancellation));
    }

    [Fact]
    public async Task With_gRPC_Web_JSON_and_gRPC_go_on_as_without()
    {
        Assert.Equal("cam-pha", (await _open.Units.GetUnitAsync(new V1.GetUnitRequest { Unit = "cam-pha" })).Unit.Id);
        using HttpRequestMessage request = new(HttpMethod.Post, "/v1/units")
        {
            Content = new StringContent("""{"id":"moi","namings":[{"kind":"UNIT_KIND_WARD","name":"Phường"}]}""", Encoding.UTF8, "application/json"),
        };
        using HttpResponseMessage response = await _open.Http.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private static GrpcChannel Web(GatewayHost gateway, GrpcWebMode mode) => GrpcChannel.ForAddress(gateway.Http.BaseAddress!, new GrpcChannelOptions
    {
        HttpHandler = new GrpcWebHandler(mode, new HttpClientHandler()),
        HttpVersion = HttpVersion.Version11,
    });

    private static async Task<HttpResponseMessage> Preflight(GatewayHost gateway, string origin)
    {
        using HttpRequestMessage request = new(HttpMethod.Options, "/v1/units/cam-pha/reports");
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "accept-language,content-type");
        return await gateway.Http.SendAsync(request, Cancellation);
    }

    private static async Task<HttpResponseMessage> Get(GatewayHost gateway, string origin)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "/v1/units/cam-pha");
        request.Headers.Add("Origin", origin);
        return await gateway.Http.SendAsync(request, Cancellation);
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out IEnumerable<string>? values) ? string.Join(',', values) : null;
}
