namespace Units.Simulation;

/// <summary>All planted bugs: those of the design's list first, then those that guard the other decisions.</summary>
internal static class PlantedBugs
{
    private static readonly Profile Duplicates = new("duplicates")
    {
        Duplicate = 3,
        DuplicateEnds = 1.5,
        Crash = 0.6,
        LivesOn = 0.1,
        Unanswered = 0.1,
        Drop = 0.02,
        Move = 0,
        Alone = 0,
    };

    private static readonly Profile LateMoves = new("late moves")
    {
        Steps = 500,
        Levels = 4,
        Move = 3,
        Report = 4,
        Read = 3,
        Ahead = 0.4,
        InteriorReports = 0,
        Extras = 0,
        Closings = 0,
        Plans = 0,
        Crash = 0.1,
        Duplicate = 0,
        SiloDeath = 0.05,
        LivesOn = 0.25,
        Lingers = 0.9,
        Alone = 0,
    };

    private static readonly Profile IdleDuplicates = new("idle duplicates")
    {
        Steps = 500,
        Levels = 4,
        Duplicate = 6,
        DuplicateEnds = 0.8,
        Crash = 1,
        SiloDeath = 0.3,
        Save = 5,
        RecordOld = 0.4,
        RecordLost = 0.02,
        Report = 4,
        Read = 0.3,
        Sweep = 0.1,
        Move = 0,
        Create = 0,
        Alone = 0,
    };

    private static readonly Profile Epochs = Duplicates with { Name = "epochs", Duplicate = 5, Crash = 1.5, LivesOn = 0.2, Unanswered = 0.25, InteriorReports = 0.7 };

    private static readonly Profile Losses = new("losses") { SiloDeath = 1.2, Crash = 1, Drop = 0.3, Sweep = 0.1, Report = 2, Move = 0, Create = 0, Duplicate = 0 };

    private static readonly Profile StaleSnapshots = new("stale snapshots") { SiloDeath = 0.8, Save = 4, RecordOld = 0.5, Move = 0, Create = 0 };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<PlantedBug> All { get; } =
    [
        new(new NoEpoch(), Profiles.Default),
        new(new EpochByReadAndCompare(), Epochs),
        new(new AcknowledgeBeforeAppend(), Profiles.Default),
        new(new PushStaged(), Profiles.Default),
        new(new ServeBeforeSync(), Profiles.Default),
        new(new MergeWithoutBase(), Profiles.Default),
        new(new ForgetReportId(), Profiles.Default),
        new(new DeltaAtStaging(), Profiles.Default),
        new(new FailUnknownAppend(), LateMoves),
        new(new AppendWithoutEpoch(), Epochs),
        new(new ConflictPerRow(), Profiles.Default),
        new(new ClearOnAck(), Profiles.Default),
        new(new AnswerWhileSyncing(), StaleSnapshots with { Levels = 4 }),
        new(new SyncByJournalHeads(), StaleSnapshots),
        new(new SweepActiveOnly(), Losses),
        new(new NoConfirm(), Duplicates),
        new(new NudgesUnconfirmed(), IdleDuplicates),
        new(new JournalBeforeEpoch(), Epochs),
        new(new StayLeaf(), Profiles.Default),
        new(new NoHeadCheck(), Duplicates),
        new(new KeepClosures(), Profiles.Default),
    ];
}
