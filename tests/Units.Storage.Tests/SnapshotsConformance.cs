using System.Collections.Immutable;
using Units.Grains.Storage;
using Xunit;

namespace Units.Storage.Tests;

/// <summary>What every store of snapshots must do.</summary>
public abstract class SnapshotsConformance : IAsyncLifetime
{
    private protected ISnapshots Snapshots { get; set; } = null!;

    public abstract ValueTask InitializeAsync();

    public abstract ValueTask DisposeAsync();

    private protected static HeldRecord Record(string child, long sequence, int cells = 2) => new(
        new UnitId(child),
        new UnitVersion(0, sequence),
        [.. Enumerable.Range(1, cells).Select(i => new CellValue(CellKey.Of(Aspect.Actual, i, 0, Some.January), new Amount((Int128)i * long.MaxValue)))]);

    private protected static void AssertSame(IEnumerable<HeldRecord> expected, IEnumerable<HeldRecord> actual)
    {
        static IEnumerable<(UnitId, UnitVersion, string)> Flat(IEnumerable<HeldRecord> records) =>
            records.OrderBy(record => record.Child).Select(record => (record.Child, record.Version, string.Join(",", record.Cells)));

        Assert.Equal(Flat(expected), Flat(actual));
    }

    [Fact]
    public async Task A_unit_without_snapshots_has_none() => Assert.Empty(await Snapshots.Load(Some.Unit()));

    [Fact]
    public async Task What_was_saved_last_is_loaded()
    {
        await Snapshots.Save(Some.Unit(), [Record("ward-a", 1), Record("ward-b", 1)]);
        await Snapshots.Save(Some.Unit(), [Record("ward-b", 2), Record("ward-c", 3)]);

        AssertSame([Record("ward-a", 1), Record("ward-b", 2), Record("ward-c", 3)], await Snapshots.Load(Some.Unit()));
    }

    [Fact]
    public async Task Units_whose_ids_read_as_numbers_do_not_share_a_record()
    {
        string[] ids = ["a01", "a001", "a0001", "abc", "0abc".TrimStart('0'), "f0000000000000000000000000000000"];
        foreach ((string id, int i) in ids.Distinct().Select((id, i) => (id, i)))
        {
            await Snapshots.Save(Some.Unit(id), [Record("ward-a", i + 1)]);
        }

        foreach ((string id, int i) in ids.Distinct().Select((id, i) => (id, i)))
        {
            AssertSame([Record("ward-a", i + 1)], await Snapshots.Load(Some.Unit(id)));
        }
    }

    [Fact]
    public async Task A_record_over_a_megabyte_is_not_kept_and_leaves_the_others_alone()
    {
        await Snapshots.Save(Some.Unit(), [Record("ward-a", 1), Record("province", 1, cells: 100_000), Record("ward-b", 1)]);

        AssertSame([Record("ward-a", 1), Record("ward-b", 1)], await Snapshots.Load(Some.Unit()));
    }

    [Fact]
    public async Task Many_units_save_at_once()
    {
        UnitId[] units = [.. Enumerable.Range(0, 50).Select(i => Some.Unit($"unit-{i}"))];
        await Task.WhenAll(units.Select(unit => Snapshots.Save(unit, [Record("ward-a", 1), Record("ward-b", 2)])));

        Assert.All(await Task.WhenAll(units.Select(Snapshots.Load)), records => Assert.Equal(2, records.Count));
    }

    [Fact]
    public async Task One_unit_that_saves_twice_at_once_loses_neither_child()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Snapshots.Save(Some.Unit(), [Record($"ward-{i}", 1)])));
        Assert.Equal(20, (await Snapshots.Load(Some.Unit())).Count);
    }
}
