namespace Units.Silo.Storage;

/// <summary>What the database keeps of a page beside its unit and its body.</summary>
/// <param name="V">The version of this shape.</param>
/// <param name="Epoch">Of the version of its figures.</param>
/// <param name="N">Of the version of its figures.</param>
/// <param name="At">When it was kept.</param>
/// <param name="By">Who kept it; absent where nobody was asked.</param>
/// <param name="Style">What a content security policy calls its style sheet.</param>
internal sealed record StoredPage(int V, long Epoch, long N, DateTimeOffset At, string? By, string Style)
{
    /// <summary>The shape that is written.</summary>
    public const int Version = 1;

    /// <summary>The text that is stored.</summary>
    public static string Write(KeptPage page) =>
        RegistryJson.Write(new StoredPage(Version, page.Version.Epoch, page.Version.N, page.At.ToUniversalTime(), page.By, page.Style));

    /// <summary>A page out of its row.</summary>
    /// <exception cref="InvalidDataException">It has a newer version than this build knows, or its body is not the one that was kept.</exception>
    public static KeptPage Read(string id, string unit, string json, byte[] body)
    {
        StoredPage stored = RegistryJson.Read<StoredPage>(json, Version, $"The kept page '{id}'");
        if (KeptPage.IdOf(body) != id)
        {
            throw new InvalidDataException($"The kept page '{id}' is not the one that was kept: its content has another hash. Restore it from a backup.");
        }

        return new KeptPage
        {
            Id = id,
            Unit = new UnitId(unit),
            Version = new UnitVersion(stored.Epoch, stored.N),
            At = stored.At,
            By = stored.By,
            Style = stored.Style,
            Body = body,
        };
    }
}
