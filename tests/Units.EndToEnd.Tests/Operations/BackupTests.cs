using Units.EndToEnd.Tests.Kills;
using Units.EndToEnd.Tests.Support;
using Units.Silo;
using Xunit;

namespace Units.EndToEnd.Tests.Operations;

/// <summary>What docs/OPERATE.md says of backups: taken under load, restored into an empty place, proven, served from.</summary>
public sealed class BackupTests(Databases databases, ITestOutputHelper output)
{
    private const int AcknowledgedBefore = 500;

    [Theory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.Postgres)]
    public async Task A_backup_under_load_is_proven_and_serves_the_totals_of_its_moment(StorageProvider provider)
    {
        await using UnitsProcess units = await UnitsProcess.Started(await databases.New(provider));
        using Api api = new(units.GrpcUrl);
        Tree tree = await Tree.Create(api);
        using Load load = new(tree, units.GrpcUrl);
        await Acknowledges(load, AcknowledgedBefore);
        Sent[] before = [.. load.Acknowledged];
        await using UnitsProcess restored = new(await Backup(units));
        await Acknowledges(load, load.Acknowledged.Count + 1);
        await load.End();
        await units.Stop();

        string[] inBackup = Reports(restored.Data);
        output.WriteLine($"{before.Length} acknowledged before the backup, {inBackup.Length} in it, {load.Acknowledged.Count} in all");
        Assert.Empty(before.Select(s => s.Id).Except(inBackup));
        Assert.True(inBackup.Length < load.Acknowledged.Count);
        await Proves(restored);

        // The one that was stopped has its snapshots, and they hold what the journals say.
        Assert.DoesNotContain(" 0 snapshots", await Proves(units), StringComparison.Ordinal);

        await restored.Start();
        using Api again = new(restored.GrpcUrl);
        (long, long, long) expected = Sums(restored.Data, tree);
        V1.GetTotalsRequest request = new() { Unit = tree.Root, Range = Sent.Range, Measures = { tree.Added, tree.Set, tree.ToDate } };
        await again.ReadTotals(request, t => (Number(t, 0), Number(t, 1), Number(t, 2)) == expected);
        await restored.Stop();

        Assert.NotEqual(0, restored.Data.Alter($"UPDATE journal SET delta = delta + 1000000 WHERE unit = {restored.Data.UnitKey} AND seq = 1", before[0].Leaf.Id));
        (int code, string said) = await restored.Verb("verify");
        output.WriteLine(said);
        Assert.Equal(1, code);
        Assert.Contains($"unit {before[0].Leaf.Id}, measure ", said, StringComparison.Ordinal);
        Assert.Contains($"unit {tree.Root}, measure ", said, StringComparison.Ordinal);
    }

    private async Task<UnitsData> Backup(UnitsProcess units)
    {
        using TestDirectory backups = new();
        if (units.Data is PostgresData postgres)
        {
            await postgres.Dump(backups.File("units.dump"));
            return await databases.Postgres.Restored(backups.File("units.dump"));
        }

        (int code, string said) = await units.Verb("backup", backups.Path);
        output.WriteLine(said);
        Assert.True(code == 0, said);
        SqliteData restored = new();
        Directory.CreateDirectory(restored.Directory);
        File.Move(Assert.Single(Directory.GetFiles(backups.Path, "units-*.db")), restored.Database);
        return restored;
    }

    private async Task<string> Proves(UnitsProcess units)
    {
        (int code, string said) = await units.Verb("verify");
        output.WriteLine(said);
        Assert.True(code == 0, said);
        Assert.Contains("Every total is proven.", said, StringComparison.Ordinal);
        return said;
    }

    private static Task<int> Acknowledges(Load load, int reports)
    {
        load.ThrowIfBroken();
        return Until.Becomes("reports to be acknowledged", () => Task.FromResult(load.Acknowledged.Count), n => n >= reports);
    }

    private static string[] Reports(UnitsData data)
    {
        using JournalSql sql = new(data);
        return [.. sql.Reports().Select(r => r.Report)];
    }

    private static (long Added, long Set, long ToDate) Sums(UnitsData data, Tree tree)
    {
        using JournalSql sql = new(data);
        return (sql.Sums(tree.Added).Values.Sum(), sql.Sums(tree.Set).Values.Sum(), sql.Sums(tree.ToDate).Values.Sum());
    }

    private static long Number(V1.GetTotalsResponse totals, int at) =>
        totals.Measures[at].Reported ? long.Parse(totals.Measures[at].Value, System.Globalization.CultureInfo.InvariantCulture) : 0;
}
