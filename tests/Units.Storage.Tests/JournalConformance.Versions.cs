using Units.Grains.Storage;
using Xunit;

namespace Units.Storage.Tests;

/// <summary>Two builds on one journal: while silos are updated one after the other, rows of both lie side by side.</summary>
public abstract partial class JournalConformance
{
    [Fact]
    public async Task A_build_that_does_not_know_a_column_writes_and_reads_beside_one_that_does()
    {
        UnitId unit = Some.Unit();
        await Commit(Some.Batch(unit, 1));

        // The later build brings its column, and a report with it.
        await _harness.Alter("ALTER TABLE journal ADD COLUMN note text");
        await Commit(Some.Batch(unit, 2));
        await _harness.Alter("UPDATE journal SET note = 'of a later build' WHERE seq = 2");
        await Commit(Some.Batch(unit, 3));

        // This one reads both, before and after a start; to the later one what this one wrote is without the note.
        await ReadsAll(unit);
        await _harness.Alter("UPDATE journal SET note = 'none' WHERE note IS NULL AND seq IN (1, 3)");
        await _harness.Reopen();
        await ReadsAll(unit);
        await Commit(Some.Batch(unit, 4));
    }

    private async Task ReadsAll(UnitId unit)
    {
        Assert.Equal(3, (await Journal.ReadHead(unit, Cancel)).Sequence);
        Assert.Equal(3, (await Journal.FindReceipts(unit, [Some.Key("r1"), Some.Key("r2"), Some.Key("r3")], Cancel)).Length);
    }
}
