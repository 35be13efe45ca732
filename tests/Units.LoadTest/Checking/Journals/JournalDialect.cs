namespace Units.LoadTest.Checking.Journals;

/// <summary>The statements of one database. Parameters: @measures and @reports are patterns, @unit an id, @seq a sequence, @old and @new texts.</summary>
internal sealed record JournalDialect
{
    /// <summary>unit, measure, month since 1900-01, sum of the changes, statements: of measures whose id fits @measures.</summary>
    public required string Sums { get; init; }

    /// <summary>unit, report, sequence: of reports whose id fits @reports.</summary>
    public required string Reports { get; init; }

    /// <summary>unit, first, last, number of sequences: of units where these have a gap.</summary>
    public required string Gaps { get; init; }

    /// <summary>Takes a report of @unit at @seq away, as a fault of storage would.</summary>
    public required string Delete { get; init; }

    /// <summary>Writes a report of @unit at @seq a second time, behind the last and under another id: it must be one that adds, and the last on its month.</summary>
    public required string Double { get; init; }

    /// <summary>Changes what the document of an item of @unit at @seq says, from @old to @new.</summary>
    public required string Change { get; init; }
}
