using Units.LoadTest.Checking;
using Units.LoadTest.Checking.Journals;
using Units.LoadTest.Load;
using Units.LoadTest.Watching;
using Xunit;

namespace Units.LoadTest.Tests;

/// <summary>Each check passes what is in order, and finds the one thing that is not.</summary>
public sealed class CheckTests
{
    private readonly Story _story = new();

    private Evidence Evidence => _story.Evidence;

    [Fact]
    public void The_story_has_every_kind_of_report()
    {
        HashSet<ReportKind> kinds = [.. Enumerable.Range(0, Evidence.Log.Count).Select(line => Evidence.Log[line].Kind)];
        Assert.Equal(Enum.GetValues<ReportKind>().Except([ReportKind.Probe]), kinds.Order());
    }

    [Fact]
    public async Task C1_finds_a_total_or_a_count_of_statements_that_is_off_by_one()
    {
        Reading root = (await _story.Read())[0];
        (long, long)[] right = [.. root.Amounts.Zip(root.Statements)];
        Assert.Equal(-1, FinalReadings.Wrong(root, right, countsStatements: true));
        root.Statements[3]++;
        Assert.Equal((-1, 3), (FinalReadings.Wrong(root, right, false), FinalReadings.Wrong(root, right, true)));
        root.Amounts[2]--;
        Assert.Equal(2, FinalReadings.Wrong(root, right, countsStatements: false));
    }

    [Theory]
    [InlineData(5, 5, 5, false)]
    [InlineData(4, 5, 9, true)]
    [InlineData(10, 5, 9, true)]
    public void C1_bounds_a_reading_under_load_by_what_was_acknowledged_and_sent(long read, long least, long most, bool isFault) =>
        Assert.Equal(isFault, LiveReader.Fault(read, least, most) is not null);

    [Fact]
    public async Task C1_counts_a_report_of_unknown_outcome_where_its_receipt_is_found_and_only_there()
    {
        int line = _story.SoundLine;
        SentReport report = Evidence.Log[line];
        long with = (await _story.Expect()).Sum(report.Ward, report.Measure).Amount;
        Evidence.Log[line].Outcome = Outcome.Unknown;
        Resolution found = await _story.Resolve(line);
        Resolution lost = await _story.Resolve();
        Assert.Equal((1, 0, 0, 1), (found.FoundCount, found.LostCount, lost.FoundCount, lost.LostCount));
        Assert.Equal(with, new Expected(Evidence, found).Sum(report.Ward, report.Measure).Amount);
        Assert.DoesNotContain(lost.All, r => r.Line == line);
    }

    [Fact]
    public void Bounds_count_what_is_sent_and_acknowledged_once_for_all_that_have_one_id()
    {
        Tallies tallies = new(Evidence.Content, Evidence.Log, Evidence.Country.Units.Count);
        for (int line = 0; line < Evidence.Log.Count; line++)
        {
            tallies.Sending(line);
            if (Evidence.Log[line].Outcome == Outcome.Acknowledged)
            {
                tallies.Acknowledged(line);
            }
        }

        Assert.All(Evidence.Country.Wards, ward => Assert.Equal(tallies.Sent(ward, 0), tallies.Acknowledged(ward, 0)));
        Assert.Contains(Evidence.Country.Wards, ward => tallies.Sent(ward, 0) > 0);
    }

    [Fact]
    public async Task C2_finds_a_unit_that_has_not_what_its_children_have()
    {
        Reading[] readings = await _story.Read();
        SumCheck.Run(Evidence, unit => readings[unit], _story.Faults);
        Assert.Equal(0, _story.Faults.Count);
        readings[Evidence.Country.Wards[0]].Amounts[0]++;
        SumCheck.Run(Evidence, unit => readings[unit], _story.Faults);
        Assert.Equal(1, _story.Faults.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("missing")]
    [InlineData("sequence")]
    [InlineData("value")]
    [InlineData("delta")]
    [InlineData("outcome")]
    public async Task C3_finds_a_receipt_that_is_missing_or_says_something_else(string what)
    {
        int ward = Evidence.Log[_story.SoundLine].Ward;
        Dictionary<int, V1.Receipt?> receipts = await _story.Receipts(ward);
        V1.Receipt receipt = receipts[_story.SoundLine]!;
        switch (what)
        {
            case "missing":
                receipts[_story.SoundLine] = null;
                break;
            case "sequence":
                receipt.Sequence++;
                break;
            case "value":
                receipt.Entries[0].Entry.Month = "2020-01";
                break;
            case "delta":
                receipt.Entries[0].Delta = "123456";
                break;
            case "outcome":
                receipt.Entries[0].Outcome = V1.EntryOutcome.Superseded;
                break;
        }

        ReceiptCheck.Ward(Evidence, (await _story.Resolve()).Of(ward), receipts, _story.Faults);
        Assert.Equal(what.Length == 0 ? 0 : 1, _story.Faults.Count);
    }

    [Theory]
    [InlineData(new long[] { 1, 2, 3 }, true, 3, 0)]
    [InlineData(new long[] { 1, 3 }, true, 3, 1)]
    [InlineData(new long[] { 1, 2, 2 }, true, 2, 1)]
    [InlineData(new long[] { 2, 3 }, true, 3, 1)]
    [InlineData(new long[] { 7, 8 }, false, 8, 0)]
    [InlineData(new long[] { 1, 2 }, true, 3, 1)]
    public void C4_finds_a_gap_a_sequence_given_twice_and_a_report_nobody_sent(long[] sequences, bool isNew, long length, int faults)
    {
        SequenceCheck.Ward("w", [.. sequences.Select(s => new Resolved(0, s, true))], isNew, length, _story.Faults);
        Assert.Equal(faults, _story.Faults.Count);
    }

    [Fact]
    public async Task C5_passes_a_watcher_that_saw_newer_versions_and_the_final_total()
    {
        Reading root = (await _story.Read())[0];
        Assert.Equal(0, await WatcherFaults(root, Story.Shown(root with { Amounts = [.. root.Amounts.Select(_ => 0L)] }, 1), Story.Shown(root, 2)));
    }

    [Fact]
    public async Task C5_finds_an_old_version_a_total_that_fell_and_a_last_one_that_is_not_final()
    {
        Reading root = (await _story.Read())[0];
        Reading less = root with { Amounts = [root.Amounts[0] - 1, .. root.Amounts[1..]] };
        Assert.Equal(1, await WatcherFaults(root, Story.Shown(root, 2), Story.Shown(root, 2)));
        Assert.Equal(2, await WatcherFaults(root, Story.Shown(root, 3), Story.Shown(less, 4)));
    }

    [Fact]
    public async Task C6_finds_what_was_refused_in_a_total_and_what_had_to_be_refused_acknowledged()
    {
        Reading[] readings = await _story.Read();
        RefusalCheck.Totals(Evidence, unit => readings[unit], _story.Faults);
        RefusalCheck.Outcomes(Evidence, _story.Faults);
        Assert.Equal(0, _story.Faults.Count);
        readings[0].Amounts[Evidence.Measures.Trap] = 1;
        RefusalCheck.Totals(Evidence, unit => readings[unit], _story.Faults);
        Assert.Equal(1, _story.Faults.Count);
        int bad = Enumerable.Range(0, Evidence.Log.Count).First(line => Evidence.Log[line].Kind == ReportKind.BadWhole);
        Evidence.Log[bad].Outcome = Outcome.Acknowledged;
        RefusalCheck.Outcomes(Evidence, _story.Faults);
        Assert.Equal(2, _story.Faults.Count);
    }

    [Fact]
    public async Task C7_finds_a_report_that_is_missing_one_too_many_and_one_at_another_place()
    {
        List<RowReport> journal = await _story.JournalReports();
        Resolution resolution = await _story.Resolve();
        JournalCheck.Reports(Evidence, resolution, journal, _story.Faults);
        Assert.Equal(0, _story.Faults.Count);
        JournalCheck.Reports(Evidence, resolution, journal.Skip(1), _story.Faults);
        Assert.Equal(1, _story.Faults.Count);
        JournalCheck.Reports(Evidence, resolution, journal.Append(journal[0] with { Report = "run-9999" }), _story.Faults);
        Assert.Equal(2, _story.Faults.Count);
        JournalCheck.Reports(Evidence, resolution, journal.Skip(1).Append(journal[0] with { Sequence = 99 }), _story.Faults);
        Assert.Equal(3, _story.Faults.Count);
    }

    [Fact]
    public async Task C7_finds_rows_that_do_not_add_up()
    {
        List<RowSum> sums = await _story.JournalSums();
        Reading[] readings = await _story.Read();
        Expected expected = await _story.Expect();
        JournalCheck.Sums(Evidence, expected, unit => readings[unit], sums, _story.Faults);
        Assert.Equal(0, _story.Faults.Count);

        // The cell itself, and the totals of the ward, its province and the root.
        sums[0] = sums[0] with { Amount = sums[0].Amount + 1 };
        JournalCheck.Sums(Evidence, expected, unit => readings[unit], sums, _story.Faults);
        Assert.Equal(4, _story.Faults.Count);
    }

    private async Task<int> WatcherFaults(Reading root, params V1.GetTotalsResponse[] shown)
    {
        Faults faults = new();
        WatcherLog watcher = new(0, "root", Evidence.Measures);
        Array.ForEach(shown, watcher.Take);
        Evidence seen = new()
        {
            Plan = Evidence.Plan,
            Content = Evidence.Content,
            Log = Evidence.Log,
            IsNew = Evidence.IsNew,
            Watchers = [watcher],
            WhileRunning = new Faults(),
        };
        await WatcherCheck.Run(seen, _ => root, new CheckPlan(), quietSince: 0, faults);
        return faults.Count;
    }
}
