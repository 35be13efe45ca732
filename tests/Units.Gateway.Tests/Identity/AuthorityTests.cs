using Grpc.Core;
using Microsoft.IdentityModel.Tokens;

namespace Units.Gateway.Tests.Identity;

/// <summary>Who is believed under an OIDC authority.</summary>
public sealed class AuthorityTests : IAsyncLifetime
{
    private readonly Authority _authority = new();
    private readonly LiveGatewayHost _gateway = new();

    public async ValueTask InitializeAsync()
    {
        await _authority.Start();
        _gateway.Settings["Authentication:Schemes:Bearer:Authority"] = _authority.Url;
        _gateway.Settings["Authentication:Schemes:Bearer:Audience"] = Tokens.Audience;
        _gateway.Settings["Authentication:Schemes:Bearer:RequireHttpsMetadata"] = "false";
        await _gateway.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _authority.DisposeAsync();
    }

    [Fact]
    public async Task Its_own_tokens_are_believed() => Assert.Equal("cam-pha", (await Ask(_authority.Signing, _authority.Url)).Unit.Id);

    [Fact]
    public async Task Its_public_key_signs_nothing_as_a_secret()
    {
        SigningCredentials confused = new(new SymmetricSecurityKey(_authority.PublicKey) { KeyId = "authority" }, SecurityAlgorithms.HmacSha256);
        await IsRefused(GatewayReasons.TokenRefused, Ask(confused, _authority.Url));
    }

    [Fact]
    public async Task A_desk_key_and_a_token_without_signature_are_not_believed()
    {
        await IsRefused(GatewayReasons.TokenRefused, Ask(Tokens.Sign(Tokens.Key, SecurityAlgorithms.HmacSha256), _authority.Url));
        await IsRefused(GatewayReasons.TokenRefused, Ask(null, _authority.Url));
        await IsRefused(GatewayReasons.TokenRefused, Ask(_authority.Signing, "https://another.example"));
    }

    [Fact]
    public async Task While_it_does_not_answer_nobody_is_let_in_and_all_are_told_to_repeat()
    {
        string url = _authority.Url;
        SigningCredentials signing = _authority.Signing;
        await using LiveGatewayHost late = new();
        late.Settings["Authentication:Schemes:Bearer:Authority"] = "http://127.0.0.1:9";
        late.Settings["Authentication:Schemes:Bearer:Audience"] = Tokens.Audience;
        late.Settings["Authentication:Schemes:Bearer:RequireHttpsMetadata"] = "false";
        await late.InitializeAsync();

        Refusal refusal = await Refusal.Of(late.Units.GetUnitAsync(new V1.GetUnitRequest { Unit = "cam-pha" }, IdentityHost.With(Token(signing, url))));
        Assert.Equal((StatusCode.Unavailable, GatewayReasons.AuthorityAway), (refusal.Code, refusal.Reason));
    }

    private static string Token(SigningCredentials? signing, string issuer) => new Tokens(TimeProvider.System).Make(t =>
    {
        t.Issuer = issuer;
        t.SigningCredentials = signing;
    });

    private static async Task IsRefused(string reason, AsyncUnaryCall<V1.GetUnitResponse> call)
    {
        Refusal refusal = await Refusal.Of(call);
        Assert.Equal((StatusCode.Unauthenticated, reason), (refusal.Code, refusal.Reason));
    }

    private AsyncUnaryCall<V1.GetUnitResponse> Ask(SigningCredentials? signing, string issuer) =>
        _gateway.Units.GetUnitAsync(new V1.GetUnitRequest { Unit = "cam-pha" }, IdentityHost.With(Token(signing, issuer)));
}
