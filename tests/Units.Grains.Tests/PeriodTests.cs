using System.Collections.Immutable;
using Units.Grains.Tests.Support;
using Xunit;

namespace Units.Grains.Tests;

/// <summary>Closed months: from the answer to a closing on, nothing below takes an entry into them.</summary>
public sealed class PeriodTests : IAsyncLifetime
{
    private static readonly Month March = new(2025, 3);
    private static readonly Month April = new(2025, 4);

    private TestSilo _silo = null!;
    private Country _country = null!;
    private int _ids;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private UnitId Ward => _country.Leaves.First();

    private UnitId Province => _country.ParentOf(_country.ParentOf(Ward)!.Value)!.Value;

    private Measure Revenue => _country.Measures[0];

    private Measure Jobs => _country.Measures[1];

    public async ValueTask InitializeAsync()
    {
        _silo = await TestSilo.Start();
        _country = await Country.Create(_silo.Registry, 15, 2, 2, 2);
    }

    public ValueTask DisposeAsync() => _silo.DisposeAsync();

    [Fact]
    public async Task A_closing_above_refuses_entries_below_at_once_and_says_when_and_by_whom()
    {
        Assert.Equal(SubmitStatus.Committed, await Report(Ward, Reports.Add(Jobs, March, 1)));
        Assert.Equal(SubmitStatus.Committed, (await Change(Province, March, closes: true)).Status);

        SubmitResult refused = await Submit(Ward, Reports.Add(Jobs, March, 1));

        Violation violation = Assert.Single(refused.Violations);
        Assert.Equal((SubmitStatus.Refused, Reasons.PeriodClosed, "entries[0].month"), (refused.Status, violation.Reason, violation.Field));
        Assert.Equal(["2025-03", "Văn phòng", Province.Text, "Đã chốt số liệu"], violation.Arguments.RemoveAt(1));
        Assert.Equal(SubmitStatus.Committed, await Report(Ward, Reports.Add(Jobs, April, 1)));
        await _silo.ShowsInYear(_country.Root, Jobs, 2025, 2);
    }

    [Fact]
    public async Task Of_a_report_the_entries_on_open_months_stand()
    {
        await Change(Ward, March, closes: true);

        SubmitResult result = await Submit(Ward, Reports.Add(Jobs, March, 1), Reports.Add(Jobs, April, 2));

        Assert.Equal([EntryOutcome.Refused, EntryOutcome.Accepted], result.Receipt!.Entries.Select(e => e.Outcome));
        Assert.Equal(Reasons.PeriodClosed, result.Receipt.Entries[0].Violation!.Reason);
    }

    [Fact]
    public async Task A_reopening_lets_in_at_once_also_who_was_refused_just_before()
    {
        await Change(Province, March, closes: true);
        Assert.Equal(SubmitStatus.Refused, await Report(Ward, Reports.Add(Jobs, March, 1)));
        await Change(Province, March, closes: false);

        Assert.Equal(SubmitStatus.Committed, await Report(Ward, Reports.Add(Jobs, March, 1)));
    }

    [Fact]
    public async Task What_a_unit_above_has_closed_a_unit_below_cannot_open()
    {
        await Change(Province, March, closes: true);
        await Change(Ward, March, closes: true);
        await Change(Ward, March, closes: false);

        Assert.Equal(SubmitStatus.Refused, await Report(Ward, Reports.Add(Jobs, March, 1)));
        ImmutableArray<ClosedMonth> closed = await _silo.Unit(Ward).ListClosedMonths(new MonthRange(new Month(2025, 1), new Month(2025, 12)), Cancel);
        Assert.Equal([(March, Province)], closed.Select(c => (c.Month, c.Unit)));
    }

    [Fact]
    public async Task A_month_that_is_closed_stays_closed_as_it_was_and_so_after_a_restart()
    {
        await Change(Province, March, closes: true);
        await Change(Province, March, closes: true, by: "Người khác");
        await _silo.Restart();

        SubmitResult refused = await Submit(Ward, Reports.Add(Jobs, March, 1));

        Assert.Equal("Văn phòng", Assert.Single(refused.Violations).Arguments[2]);
    }

    [Fact]
    public async Task An_entry_on_an_open_month_may_not_move_a_closed_one_through_a_later_year_to_date()
    {
        await Report(Ward, Reports.YearToDate(Revenue, April, 40));
        await Change(Province, April, closes: true);

        SubmitResult refused = await Submit(Ward, Reports.Set(Revenue, March, 10));

        Assert.Equal("2025-04", Assert.Single(refused.Violations).Arguments[0]);
        Assert.Equal(SubmitStatus.Committed, await Report(Ward, Reports.Add(Jobs, March, 1)));
    }

    [Fact]
    public async Task A_repeated_closing_gets_its_first_receipt_and_a_report_may_not_use_its_id()
    {
        PeriodChange change = Closing(March, true, "Văn phòng");
        SubmitResult first = await _silo.Unit(Province).ChangePeriod(change, Cancel);
        SubmitResult again = await _silo.Unit(Province).ChangePeriod(change, Cancel);
        SubmitResult report = await _silo.Unit(Province).Submit(
            Reports.Of(change.Source, change.RequestId.Text, Reports.Add(Jobs, April, 1)), Cancel);

        Assert.Equal((SubmitStatus.Repeated, first.Receipt!.Sequence), (again.Status, again.Receipt!.Sequence));
        Assert.Empty(again.Receipt.Entries);
        Assert.Equal(SubmitStatus.OtherContent, report.Status);
    }

    [Fact]
    public async Task Whoever_reports_while_months_are_closed_and_opened_is_counted_exactly_where_it_was_taken_in()
    {
        UnitId[] wards = [.. _country.Leaves];
        using CancellationTokenSource end = new();
        Task<int>[] reporting = [.. wards.Select(ward => Task.Run(async () =>
        {
            int taken = 0;
            for (int i = 0; i < 200; i++)
            {
                taken += await Report(ward, Reports.Add(Jobs, March, 1)) == SubmitStatus.Committed ? 1 : 0;
            }

            return taken;
        }, Cancel))];
        Task closing = Task.Run(async () =>
        {
            for (int i = 0; !end.IsCancellationRequested; i++)
            {
                Assert.Equal(SubmitStatus.Committed, (await Change(_country.Units[i % _country.Units.Count], March, closes: true)).Status);
                Assert.Equal(SubmitStatus.Committed, (await Change(_country.Units[i % _country.Units.Count], March, closes: false)).Status);
            }
        }, Cancel);

        int[] taken = await Task.WhenAll(reporting);
        await end.CancelAsync();
        await closing;

        Assert.InRange(taken.Sum(), 1, wards.Length * 200);
        await _silo.ShowsInYear(_country.Root, Jobs, 2025, taken.Sum());
    }

    private async Task<SubmitStatus> Report(UnitId unit, params Entry[] entries) => (await Submit(unit, entries)).Status;

    private Task<SubmitResult> Submit(UnitId unit, params Entry[] entries) =>
        _silo.Unit(unit).Submit(Reports.Of($"r-{Interlocked.Increment(ref _ids)}", entries), Cancel);

    private Task<SubmitResult> Change(UnitId unit, Month month, bool closes, string by = "Văn phòng") =>
        _silo.Unit(unit).ChangePeriod(Closing(month, closes, by), Cancel);

    private PeriodChange Closing(Month month, bool closes, string by)
    {
        string id = $"p-{Interlocked.Increment(ref _ids)}";
        return new PeriodChange
        {
            Source = Reports.Source,
            RequestId = new ReportId(id),
            ContentHash = Reports.HashOf($"{id}{closes}"),
            Range = new MonthRange(month, month),
            Closes = closes,
            By = by,
            Reason = "Đã chốt số liệu",
        };
    }
}
