namespace Units.Grains.Storage;

/// <summary>One row of the journal: an entry as it was sent, what became of it, by how much it moved its cell, and what stands after it.</summary>
/// <remarks>Key: (unit, sequence of the report, <see cref="N"/>). Within a report the rows are numbered 0, 1, … in the order of application.</remarks>
internal sealed record JournalRow
{
    /// <summary>Its place within the report.</summary>
    public required int N { get; init; }

    /// <summary>What it records.</summary>
    public required RowKind Kind { get; init; }

    /// <summary>What became of the entry; accepted for carried rows.</summary>
    public EntryOutcome Outcome { get; init; }

    /// <summary>The number of the measure, or of the indicator for targets. Null for a move and for a refused entry without one.</summary>
    public int? Subject { get; init; }

    /// <summary>The number of the category; for targets tier × 256 + part, as in <see cref="CellKey"/>.</summary>
    public ushort Category { get; init; }

    /// <summary>The month; the first of a target's range.</summary>
    public Month Month { get; init; }

    /// <summary>The months of a target's range; 12 for a hand-over, which is about a year; 0 otherwise.</summary>
    /// <remarks>The span keeps a hand-over from hiding the January statement of the source that takes over: pages are read by it.</remarks>
    public int Span { get; init; }

    /// <summary>Whose register it is about: the reporting source, the one that takes over, or the owner of the year that a carried row falls in.</summary>
    public SourceId Source { get; init; }

    /// <summary>The value as it was sent.</summary>
    public Amount Value { get; init; }

    /// <summary>The quality as it was sent.</summary>
    public Quality Quality { get; init; }

    /// <summary>The revision as it was sent.</summary>
    public long? Revision { get; init; }

    /// <summary>By how much the cell's amount moved. The sum over rows proves a total.</summary>
    public Amount Delta { get; init; }

    /// <summary>By how much the number of registers with a statement moved: −1, 0 or 1.</summary>
    public int Presence { get; init; }

    /// <summary>By how much the estimated part moved.</summary>
    public Amount Estimated { get; init; }

    /// <summary>By how much the number of "at least" statements moved: −1, 0 or 1.</summary>
    public int AtLeast { get; init; }

    /// <summary>What stands on the month afterwards, or null where the row changes no statement.</summary>
    public Statement? After { get; init; }

    /// <summary>As versioned text: the violation of a refused entry, the edge of a move, who closed, a target with its words, a step of a plan.</summary>
    public string? Detail { get; init; }

    /// <summary>The cells that it moves, by their aspects.</summary>
    public IEnumerable<CellValue> Cells()
    {
        if (Subject is not { } subject || After is null)
        {
            yield break;
        }

        CellKey key = CellKey.FromRow(Kind switch { RowKind.Target => Aspect.Target, RowKind.RatioTarget => Aspect.RatioTarget, _ => Aspect.Actual },
            subject, Category, Month, Span);
        if (!Delta.IsZero)
        {
            yield return new CellValue(key, Delta);
        }

        if (Presence != 0)
        {
            yield return new CellValue(key.With(PresenceOf(key.Aspect)), new Amount(Presence));
        }

        if (!Estimated.IsZero)
        {
            yield return new CellValue(key.With(Aspect.Estimated), Estimated);
        }

        if (AtLeast != 0)
        {
            yield return new CellValue(key.With(Aspect.AtLeast), new Amount(AtLeast));
        }
    }

    /// <summary>The aspect that counts the statements behind an aspect of amounts.</summary>
    public static Aspect PresenceOf(Aspect aspect) => aspect switch
    {
        Aspect.Actual => Aspect.Presence,
        Aspect.Target => Aspect.TargetPresence,
        Aspect.RatioTarget => Aspect.RatioTargetPresence,
        _ => throw new ArgumentOutOfRangeException(nameof(aspect), aspect, "Only amounts have a presence."),
    };
}
