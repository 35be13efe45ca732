using System.Collections.Frozen;
using Units.Gateway.Hosting;

namespace Units.Gateway.Identity;

/// <summary>Whom the gateway believes. Sections <c>Authentication:Schemes:Bearer</c>, which is ASP.NET's own, and <c>Units:Identity</c>.</summary>
internal sealed record IdentityOptions
{
    /// <summary>The section about tokens.</summary>
    public const string Bearer = "Authentication:Schemes:Bearer";

    /// <summary>The section about certificates.</summary>
    public const string CertificatesKey = "Units:Identity:Certificates";

    private const int Sha256Digits = 64;

    /// <summary>No identity: whoever reaches the process may do everything.</summary>
    public static readonly IdentityOptions None = new();

    /// <summary>The OIDC authority whose tokens are believed; empty where there is none.</summary>
    public string Authority { get; init; } = "";

    /// <summary>The audience that tokens must name; empty where it is among <c>ValidAudiences</c>, which ASP.NET reads by itself.</summary>
    public string Audience { get; init; } = "";

    /// <summary>True where tokens are signed with a symmetric key of the configuration, as <c>dotnet user-jwts</c> does.</summary>
    public bool HasDeskKey { get; init; }

    /// <summary>Client certificates by thumbprint.</summary>
    public FrozenDictionary<string, CertificateIdentity> Certificates { get; init; } = FrozenDictionary<string, CertificateIdentity>.Empty;

    /// <summary>True where tokens are believed.</summary>
    public bool HasTokens => Authority.Length > 0 || HasDeskKey;

    /// <summary>True where every call has to say who it is from.</summary>
    public bool IsConfigured => HasTokens || Certificates.Count > 0;

    /// <summary>Reads the settings.</summary>
    /// <exception cref="SettingException">A value is wrong or missing; the message names its key.</exception>
    public static IdentityOptions Read(IConfiguration configuration)
    {
        SettingReader settings = new(configuration);
        IdentityOptions options = new()
        {
            Authority = settings.Text(Bearer + ":Authority") ?? "",
            Audience = settings.Text(Bearer + ":Audience") ?? "",
            HasDeskKey = configuration.GetSection(Bearer + ":SigningKeys").GetChildren().Any(),
            Certificates = Read(configuration.GetSection(CertificatesKey)),
        };
        RequireWhole(options, configuration, settings);
        return options;
    }

    private static void RequireWhole(IdentityOptions options, IConfiguration configuration, SettingReader settings)
    {
        IConfigurationSection bearer = configuration.GetSection(Bearer);
        if (!options.HasTokens)
        {
            if (bearer.GetChildren().Any())
            {
                throw new SettingException(Bearer + ":Authority", "", "an OIDC authority such as https://login.example.vn, or the signing key that "
                    + "`dotnet user-jwts create` leaves in the user secrets, which are read where DOTNET_ENVIRONMENT is Development; half of a setting lets nobody in");
            }

            return;
        }

        if (options.Authority.Length > 0 && options.HasDeskKey)
        {
            throw new SettingException(Bearer + ":Authority", options.Authority, "no authority beside a signing key: whoever has the key could speak for it");
        }

        if (!((string[])["Audience", "ValidAudience", "ValidAudiences"]).Any(key => bearer.GetSection(key).Exists()))
        {
            throw new SettingException(Bearer + ":Audience", "", "the audience that tokens for this installation name; a token for another service must not pass here");
        }

        if (options.HasDeskKey && !bearer.GetSection("ValidIssuer").Exists() && !bearer.GetSection("ValidIssuers").Exists())
        {
            throw new SettingException(Bearer + ":ValidIssuer", "", "the issuer of the tokens: dotnet-user-jwts for those of that tool");
        }

        if (options.Authority.Length > 0 && settings.Flag(Bearer + ":RequireHttpsMetadata", true)
            && !options.Authority.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        {
            throw new SettingException(Bearer + ":Authority", options.Authority, "an https address: whoever stands between could name keys of their own");
        }
    }

    private static FrozenDictionary<string, CertificateIdentity> Read(IConfigurationSection section)
    {
        Dictionary<string, CertificateIdentity> known = new(StringComparer.Ordinal);
        foreach (IConfigurationSection item in section.GetChildren())
        {
            CertificateIdentity identity = ReadOne(item);
            if (!known.TryAdd(identity.Thumbprint, identity))
            {
                throw new SettingException(item.Path + ":Thumbprint", identity.Thumbprint, "each certificate once");
            }
        }

        return known.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static CertificateIdentity ReadOne(IConfigurationSection item)
    {
        string thumbprint = (item["Thumbprint"] ?? "").Replace(":", "", StringComparison.Ordinal).ToUpperInvariant();
        if (thumbprint.Length != Sha256Digits || !thumbprint.All(char.IsAsciiHexDigit))
        {
            throw new SettingException(item.Path + ":Thumbprint", item["Thumbprint"] ?? "", "the SHA-256 of the certificate: 64 hexadecimal digits, with or without colons");
        }

        string name = item["Name"] ?? "";
        if (!CallerClaims.IsSubject(name))
        {
            throw new SettingException(item.Path + ":Name", name, $"a name of 1 to {Caller.MaxSubject} characters");
        }

        string[] roles = CallerClaims.Words(item["Roles"] ?? "");
        if (roles.Length == 0 || roles.Any(r => Roles.Of(r) == Role.None))
        {
            throw new SettingException(item.Path + ":Roles", item["Roles"] ?? "", $"one or more of {Roles.Names(Role.All)}, with spaces between");
        }

        string[] subtrees = CallerClaims.Words(item["Subtrees"] ?? "");
        if (subtrees.Length == 0 || subtrees.Any(s => s != Caller.Everything && !IdentifierText.IsValid(s)))
        {
            throw new SettingException(item.Path + ":Subtrees", item["Subtrees"] ?? "", "ids of units with spaces between, or *");
        }

        return new CertificateIdentity(thumbprint, name, roles.Select(Roles.Of).Aggregate((a, b) => a | b), subtrees);
    }
}
