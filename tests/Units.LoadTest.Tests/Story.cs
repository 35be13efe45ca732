using System.Globalization;
using Units.LoadTest.Checking;
using Units.LoadTest.Checking.Journals;
using Units.LoadTest.Countries;
using Units.LoadTest.Load;
using Units.LoadTest.Watching;

namespace Units.LoadTest.Tests;

/// <summary>A run against a ledger without faults, played in memory: each test then changes one thing in it.</summary>
internal sealed class Story
{
    private const int Reports = 500;

    private readonly long[] _sequences;

    public Story()
    {
        LoadPlan plan = new()
        {
            Gateways = [],
            Country = SyntheticCountry.Of(2, 3),
            Measures = 4,
            Months = 2,
            Repeats = 0.1,
            Corrections = 0.2,
            Bad = 0.2,
        };
        ReportContent content = new(new RunMeasures("run", plan, new Month(2026, 9)), plan);
        _sequences = new long[plan.Country.Units.Count];
        Evidence = new Evidence
        {
            Plan = plan,
            Content = content,
            Log = new ReportLog(),
            IsNew = [.. plan.Country.Units.Select(_ => true)],
            Watchers = [new WatcherLog(0, plan.Country.Units[0].Id, content.Measures)],
            WhileRunning = new Faults(),
        };
        ReportChooser chooser = new(plan, content.Measures, Evidence.Log);
        for (int i = 0; i < Reports; i++)
        {
            Answer(chooser.Next(due: i));
        }
    }

    public Evidence Evidence { get; }

    public Faults Faults { get; } = new();

    /// <summary>A sound report that was acknowledged.</summary>
    public int SoundLine => Enumerable.Range(0, Evidence.Log.Count)
        .First(line => Evidence.Log[line] is { Kind: ReportKind.Plain, Outcome: Outcome.Acknowledged, Next: < 0, Sequence: > 1 });

    public Task<Resolution> Resolve(params int[] found) => Resolution.Make(Evidence, (lines, take) =>
    {
        foreach (int line in lines)
        {
            take(line, found.Contains(line) ? new V1.Receipt { Sequence = Evidence.Log[line].Sequence } : null);
        }

        return Task.CompletedTask;
    });

    public async Task<Expected> Expect() => new(Evidence, await Resolve());

    /// <summary>What each unit answers.</summary>
    public async Task<Reading[]> Read()
    {
        Expected expected = await Expect();
        return [.. Enumerable.Range(0, Evidence.Country.Units.Count).Select(unit => new Reading(
            0,
            _sequences[unit],
            [.. Enumerable.Range(0, Evidence.Measures.Ids.Count).Select(m => expected.Sum(unit, m).Amount)],
            [.. Enumerable.Range(0, Evidence.Measures.Ids.Count).Select(m => expected.Sum(unit, m).Statements)]))];
    }

    /// <summary>The receipt of every report in a ward's journal.</summary>
    public async Task<Dictionary<int, V1.Receipt?>> Receipts(int ward)
    {
        Oracle oracle = new();
        Dictionary<int, V1.Receipt?> receipts = [];
        foreach (Resolved report in (await Resolve()).Of(ward))
        {
            V1.SubmitReportRequest sent = new();
            Evidence.Content.Write(Evidence.Log, report.Line, "", sent);
            receipts[report.Line] = new V1.Receipt { Sequence = report.Sequence };
            for (int k = 0; k < sent.Entries.Count; k++)
            {
                EntrySpec entry = Evidence.Content.Entry(report.Line, Evidence.Log[report.Line], k);
                receipts[report.Line]!.Entries.Add(new V1.EntryReceipt
                {
                    Entry = sent.Entries[k],
                    Outcome = oracle.Outcome(entry),
                    Delta = oracle.Apply(entry).ToString(CultureInfo.InvariantCulture),
                });
            }
        }

        return receipts;
    }

    public async Task<List<RowReport>> JournalReports() => [.. (await Resolve()).All.Select(r => new RowReport(
        Evidence.Country.Units[Evidence.Log[r.Line].Ward].Id, Evidence.Content.Id(Evidence.Log[r.Line]), r.Sequence))];

    public async Task<List<RowSum>> JournalSums()
    {
        Expected expected = await Expect();
        return [.. from ward in Evidence.Country.Wards
                   from m in Enumerable.Range(0, Evidence.Measures.Ids.Count)
                   from month in Enumerable.Range(0, Evidence.Measures.Months.Count)
                   where expected.Statements(ward, m, month) > 0
                   select new RowSum(Evidence.Country.Units[ward].Id, Evidence.Measures.Ids[m], Evidence.Measures.Months[month].Number,
                       expected.Amount(ward, m, month), expected.Statements(ward, m, month))];
    }

    /// <summary>What a watcher of the root is shown.</summary>
    public static V1.GetTotalsResponse Shown(Reading root, long n)
    {
        V1.GetTotalsResponse shown = new() { Version = new V1.Version { Epoch = 1, N = n } };
        shown.Measures.AddRange(root.Amounts.Select(a => new V1.MeasureTotal { Value = a.ToString(CultureInfo.InvariantCulture) }));
        return shown;
    }

    private void Answer(int line)
    {
        ref SentReport report = ref Evidence.Log[line];
        report.Sent = report.Done = 1;
        bool falls = report.Kind is ReportKind.BadRow or ReportKind.BadWhole or ReportKind.OtherContent;
        report.Outcome = falls ? Outcome.Refused : Outcome.Acknowledged;
        report.Sequence = falls ? 0 : report.Kind == ReportKind.Repeat ? Evidence.Log[report.Original].Sequence : ++_sequences[report.Ward];
    }
}
