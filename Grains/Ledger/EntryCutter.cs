using System.Globalization;
using Units.Grains.Storage;

namespace Units.Grains.Ledger;

/// <summary>Turns the entries of a report into rows.</summary>
/// <param name="report">The report.</param>
/// <param name="cut">Where the rows go.</param>
/// <param name="closed">The months that take no entry.</param>
internal sealed class EntryCutter(Report report, ReportCut cut, ClosedMonths closed)
{
    private const int MonthsOfHandOver = 12;

    /// <summary>Cuts one entry, on the result of the ones before it.</summary>
    public void Cut(int index)
    {
        Entry entry = report.Entries[index];
        JournalRow row = RowOf(entry);
        if ((entry.Refusal ?? Misfit(entry, index)) is { } misfit)
        {
            cut.Refuse(row, misfit);
            return;
        }

        if (entry.Kind != EntryKind.HandOver && closed.Find(entry.Month) is { } closing)
        {
            cut.Refuse(row, Closed(closing, index));
            return;
        }

        PageKey page = PageKey.Of(entry.Measure, entry.Month).Whole();
        PageState state = cut.State(page);
        SourceId? owner = entry.Measure.Sources == SourceRule.One ? state.Owner(entry.Month.Year) : null;
        if (owner is { } other && other != report.Source)
        {
            string year = entry.Month.Year.ToString(CultureInfo.InvariantCulture);
            cut.Refuse(row, new Violation(Reasons.OtherSource, $"entries[{index}].measure", report.Source.Text, [other.Text, year]));
        }
        else if (entry.Kind == EntryKind.HandOver)
        {
            HandOver(entry, page, row, owner);
        }
        else
        {
            Move(entry, index, page, row, state);
        }
    }

    /// <summary>The name of an entry's statement in the API.</summary>
    private static string FieldOf(EntryKind kind) => kind switch
    {
        EntryKind.Set => "set",
        EntryKind.YearToDate => "year_to_date",
        EntryKind.Add => "add",
        EntryKind.Clear => "clear",
        _ => "hand_over",
    };

    private void HandOver(Entry entry, PageKey page, JournalRow row, SourceId? owner)
    {
        if (owner == entry.NewSource)
        {
            cut.Add(row with { Outcome = EntryOutcome.Unchanged });
        }
        else
        {
            cut.Add(page, row with { After = default(Statement) });
        }
    }

    private void Move(Entry entry, int index, PageKey page, JournalRow row, PageState state)
    {
        Register register = state.Register(entry.Category, report.Source);
        EntryEffect effect = EntryEffect.Of(entry, register, report.Source);
        if (effect.OutOfRange is { } month)
        {
            cut.Refuse(row, new Violation(Reasons.Overflow, $"entries[{index}].{FieldOf(entry.Kind)}", entry.Value.ToString(), [month.ToString()]));
        }
        else if (effect.Outcome != EntryOutcome.Accepted)
        {
            cut.Add(row with { Outcome = effect.Outcome });
        }
        else if (effect.Carried is { } carried && closed.Find(carried.Month) is { } closing)
        {
            // A later statement would absorb the difference, in a month that is closed.
            cut.Refuse(row, Closed(closing, index));
        }
        else
        {
            cut.Add(page, row.Moving(register.At(entry.Month).Statement, effect.After));
            if (effect.Carried is { } pin)
            {
                Carry(entry, page, register.At(pin.Month), pin.Statement, state);
            }
        }
    }

    private Violation Closed(ClosedMonth closing, int index)
    {
        string at = closing.At.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return new Violation(Reasons.PeriodClosed, $"entries[{index}].month", report.Entries[index].Month.ToString(),
            [closing.Month.ToString(), at, closing.By, closing.Unit.Text, closing.Reason]);
    }

    /// <summary>The pin of a stock may lie in a year of another owner: the row goes under that owner, whose year it stays.</summary>
    private void Carry(Entry entry, PageKey page, Standing before, Statement after, PageState state)
    {
        SourceId source = entry.Measure.Sources == SourceRule.One ? state.Owner(before.Month.Year) ?? report.Source : report.Source;
        JournalRow row = new()
        {
            N = 0,
            Kind = RowKind.Carried,
            Subject = entry.Measure.Number,
            Category = entry.Category,
            Month = before.Month,
            Source = source,
        };
        cut.Add(page, row.Moving(before.Statement, after with { Revision = before.SeenBy(source).Revision }));
    }

    /// <summary>The row of an entry as it was sent.</summary>
    private JournalRow RowOf(Entry entry)
    {
        bool handOver = entry.Kind == EntryKind.HandOver;
        return new JournalRow
        {
            N = cut.Rows.Count,
            Kind = (RowKind)entry.Kind,
            Subject = entry.Measure.Number == 0 ? null : entry.Measure.Number,
            Category = entry.Category,
            Month = handOver ? Month.FirstOf(entry.Month.Year) : entry.Month,
            Span = handOver ? MonthsOfHandOver : 0,
            Source = handOver && entry.NewSource != default ? entry.NewSource : report.Source,

            // What does not fit is refused, and then the violation shows it.
            Value = entry.Value.IsStorable ? entry.Value : Amount.Zero,
            Quality = entry.Quality,
            Revision = entry.Revision,
        };
    }

    /// <summary>What the gateway refuses; judged again here because the journal would keep it for ever.</summary>
    private static Violation? Misfit(Entry entry, int index)
    {
        string? field = entry switch
        {
            { Kind: < EntryKind.Set or > EntryKind.HandOver } => "kind",
            { Kind: EntryKind.YearToDate, Measure.Kind: MeasureKind.Stock } => "kind",
            { Kind: EntryKind.HandOver, Measure.Sources: SourceRule.Many } => "kind",
            { Kind: EntryKind.HandOver } when entry.NewSource == default => "new_source",
            _ when entry.Category > entry.Measure.Categories => "category",
            _ => null,
        };
        return field is null ? null : new Violation(Reasons.NotOfMeasure, $"entries[{index}].{field}", entry.Kind.ToString(), []);
    }
}
