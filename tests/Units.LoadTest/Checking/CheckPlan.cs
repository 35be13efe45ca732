namespace Units.LoadTest.Checking;

/// <summary>What is checked after a run.</summary>
internal sealed record CheckPlan
{
    /// <summary>All checks there are.</summary>
    public static readonly IReadOnlySet<CheckId> All = Enum.GetValues<CheckId>().ToHashSet();

    /// <summary>Which checks are made. C5 needs watchers and C7 a journal: without these they are left out.</summary>
    public IReadOnlySet<CheckId> Checks { get; init; } = All;

    /// <summary>The most receipts that are asked for, a seeded sample where there are more.</summary>
    public int Receipts { get; init; } = 50_000;

    /// <summary>Where the journal is: the path of a SQLite file, or a connection string of PostgreSQL; null where it cannot be reached.</summary>
    public string? Journal { get; init; }

    /// <summary>Whether statements are counted, and the version of a ward is the length of its journal, as in Units; contenders promise totals alone.</summary>
    public bool CountsAsUnits { get; init; } = true;

    /// <summary>How long after the last answer every total has to be right.</summary>
    public TimeSpan Quiet { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Whether what was read while the run went on counts: a contender may show at a ward later what it has acknowledged.</summary>
    public bool CountsReadingsWhileRunning { get; init; } = true;
}
