using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Units.Grains.Storage;
using Units.Grains.Tests.Support;
using Units.Silo;
using Xunit;

namespace Units.Grains.Tests;

/// <summary>Units over real storage: what is acknowledged is counted once at every level, whatever stops in between.</summary>
public sealed class UnitGrainTests : IAsyncLifetime
{
    private static readonly Month October = new(2025, 10);

    private TestSilo _silo = null!;
    private Country _country = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private UnitId Ward => _country.Leaves.First();

    private Measure Jobs => _country.Measures[1];

    public async ValueTask InitializeAsync()
    {
        _silo = await TestSilo.Start();
        _country = await Country.Create(_silo.Registry, 15, 2, 2, 2);
    }

    public ValueTask DisposeAsync() => _silo.DisposeAsync();

    [Fact]
    public async Task A_report_is_counted_at_every_level_above()
    {
        await _silo.Unit(Ward).Submit(Reports.Of("r1", Reports.Add(Jobs, October, 12)), Cancel);

        for (UnitId? unit = Ward; unit is { } at; unit = _country.ParentOf(at))
        {
            await _silo.ShowsInYear(at, Jobs, 2025, 12);
        }
    }

    [Fact]
    public async Task An_add_counts_once_by_its_id_also_after_a_restart_and_thousands_of_reports_later()
    {
        Report first = Reports.Of("first", Reports.Add(Jobs, October, 5));
        SubmitResult committed = await _silo.Unit(Ward).Submit(first, Cancel);
        SubmitResult[] later = await Task.WhenAll(Enumerable.Range(0, 5000).Select(i =>
            _silo.Unit(Ward).Submit(Reports.Of($"later-{i % 1500}-{i / 1500}", Reports.Add(Jobs, new Month(2025 + (i % 3), 1), 1)), Cancel)));

        // What PostgreSQL keeps of a moment: a receipt that is read there is the first one in this as well.
        Assert.All(later.Select(each => each.Receipt).OfType<Receipt>().Append(committed.Receipt!), receipt => Assert.Equal(0, receipt.ReceivedAt.Ticks % TimeSpan.TicksPerMicrosecond));
        await _silo.Restart();

        SubmitResult again = await _silo.Unit(Ward).Submit(first, Cancel);

        Assert.Equal(SubmitStatus.Repeated, again.Status);
        Assert.Equal(committed.Receipt!.Sequence, again.Receipt!.Sequence);
        Assert.Equal(committed.Receipt.Entries[0], again.Receipt.Entries[0]);
        Assert.Equal(committed.Receipt.ReceivedAt, again.Receipt.ReceivedAt);
        Assert.Equal(5, (long)(await Totals(Ward, new SumQuery(Jobs.Ref, null, new MonthRange(October, October)))).Sums[0].Amount.Scaled);
    }

    [Fact]
    public async Task A_repeated_report_gets_its_first_receipt_also_when_the_rules_would_refuse_it_today()
    {
        Measure revenue = _country.Measures[0];
        Report report = Reports.Of("r1", Reports.Set(revenue, October, 5));
        SubmitResult first = await _silo.Unit(Ward).Submit(report, Cancel);
        Entry handOver = new() { Kind = EntryKind.HandOver, Measure = revenue.Ref, Month = October, NewSource = new SourceId("finance") };
        Assert.Equal(SubmitStatus.Committed, (await _silo.Unit(Ward).Submit(Reports.Of("r2", handOver), Cancel)).Status);
        await _silo.Restart();

        SubmitResult again = await _silo.Unit(Ward).Submit(report, Cancel);
        SubmitResult other = await _silo.Unit(Ward).Submit(Reports.Of("r1", Reports.Set(revenue, October, 6)), Cancel);
        SubmitResult fresh = await _silo.Unit(Ward).Submit(Reports.Of("r3", Reports.Set(revenue, October, 6)), Cancel);

        Assert.Equal((SubmitStatus.Repeated, first.Receipt!.Sequence), (again.Status, again.Receipt!.Sequence));
        Assert.Equal(SubmitStatus.OtherContent, other.Status);
        Assert.Equal((SubmitStatus.Refused, Reasons.OtherSource), (fresh.Status, fresh.Violations.Single().Reason));
    }

    [Fact]
    public async Task A_report_over_more_pages_than_are_kept_commits_while_the_unit_is_being_read()
    {
        Entry[] entries = [.. Enumerable.Range(0, 600).Select(year => Reports.Add(Jobs with { Number = 1000 + year }, October, 1))];
        using CancellationTokenSource reading = new();
        Task reader = Task.Run(
            async () =>
            {
                while (!reading.IsCancellationRequested)
                {
                    await _silo.Unit(Ward).Read(Queries.Of(Queries.Year(Jobs, 2025)), Cancel);
                }
            },
            Cancel);

        SubmitResult result = await _silo.Unit(Ward).Submit(Reports.Of("wide", entries), Cancel).WaitAsync(TimeSpan.FromSeconds(20), Cancel);

        await reading.CancelAsync();
        await reader;
        Assert.Equal(SubmitStatus.Committed, result.Status);
    }

    [Fact]
    public async Task The_same_id_with_other_content_is_refused_and_the_first_is_shown()
    {
        await _silo.Unit(Ward).Submit(Reports.Of("r1", Reports.Add(Jobs, October, 1)), Cancel);

        SubmitResult other = await _silo.Unit(Ward).Submit(Reports.Of("r1", Reports.Add(Jobs, October, 2)), Cancel);

        Assert.Equal(SubmitStatus.OtherContent, other.Status);
        Assert.Equal(new Amount(1), other.Receipt!.Entries[0].Entry.Value);
        Assert.Equal(1, await _silo.YearOf(Ward, Jobs, 2025));
    }

    [Fact]
    public async Task A_deadline_that_passes_while_the_journal_is_slow_ends_the_wait_and_the_report_counts_once()
    {
        IUnitGrain ward = _silo.Unit(Ward);
        await ward.Submit(Reports.Of("before", Reports.Add(Jobs, October, 1)), Cancel);
        Report slow = Reports.Of("slow", Reports.Add(Jobs, October, 12));
        using (SqliteConnection other = new(new SqliteConnectionStringBuilder { DataSource = _silo.JournalFile, Pooling = false }.ToString()))
        {
            other.Open();
            await using SqliteTransaction held = other.BeginTransaction(deferred: false);
            using CancellationTokenSource deadline = new(TimeSpan.FromMilliseconds(100));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ward.Submit(slow, deadline.Token));
        }

        SubmitResult again = await Eventually.Become(() => ward.Submit(slow, Cancel), r => r.Receipt is not null);
        Assert.Equal(2, again.Receipt!.Sequence);
        await _silo.ShowsInYear(Ward, Jobs, 2025, 13);
    }

    [Fact]
    public async Task The_receipt_of_any_report_ever_sent_is_found()
    {
        SubmitResult committed = await _silo.Unit(Ward).Submit(Reports.Of("r1", Reports.Add(Jobs, October, 1)), Cancel);
        await _silo.Restart();

        Receipt? found = await _silo.Unit(Ward).GetReceipt(Reports.Source, new ReportId("r1"), Cancel);

        Assert.Equal(committed.Receipt!.Sequence, found!.Sequence);
        Assert.Null(await _silo.Unit(Ward).GetReceipt(Reports.Source, new ReportId("never"), Cancel));
    }

    [Fact]
    public async Task A_leaf_that_gets_a_child_keeps_its_own_reports()
    {
        await _silo.Unit(Ward).Submit(Reports.Of("own", Reports.Add(Jobs, October, 3)), Cancel);
        UnitId hamlet = new("hamlet");
        await _silo.Registry.CreateUnit(new Unit
        {
            Id = hamlet,
            Namings = [new UnitNaming(null, UnitKind.Hamlet, "Thôn", "")],
            Edges = [new UnitEdge(Month.MinValue, Ward)],
        });
        await _silo.Unit(hamlet).Submit(Reports.Of("child", Reports.Add(Jobs, October, 4)), Cancel);

        await _silo.ShowsInYear(Ward, Jobs, 2025, 7);
        await _silo.ShowsInYear(_country.Root, Jobs, 2025, 7);
        await _silo.Unit(Ward).Submit(Reports.Of("own-2", Reports.Add(Jobs, October, 10)), Cancel);
        await _silo.ShowsInYear(_country.Root, Jobs, 2025, 17);
    }

    [Fact]
    public async Task A_commit_whose_sender_died_before_its_push_is_found_by_the_sweep()
    {
        Assert.Equal(0, await _silo.YearOf(_country.Root, Jobs, 2025));
        await AppendBehindItsBack(Ward, 9);

        await _silo.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<RootSweep>().Single().Sweep(Cancel);

        await _silo.ShowsInYear(_country.Root, Jobs, 2025, 9);
    }

    [Fact]
    public async Task Losing_the_snapshots_costs_time_and_nothing_else()
    {
        await _silo.Unit(Ward).Submit(Reports.Of("r1", Reports.Add(Jobs, October, 12)), Cancel);
        await _silo.Unit(_country.Root).Submit(Reports.Of("r2", Reports.Add(Jobs, October, 30)), Cancel);
        await _silo.ShowsInYear(_country.Root, Jobs, 2025, 42);
        await _silo.StopHost();
        foreach (string file in Directory.GetFiles(_silo.Directory, "snapshots.db*"))
        {
            File.Delete(file);
        }

        await _silo.StartHost();

        Assert.Equal(42, await _silo.YearOf(_country.Root, Jobs, 2025));
    }

    [Fact]
    public async Task A_target_is_passed_up_as_the_units_own_where_it_has_one_else_as_the_sum_of_its_childrens()
    {
        List<UnitId> wards = [.. _country.Leaves.Where(l => _country.ParentOf(l) == _country.ParentOf(Ward))];
        UnitId district = _country.ParentOf(Ward)!.Value;
        UnitId province = _country.ParentOf(district)!.Value;
        await _silo.Unit(wards[0]).Assign(Target("t1", 100), Cancel);
        await _silo.Unit(wards[1]).Assign(Target("t2", 50), Cancel);

        await ShowsTarget(district, own: null, children: 150, count: 2);
        await ShowsTarget(province, own: null, children: 150, count: 2);
        await _silo.Unit(district).Assign(Target("t3", 120), Cancel);
        await ShowsTarget(district, own: 120, children: 150, count: 2);
        await ShowsTarget(province, own: null, children: 120, count: 1);
        await _silo.Restart();
        await ShowsTarget(province, own: null, children: 120, count: 1);
    }

    private static TargetAssignment Target(string id, long value) => new()
    {
        Source = Reports.Source,
        RequestId = new ReportId(id),
        ContentHash = Reports.HashOf($"{id} {value}"),
        Indicator = 1,
        Range = new MonthRange(Month.FirstOf(2025), Month.LastOf(2025)),
        Bound = Bound.AtLeast,
        Value = new Amount(value),
        Additive = true,
    };

    private Task<UnitTotals> ShowsTarget(UnitId unit, long? own, long children, long count)
    {
        TotalsQuery query = new([], [new TargetQuery(1, new MonthRange(Month.FirstOf(2025), Month.LastOf(2025)))], false);
        Amount? expected = own is { } amount ? new Amount(amount) : null;
        return Eventually.Become(
            () => Eventually.InStep(() => _silo.Unit(unit).Read(query, Cancel)),
            totals => totals.Targets is [var target] && target.Lower == new TargetFigure(expected, new Amount(children), count));
    }

    private Task<UnitTotals> Totals(UnitId unit, params SumQuery[] sums) => Eventually.InStep(() => _silo.Unit(unit).Read(Queries.Of(sums), Cancel));

    private async Task AppendBehindItsBack(UnitId unit, long amount)
    {
        JournalRow row = new()
        {
            N = 0,
            Kind = RowKind.Add,
            Subject = Jobs.Number,
            Month = October,
            Source = Reports.Source,
            Value = new Amount(amount),
            Delta = new Amount(amount),
            Presence = 1,
            After = new Statement(StatementKind.Value, new Amount(amount), Quality.Final, null),
        };
        JournalReport report = new()
        {
            Sequence = 1,
            Key = new ReportKey(Reports.Source, new ReportId("behind")),
            ContentHash = Reports.HashOf("behind"),
            ReceivedAt = DateTimeOffset.UnixEpoch,
            Rows = [row],
        };
        JournalBatch batch = new() { Unit = unit, Epoch = 0, BatchId = Guid.NewGuid(), Reports = [report] };
        Assert.Equal(AppendStatus.Committed, (await _silo.Services.GetRequiredService<IJournal>().Append(batch)).Status);
    }
}
