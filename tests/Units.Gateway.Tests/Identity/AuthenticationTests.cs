using System.Net;
using Grpc.Core;
using Microsoft.IdentityModel.Tokens;
using Units.Gateway.Identity;

namespace Units.Gateway.Tests.Identity;

/// <summary>Who is believed under a desk key, over gRPC and JSON alike.</summary>
public sealed class AuthenticationTests(IdentityHost gateway) : IClassFixture<IdentityHost>
{
    private const string Path = "/v1/units/cam-pha";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Refused => new()
    {
        { "expired", GatewayReasons.TokenExpired },
        { "not yet valid", GatewayReasons.TokenRefused },
        { "without an end", GatewayReasons.TokenExpired },
        { "another audience", GatewayReasons.TokenRefused },
        { "no audience", GatewayReasons.TokenRefused },
        { "another issuer", GatewayReasons.TokenRefused },
        { "another key", GatewayReasons.TokenRefused },
        { "another HMAC", GatewayReasons.TokenRefused },
        { "RSA in place of HMAC", GatewayReasons.TokenRefused },
        { "no signature", GatewayReasons.TokenRefused },
        { "a changed claim", GatewayReasons.TokenRefused },
        { "no subject", GatewayReasons.TokenRefused },
        { "a long subject", GatewayReasons.TokenRefused },
        { "no token at all", GatewayReasons.TokenRefused },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_token_that_is_not_good_is_refused(string what, string reason)
    {
        string token = Token(what);
        Refusal grpc = await Refusal.Of(gateway.Units.GetUnitAsync(
            new V1.GetUnitRequest { Unit = "cam-pha" }, IdentityHost.With(token), cancellationToken: Cancellation));
        using HttpResponseMessage json = await gateway.Get(Path, token);

        Assert.Equal((StatusCode.Unauthenticated, reason), (grpc.Code, grpc.Reason));
        Assert.Equal(HttpStatusCode.Unauthorized, json.StatusCode);
        Assert.Equal("Bearer realm=\"units\", error=\"invalid_token\"", json.Headers.WwwAuthenticate.ToString());
        Assert.Contains(reason, await json.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Basic YW46YW4=")]
    [InlineData("Bearer")]
    public async Task A_call_without_a_token_is_refused_and_told_so(string? header)
    {
        Metadata headers = header is null ? [] : new Metadata { { "authorization", header } };
        Refusal grpc = await Refusal.Of(gateway.Units.GetUnitAsync(new V1.GetUnitRequest { Unit = "cam-pha" }, headers, cancellationToken: Cancellation));
        using HttpResponseMessage json = await gateway.Get(Path, null);

        Assert.Equal((StatusCode.Unauthenticated, GatewayReasons.TokenRequired), (grpc.Code, grpc.Reason));
        Assert.Equal((HttpStatusCode.Unauthorized, "Bearer realm=\"units\""), (json.StatusCode, json.Headers.WwwAuthenticate.ToString()));
    }

    [Fact]
    public async Task A_good_token_is_let_in_over_both()
    {
        string token = gateway.Tokens.For("an", "viewer", "cam-pha");
        V1.GetUnitResponse grpc = await gateway.Units.GetUnitAsync(
            new V1.GetUnitRequest { Unit = "cam-pha" }, IdentityHost.With(token), cancellationToken: Cancellation);
        using HttpResponseMessage json = await gateway.Get(Path, token);

        Assert.Equal(("cam-pha", HttpStatusCode.OK), (grpc.Unit.Id, json.StatusCode));
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/grpc/service-config.json")]
    public async Task What_tells_nothing_of_the_ledger_is_open(string path)
    {
        using HttpResponseMessage answer = await gateway.Get(path, null);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/v1/nothing")]
    public async Task What_there_is_not_is_closed_too(string path)
    {
        using HttpResponseMessage answer = await gateway.Get(path, null);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_message_is_not_read_before_its_sender_is_known()
    {
        using StringContent broken = new("{ this is no JSON");
        using HttpResponseMessage answer = await gateway.Http.PostAsync("/v1/units/cam-pha/reports", broken, Cancellation);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_role_that_may_not_is_told_which_may()
    {
        V1.SubmitReportRequest report = new() { Unit = "cam-pha" };
        Metadata viewer = IdentityHost.With(gateway.Tokens.For("an", "viewer", "cam-pha"));
        Refusal refusal = await Refusal.Of(gateway.Reports.SubmitReportAsync(report, viewer, cancellationToken: Cancellation));

        Assert.Equal((StatusCode.PermissionDenied, GatewayReasons.RoleRequired), (refusal.Code, refusal.Reason));
        Assert.Contains("reporter", refusal.Status.Message, StringComparison.Ordinal);
        Assert.Empty(gateway.CamPha.Reports);
    }

    [Theory]
    [InlineData("planner", "cam-pha", GatewayReasons.AllSubtreesRequired)]
    [InlineData("reporter", "*", GatewayReasons.RoleRequired)]
    [InlineData("planner", "*", null)]
    [InlineData("operator", "cam-pha", null)]
    public async Task The_catalogue_is_added_to_by_planners_of_the_country_and_by_operators(string role, string subtree, string? reason)
    {
        V1.CreateMeasureRequest request = new()
        {
            Measure = new V1.Measure { Id = "moi-" + role + (subtree == "*" ? "-x" : ""), Kind = V1.MeasureKind.Flow, DisplayName = "Mới", UnitOfMeasure = "x" },
        };
        AsyncUnaryCall<V1.CreateMeasureResponse> call = gateway.Catalog.CreateMeasureAsync(
            request, IdentityHost.With(gateway.Tokens.For("an", role, subtree)), cancellationToken: Cancellation);

        if (reason is null)
        {
            Assert.True((await call).Created);
        }
        else
        {
            Assert.Equal(reason, (await Refusal.Of(call)).Reason);
        }
    }

    [Fact]
    public void Every_method_of_every_service_has_its_rule_and_no_other_has() => Assert.Equal(
        new[]
        {
            V1.UnitService.Descriptor, V1.CatalogService.Descriptor, V1.PlanService.Descriptor, V1.ReportService.Descriptor, V1.TotalService.Descriptor,
        }.SelectMany(s => s.Methods).Select(m => $"/{m.Service.FullName}/{m.Name}").Order(StringComparer.Ordinal),
        MethodRules.All.Keys.Order(StringComparer.Ordinal));

    private string Token(string what) => what switch
    {
        "expired" => gateway.Tokens.Make(t => t.Expires = t.NotBefore = gateway.Time.GetUtcNow().UtcDateTime - TokenSetup.Skew - TimeSpan.FromSeconds(1)),
        "not yet valid" => gateway.Tokens.Make(t => t.NotBefore = gateway.Time.GetUtcNow().UtcDateTime + TokenSetup.Skew + TimeSpan.FromSeconds(1)),
        "without an end" => gateway.Tokens.Make(t => t.Expires = null),
        "another audience" => gateway.Tokens.Make(t => t.Audience = "another"),
        "no audience" => gateway.Tokens.Make(t => t.Audience = null),
        "another issuer" => gateway.Tokens.Make(t => t.Issuer = "another"),
        "another key" => gateway.Tokens.Make(t => t.SigningCredentials = Tokens.Sign(new byte[32], SecurityAlgorithms.HmacSha256)),
        "another HMAC" => gateway.Tokens.Make(t => t.SigningCredentials = Tokens.Sign([.. Tokens.Key, .. Tokens.Key], SecurityAlgorithms.HmacSha512)),
        "RSA in place of HMAC" => gateway.Tokens.Make(t => t.SigningCredentials = new SigningCredentials(
            new RsaSecurityKey(System.Security.Cryptography.RSA.Create(2048)) { KeyId = "desk" }, SecurityAlgorithms.RsaSha256)),
        "no signature" => gateway.Tokens.Make(t => t.SigningCredentials = null),
        "a changed claim" => Changed(gateway.Tokens.Make(_ => { })),
        "no subject" => gateway.Tokens.Make(t => t.Claims.Remove("sub")),
        "a long subject" => gateway.Tokens.Make(t => t.Claims["sub"] = new string('a', Caller.MaxSubject + 1)),
        _ => "not.a.token",
    };

    private static string Changed(string token)
    {
        string[] parts = token.Split('.');
        string claims = Base64UrlEncoder.Decode(parts[1]).Replace("viewer", "operator", StringComparison.Ordinal);
        return $"{parts[0]}.{Base64UrlEncoder.Encode(claims)}.{parts[2]}";
    }
}
