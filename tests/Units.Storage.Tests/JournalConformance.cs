using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using Units.Grains.Storage;
using Xunit;

namespace Units.Storage.Tests;

/// <summary>What every journal must do, whatever the database: appending. The reads are in the other parts.</summary>
public abstract partial class JournalConformance : IAsyncLifetime
{
    private IStorageHarness _harness = null!;

    private protected IJournal Journal => _harness.Journal;

    private protected IRegistryStore Registry => _harness.Registry;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _harness = await Create();

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _harness.DisposeAsync();
    }

    private protected abstract Task<IStorageHarness> Create();

    private async Task Commit(JournalBatch batch) => Assert.Equal(AppendStatus.Committed, (await Journal.Append(batch)).Status);

    [Fact]
    public async Task An_empty_journal_ends_at_zero_and_hangs_nowhere()
    {
        UnitHead head = await Journal.ReadHead(Some.Unit(), Cancel);

        Assert.Equal(0, head.Sequence);
        Assert.False(head.IsInterior);
        Assert.Empty(head.Edges);
    }

    [Fact]
    public async Task A_committed_batch_moves_the_head_to_its_last_report()
    {
        UnitId unit = Some.Unit();
        await Commit(Some.Batch(unit, Some.Report(1, "a"), Some.Report(2, "b")));
        await Commit(Some.Batch(unit, 3));

        Assert.Equal(3, (await Journal.ReadHead(unit, Cancel)).Sequence);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_batch_at_a_place_that_is_taken_or_not_yet_reached_is_a_conflict_and_writes_nothing(long sequence)
    {
        UnitId unit = Some.Unit();
        await Commit(Some.Batch(unit, 1));

        AppendOutcome outcome = await Journal.Append(Some.Batch(unit, Some.Report(sequence, "other")));

        Assert.Equal(AppendStatus.Conflict, outcome.Status);
        Assert.Equal(1, (await Journal.ReadHead(unit, Cancel)).Sequence);
        Assert.Empty(await Journal.FindReceipts(unit, [Some.Key("other")], Cancel));
    }

    [Fact]
    public async Task The_same_batch_again_is_committed_and_counts_once_also_after_later_batches_and_a_new_epoch()
    {
        UnitId unit = Some.Unit();
        JournalBatch batch = Some.Batch(unit, 1);
        await Commit(batch);
        await Commit(batch);
        await Commit(Some.Batch(unit, 2));
        await Journal.TakeEpoch(unit, Cancel);
        await Commit(batch);

        LeafReading news = Assert.Single((await Journal.ReadChildren(unit, Some.Held(), Cancel)).News);
        Assert.Equal(new Amount(10), news.Deltas.Single(cell => cell.Key.Aspect == Aspect.Actual).Amount);
    }

    [Fact]
    public async Task A_writer_whose_epoch_has_passed_is_in_conflict()
    {
        UnitId unit = Some.Unit();
        Assert.Equal(1, await Journal.TakeEpoch(unit, Cancel));
        Assert.Equal(2, await Journal.TakeEpoch(unit, Cancel));

        Assert.Equal(AppendStatus.Conflict, (await Journal.Append(Some.Batch(unit, 1) with { Epoch = 1 })).Status);
        Assert.Equal(AppendStatus.Conflict, (await Journal.Append(Some.Batch(unit, 1))).Status);
        await Commit(Some.Batch(unit, 1) with { Epoch = 2 });
    }

    [Fact]
    public async Task Epochs_are_read_for_many_units_and_are_zero_where_none_was_taken()
    {
        await Journal.TakeEpoch(Some.Unit("aaa"), Cancel);
        await Journal.TakeEpoch(Some.Unit("aaa"), Cancel);

        ImmutableDictionary<UnitId, long> epochs = await Journal.ReadEpochs([Some.Unit("aaa"), Some.Unit("bbb")], Cancel);

        Assert.Equal(2, epochs[Some.Unit("aaa")]);
        Assert.Equal(0, epochs[Some.Unit("bbb")]);
        Assert.True((await Journal.ReadHead(Some.Unit("aaa"), Cancel)).IsInterior);
    }

    [Fact]
    public async Task Known_reports_are_named_and_none_of_their_batch_is_written()
    {
        UnitId unit = Some.Unit();
        await Commit(Some.Batch(unit, Some.Report(1, "known")));

        AppendOutcome outcome = await Journal.Append(Some.Batch(unit, Some.Report(2, "new"), Some.Report(3, "known")));

        Assert.Equal(AppendStatus.Repeated, outcome.Status);
        Assert.Equal([Some.Key("known")], outcome.Repeated);
        Assert.Equal(1, (await Journal.ReadHead(unit, Cancel)).Sequence);
    }

    [Fact]
    public async Task A_report_id_is_known_per_unit_and_source()
    {
        await Commit(Some.Batch(Some.Unit("aaa"), Some.Report(1, "one")));
        await Commit(Some.Batch(Some.Unit("bbb"), Some.Report(1, "one")));
        await Commit(Some.Batch(Some.Unit("aaa"), Some.Report(2, Some.Key("one", Some.OtherSource))));
    }

    [Fact]
    public async Task A_hand_over_is_known_by_who_reported_it_and_not_by_who_takes_over()
    {
        UnitId unit = Some.Unit();
        await Commit(Some.Batch(unit, Some.Report(1, "same-id", Some.HandOver(Some.OtherSource))));
        await Commit(Some.Batch(unit, Some.Report(2, Some.Key("same-id", Some.OtherSource))));

        Assert.Equal(AppendStatus.Repeated, (await Journal.Append(Some.Batch(unit, Some.Report(3, "same-id")))).Status);
    }

    [Fact]
    public async Task Trouble_of_one_unit_leaves_the_others_in_the_same_flush_alone()
    {
        UnitId[] units = [.. Enumerable.Range(0, 200).Select(i => Some.Unit($"unit-{i}"))];
        await Task.WhenAll(units.Where((_, i) => i % 3 == 0).Select(unit => Commit(Some.Batch(unit, 1))));

        AppendOutcome[] outcomes = await Task.WhenAll(units.Select(unit => Journal.Append(Some.Batch(unit, Some.Report(1, "x")))));

        for (int i = 0; i < units.Length; i++)
        {
            Assert.Equal(i % 3 == 0 ? AppendStatus.Conflict : AppendStatus.Committed, outcomes[i].Status);
        }
    }

    [Fact]
    public async Task Two_thousand_units_append_at_once()
    {
        UnitId[] units = [.. Enumerable.Range(0, 2000).Select(i => Some.Unit($"unit-{i}"))];
        for (int sequence = 1; sequence <= 3; sequence++)
        {
            AppendOutcome[] outcomes = await Task.WhenAll(units.Select(unit => Journal.Append(Some.Batch(unit, sequence))));
            Assert.All(outcomes, outcome => Assert.Equal(AppendStatus.Committed, outcome.Status));
        }

        foreach (UnitId unit in units.Where((_, i) => i % 100 == 0))
        {
            Assert.Equal(3, (await Journal.ReadHead(unit, Cancel)).Sequence);
        }
    }

    [Fact]
    public async Task What_is_acknowledged_is_there_after_a_restart()
    {
        await Commit(Some.Batch(Some.Unit(), 1));
        await _harness.Reopen();
        Assert.Equal(1, (await Journal.ReadHead(Some.Unit(), Cancel)).Sequence);
    }

    [Fact]
    public async Task A_malformed_batch_is_a_mistake_of_the_caller_and_writes_nothing()
    {
        UnitId unit = Some.Unit();
        await Assert.ThrowsAsync<ArgumentException>(() => Journal.Append(Some.Batch(unit)));
        await Assert.ThrowsAsync<ArgumentException>(() => Journal.Append(Some.Batch(unit, Some.Report(1, "a"), Some.Report(3, "b"))));
        await Assert.ThrowsAsync<ArgumentException>(() => Journal.Append(Some.Batch(unit, Some.Report(1, "a"), Some.Report(2, "a"))));
        await Assert.ThrowsAsync<OverflowException>(() => Journal.Append(Some.Batch(unit, 1, Some.Row(delta: Amount.MaxStored + 1))));
        Assert.Equal(0, (await Journal.ReadHead(unit, Cancel)).Sequence);
    }

    [Fact]
    public async Task Storage_that_is_away_is_unknown_or_unavailable_and_the_same_batch_resolves_it()
    {
        JournalBatch batch = Some.Batch(Some.Unit(), 1);
        await using (await _harness.TakeAway())
        {
            Assert.Equal(AppendStatus.Unknown, (await Journal.Append(batch)).Status);
            await Assert.ThrowsAsync<StorageUnavailableException>(() => Journal.TakeEpoch(Some.Unit(), Cancel));
            await Assert.ThrowsAsync<StorageUnavailableException>(() => Registry.Add(Some.UnitOf("some-unit"), Cancel));
            Arrives(await Assert.ThrowsAsync<StorageUnavailableException>(() => Journal.Ping(Cancel)));
        }

        await Commit(batch);
        await Commit(batch);
        await Journal.Ping(Cancel);
        Assert.Equal(1, (await Journal.ReadHead(Some.Unit(), Cancel)).Sequence);
    }

    // As it goes from a silo to a gateway of another process, which knows no driver of a database.
    private static void Arrives(StorageUnavailableException away)
    {
        using ServiceProvider services = new ServiceCollection().AddSerializer().BuildServiceProvider();
        Serializer serializer = services.GetRequiredService<Serializer>();
        Assert.Equal(away.Message, Assert.IsType<StorageUnavailableException>(serializer.Deserialize<Exception>(serializer.SerializeToArray<Exception>(away))).Message);
    }
}
