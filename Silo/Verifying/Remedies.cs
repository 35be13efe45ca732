namespace Units.Silo.Verifying;

/// <summary>What to do about contradictions.</summary>
internal static class Remedies
{
    /// <summary>A row is missing, is there twice, or was altered.</summary>
    public const string Journal =
        "The journal was changed outside of Units: restore a backup that passes, then let the sources repeat, under the same ids, what came after it.";

    /// <summary>A snapshot does not belong to this journal, or was altered.</summary>
    public const string Snapshots =
        "Snapshots only save time: with no silo running delete snapshots.db (PostgreSQL: TRUNCATE units.OrleansStorage as the owner) and verify again.";

    /// <summary>The tree, the closed months or the catalogue do not fit the journal.</summary>
    public const string Tables =
        "A table beside the journal was changed outside of Units: restore a backup that passes.";

    /// <summary>The database itself finds its file damaged.</summary>
    public const string File =
        "The file is damaged: restore a backup that passes, and have the disk examined.";
}
