using System.Collections.Immutable;

namespace Units.Gateway.Identity;

/// <summary>What a unit says may name units above it: where its months were closed, where it moved to. Those that the caller does not see are left out.</summary>
internal sealed partial class UnitSight
{
    /// <summary>What stands in a sentence in place of a unit that the caller does not see.</summary>
    public const string Hidden = "…";

    // Of PERIOD_CLOSED: the month, when, by whom, at which unit, why.
    private const int ClosedAt = 3;

    /// <summary>What a unit said to a report, a target or a closing.</summary>
    public async ValueTask<SubmitResult> Shown(Caller caller, SubmitResult result, CancellationToken cancellation)
    {
        bool names = !result.Violations.IsDefaultOrEmpty && result.Violations.Any(NamesUnit);
        if (caller.SeesAll || (!names && (result.Receipt is null || !NamesUnit(result.Receipt))))
        {
            return result;
        }

        return result with
        {
            Receipt = result.Receipt is { } receipt ? await Shown(caller, receipt, cancellation) : null,
            Violations = result.Violations.IsDefaultOrEmpty ? result.Violations : await Shown(caller, result.Violations, cancellation),
        };
    }

    /// <summary>A receipt.</summary>
    public async ValueTask<Receipt> Shown(Caller caller, Receipt receipt, CancellationToken cancellation)
    {
        if (caller.SeesAll || !NamesUnit(receipt))
        {
            return receipt;
        }

        ImmutableArray<EntryReceipt>.Builder entries = ImmutableArray.CreateBuilder<EntryReceipt>(receipt.Entries.Length);
        foreach (EntryReceipt entry in receipt.Entries)
        {
            entries.Add(entry.Violation is { } violation ? entry with { Violation = await Shown(caller, violation, cancellation) } : entry);
        }

        return receipt with { Entries = entries.MoveToImmutable() };
    }

    /// <summary>A page of a journal.</summary>
    public async ValueTask<JournalPage> Shown(Caller caller, JournalPage page, CancellationToken cancellation)
    {
        if (caller.SeesAll)
        {
            return page;
        }

        ImmutableArray<JournalLine>.Builder lines = ImmutableArray.CreateBuilder<JournalLine>(page.Lines.Length);
        foreach (JournalLine line in page.Lines)
        {
            JournalLine shown = line.Violation is { } violation ? line with { Violation = await Shown(caller, violation, cancellation) } : line;
            bool hides = line.Kind == JournalLineKind.Move && IdentifierText.IsValid(line.To) && !await IsSeen(caller, new UnitId(line.To), cancellation);
            lines.Add(hides ? shown with { To = "" } : shown);
        }

        return page with { Lines = lines.MoveToImmutable() };
    }

    /// <summary>Closed months: one that was closed above what the caller sees names no unit.</summary>
    public async ValueTask<ImmutableArray<ClosedMonth>> Shown(Caller caller, ImmutableArray<ClosedMonth> months, CancellationToken cancellation)
    {
        if (caller.SeesAll)
        {
            return months;
        }

        ImmutableArray<ClosedMonth>.Builder shown = ImmutableArray.CreateBuilder<ClosedMonth>(months.Length);
        foreach (ClosedMonth month in months)
        {
            shown.Add(await IsSeen(caller, month.Unit, cancellation) ? month : month with { Unit = default });
        }

        return shown.MoveToImmutable();
    }

    private async ValueTask<ImmutableArray<Violation>> Shown(Caller caller, ImmutableArray<Violation> violations, CancellationToken cancellation)
    {
        ImmutableArray<Violation>.Builder shown = ImmutableArray.CreateBuilder<Violation>(violations.Length);
        foreach (Violation violation in violations)
        {
            shown.Add(await Shown(caller, violation, cancellation));
        }

        return shown.MoveToImmutable();
    }

    private async ValueTask<Violation> Shown(Caller caller, Violation violation, CancellationToken cancellation)
    {
        if (!NamesUnit(violation) || !IdentifierText.IsValid(violation.Arguments[ClosedAt])
            || await IsSeen(caller, new UnitId(violation.Arguments[ClosedAt]), cancellation))
        {
            return violation;
        }

        return violation with { Arguments = violation.Arguments.SetItem(ClosedAt, Hidden) };
    }

    private static bool NamesUnit(Receipt receipt) => receipt.Entries.Any(e => e.Violation is { } violation && NamesUnit(violation));

    private static bool NamesUnit(Violation violation) => violation.Reason == Reasons.PeriodClosed && violation.Arguments.Length > ClosedAt;
}
