using Units.Grains.Storage;

namespace Units.Grains.Ledger;

/// <summary>What an entry does to its register.</summary>
/// <param name="Outcome">Accepted, unchanged, superseded, or refused because an amount does not fit.</param>
/// <param name="After">What stands on the month afterwards, where accepted.</param>
/// <param name="Carried">The next pin with what stands on it afterwards, where it absorbs a difference.</param>
/// <param name="OutOfRange">The month whose amount does not fit, where refused.</param>
internal readonly record struct EntryEffect(EntryOutcome Outcome, Statement After, Standing? Carried, Month? OutOfRange)
{
    /// <summary>The effect of an entry on a register.</summary>
    public static EntryEffect Of(Entry entry, Register register, SourceId source)
    {
        Statement before = register.At(entry.Month).SeenBy(source);
        if (entry.Revision < before.Revision)
        {
            return new EntryEffect(EntryOutcome.Superseded, default, null, null);
        }

        Statement after = Next(entry, register, before) with { Revision = entry.Revision ?? before.Revision };
        if (after == before)
        {
            return new EntryEffect(EntryOutcome.Unchanged, default, null, null);
        }

        Amount delta = after.Cell - before.Cell;
        Standing? carried = entry.Kind == EntryKind.Add || delta.IsZero ? null : Absorb(register.NextPin(entry.Month), delta);
        return FirstOutOfRange(entry.Month, delta, after, carried, register, source) is { } month
            ? new EntryEffect(EntryOutcome.Refused, default, null, month)
            : new EntryEffect(EntryOutcome.Accepted, after, carried, null);
    }

    private static Statement Next(Entry entry, Register register, Statement before) => entry.Kind switch
    {
        EntryKind.Set when entry.Measure.Kind == MeasureKind.Flow => new Statement(StatementKind.Value, entry.Value, entry.Quality, null),
        EntryKind.Set or EntryKind.YearToDate =>
            new Statement(StatementKind.Pin, entry.Value - register.SumBefore(entry.Month), entry.Quality, null),
        EntryKind.Add when before.Kind == StatementKind.None => new Statement(StatementKind.Value, entry.Value, entry.Quality, null),
        EntryKind.Add => before with { Cell = before.Cell + entry.Value, Quality = before.Quality | entry.Quality },
        EntryKind.Clear => default,
        _ => throw new ArgumentOutOfRangeException(nameof(entry), entry.Kind, "It makes no statement."),
    };

    /// <summary>The pin goes on to stand for the same sum, so its cell gives way by what changed before it.</summary>
    private static Standing? Absorb(Standing? pin, Amount delta) => pin is { } standing
        ? standing with { Statement = standing.Statement with { Cell = standing.Statement.Cell - delta } }
        : null;

    private static Month? FirstOutOfRange(
        Month month, Amount delta, Statement after, Standing? carried, Register register, SourceId source)
    {
        if (!delta.IsStorable || !after.Cell.IsStorable)
        {
            return month;
        }

        if (carried is { } pin && !pin.Statement.Cell.IsStorable)
        {
            return pin.Month;
        }

        if (carried is null && after.Kind != StatementKind.Pin && !register.HasPin)
        {
            return null;
        }

        Register changed = register.With(new Standing(month, after, source));
        return (carried is { } moved ? changed.With(moved) : changed).FirstPinOutOfRange();
    }
}
