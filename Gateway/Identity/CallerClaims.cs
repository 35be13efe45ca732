using System.Security.Claims;
using Units.Gateway.Errors;

namespace Units.Gateway.Identity;

/// <summary>Reads a caller from the claims of a token.</summary>
internal static class CallerClaims
{
    /// <summary>The claim with who it is.</summary>
    public const string Subject = "sub";

    /// <summary>The claims with roles: providers write the one or the other.</summary>
    public static readonly string[] RoleClaims = ["role", "roles"];

    /// <summary>The claim with ids of units: each a claim of its own, or several in one with spaces between, as in scope.</summary>
    public const string Subtree = "units_subtree";

    /// <summary>The most subtrees of one caller; a token with more is refused.</summary>
    public const int MaxSubtrees = 100;

    /// <summary>The caller that a token stands for.</summary>
    /// <exception cref="RefusedException">It names nobody, or too many subtrees.</exception>
    public static Caller Read(ClaimsPrincipal principal, DateTimeOffset? until)
    {
        string[] subtrees = [.. principal.FindAll(Subtree).SelectMany(c => Words(c.Value)).Distinct(StringComparer.Ordinal)];
        string subject = principal.FindFirst(Subject)?.Value ?? "";
        if (!IsSubject(subject) || subtrees.Length > MaxSubtrees)
        {
            throw new RefusedException(GatewayReasons.TokenRefused);
        }

        Role roles = RoleClaims.SelectMany(principal.FindAll).SelectMany(c => Words(c.Value)).Aggregate(Role.None, (all, name) => all | Roles.Of(name));
        return new Caller(subject, roles, subtrees, until);
    }

    /// <summary>True for a text that may stand in the journal as who it was.</summary>
    public static bool IsSubject(string text) => text.Length is > 0 and <= Caller.MaxSubject && !text.Any(char.IsControl) && !string.IsNullOrWhiteSpace(text);

    /// <summary>The words of a text.</summary>
    public static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
