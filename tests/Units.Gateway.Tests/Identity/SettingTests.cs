using Microsoft.Extensions.Configuration;
using Units.Gateway.Hosting;
using Units.Gateway.Identity;

namespace Units.Gateway.Tests.Identity;

/// <summary>Half a setting lets nobody in: the process does not start, and says what is missing.</summary>
public sealed class SettingTests
{
    private const string Bearer = "Authentication:Schemes:Bearer:";

    private const string Item = "Units:Identity:Certificates:0:";

    public static TheoryData<string, Dictionary<string, string?>> Wrong => new()
    {
        { Bearer + "Authority", new() { [Bearer + "ValidAudiences:0"] = "units" } },
        { Bearer + "Authority", new() { [Bearer + "Authority"] = "https://login.example.vn", [Bearer + "Audience"] = "units", [Bearer + "SigningKeys:0:Value"] = "a" } },
        { Bearer + "Authority", new() { [Bearer + "Authority"] = "http://login.example.vn", [Bearer + "Audience"] = "units" } },
        { Bearer + "Audience", new() { [Bearer + "Authority"] = "https://login.example.vn" } },
        { Bearer + "ValidIssuer", new() { [Bearer + "SigningKeys:0:Value"] = "a", [Bearer + "ValidAudiences:0"] = "units" } },
        { Item + "Thumbprint", new() { [Item + "Thumbprint"] = "12:34", [Item + "Name"] = "a", [Item + "Roles"] = "viewer", [Item + "Subtrees"] = "*" } },
        { Item + "Name", new() { [Item + "Thumbprint"] = new string('a', 64), [Item + "Roles"] = "viewer", [Item + "Subtrees"] = "*" } },
        { Item + "Roles", new() { [Item + "Thumbprint"] = new string('a', 64), [Item + "Name"] = "a", [Item + "Roles"] = "king", [Item + "Subtrees"] = "*" } },
        { Item + "Subtrees", new() { [Item + "Thumbprint"] = new string('a', 64), [Item + "Name"] = "a", [Item + "Roles"] = "viewer", [Item + "Subtrees"] = "Cẩm Phả" } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_wrong_is_named(string key, Dictionary<string, string?> settings)
    {
        SettingException wrong = Assert.Throws<SettingException>(() => Read(settings));
        Assert.Contains($"Setting {key} ", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_configured_is_no_identity() => Assert.False(Read([]).IsConfigured);

    [Theory]
    [InlineData("http://0.0.0.0:8080")]
    [InlineData("http://[::]:8080")]
    public void With_identity_the_process_may_listen_beyond_this_machine(string url)
    {
        IdentityOptions identity = Read(new() { [Bearer + "Authority"] = "https://login.example.vn", [Bearer + "Audience"] = "units" });
        GatewayOptions options = new() { Http = new EndpointOptions { Url = url } };

        Assert.True(new GatewayOptionsValidator(identity).Validate(null, options).Succeeded);
        Assert.Contains(
            "Authentication:Schemes:Bearer:Authority", new GatewayOptionsValidator(IdentityOptions.None).Validate(null, options).FailureMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void Roles_and_subtrees_of_a_certificate_are_words()
    {
        IdentityOptions identity = Read(new()
        {
            [Item + "Thumbprint"] = string.Join(':', Enumerable.Repeat("ab", 32)),
            [Item + "Name"] = "one-stop",
            [Item + "Roles"] = "reporter viewer",
            [Item + "Subtrees"] = "cam-pha ha-long",
        });

        CertificateIdentity certificate = Assert.Single(identity.Certificates).Value;
        Assert.Equal((Role.Reporter | Role.Viewer, 2), (certificate.Roles, certificate.Subtrees.Length));
    }

    private static IdentityOptions Read(Dictionary<string, string?> settings) =>
        IdentityOptions.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
}
