using System.Security.Cryptography;

namespace Units;

/// <summary>A page of the monitor as it was at a moment. It is written once, and named by what is in it: under one id there is never another page.</summary>
[GenerateSerializer, Immutable, Alias("units.KeptPage.v1")]
public sealed record KeptPage
{
    /// <summary>The most bytes of a page, before it is packed and after.</summary>
    public const int MaxBytes = 512 * 1024;

    /// <summary>How long an id is: 128 bits, so that nobody comes upon one, or makes another page to it.</summary>
    public const int IdLength = 32;

    /// <summary>The id, which <see cref="IdOf"/> makes of <see cref="Body"/>.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>The unit that it is about. Who may not see this unit may not see the page.</summary>
    [Id(1)] public required UnitId Unit { get; init; }

    /// <summary>The version of the unit that its figures are of.</summary>
    [Id(2)] public required UnitVersion Version { get; init; }

    /// <summary>When it was kept.</summary>
    [Id(3)] public required DateTimeOffset At { get; init; }

    /// <summary>Who kept it; null where nobody was asked.</summary>
    [Id(4)] public string? By { get; init; }

    /// <summary>What a content security policy calls the one style sheet in it: sha256- and the hash.</summary>
    [Id(5)] public required string Style { get; init; }

    /// <summary>The page: HTML in UTF-8, packed by Brotli.</summary>
    [Id(6)] public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The id of a page: how the hash of its body begins.</summary>
    public static string IdOf(ReadOnlySpan<byte> body) => Convert.ToHexStringLower(SHA256.HashData(body))[..IdLength];
}
