using System.Diagnostics;
using System.Globalization;
using Grpc.Core;
using Npgsql;
using Units.LoadTest.Chaos.Network;
using Units.TestSupport;

namespace Units.LoadTest.Chaos.Faults;

/// <summary>The disk under the journal is full: for as long as it lasts the journal stands on a small file system of its own, which is filled.</summary>
internal sealed class FullDisk(TimeSpan time) : IFault
{
    private const string Tablespace = "small";
    private const long Spare = 256L * 1024 * 1024;

    private static readonly TimeSpan Filling = TimeSpan.FromSeconds(20);

    /// <inheritdoc/>
    public string Name => "full disk under the database";

    /// <inheritdoc/>
    public async Task<FaultEvent> Do(FaultScene scene)
    {
        string mount = Directory.CreateTempSubdirectory("units-small-").FullName;
        await using NpgsqlDataSource database = NpgsqlDataSource.Create($"{scene.Cluster.Journal};Command Timeout=60");
        long size = await Scalar(database, "SELECT pg_total_relation_size('units.journal')");
        await Shell.Run("", "mount", "-t", "tmpfs", "-o", string.Create(CultureInfo.InvariantCulture, $"size={size + Spare}"), "tmpfs", mount);
        string filler = Path.Combine(mount, "filler");
        try
        {
            string directory = Directory.CreateDirectory(Path.Combine(mount, "data")).FullName;
            await Shell.Run("", "chown", "-R", PostgresServer.Superuser, mount);
            await Execute(database, $"CREATE TABLESPACE {Tablespace} LOCATION '{directory}'");
            await Move(database, Tablespace);
            DateTimeOffset at = TimeProvider.System.GetUtcNow();
            int before = scene.FailedCalls;
            await Fill(filler);
            long filled = Stopwatch.GetTimestamp();
            bool isRefused = await scene.Until(() => Task.FromResult(scene.FailedCalls > before), Filling);
            long start = Stopwatch.GetTimestamp();
            await scene.Wait(time);
            File.Delete(filler);
            long end = Stopwatch.GetTimestamp();
            await scene.Wait(TimeSpan.FromSeconds(5));
            return new FaultEvent
            {
                Fault = Name,
                Target = "the journal of all",
                Process = scene.Cluster.Postgres.ProcessId,
                At = at,
                Start = start,
                End = end,
                Demands = new Demands
                {
                    ResumeWithin = TimeSpan.FromSeconds(5),
                    ResumesAfterEnd = true,
                    Failures = [StatusCode.Unavailable, StatusCode.DeadlineExceeded],
                },
                Seen = string.Create(CultureInfo.InvariantCulture, $"first refusal {Stopwatch.GetElapsedTime(filled, start).TotalSeconds:0.0} s after the disk was full"),
                Broken = isRefused ? [] : [$"nothing was refused within {Filling.TotalSeconds} s"],
            };
        }
        finally
        {
            File.Delete(filler);
            await Move(database, "pg_default");
            await Execute(database, $"DROP TABLESPACE {Tablespace}");
            await Shell.Run("", "umount", "--lazy", mount);
            Directory.Delete(mount);
        }
    }

    private static async Task Fill(string file)
    {
        await using FileStream stream = new(file, FileMode.Create, FileAccess.Write, FileShare.None, 1);
        byte[] piece = new byte[64 * 1024];
        try
        {
            while (true)
            {
                await stream.WriteAsync(piece);
            }
        }
        catch (IOException)
        {
            // Full: the point of it.
        }
    }

    private static async Task Move(NpgsqlDataSource database, string tablespace)
    {
        await Execute(database, $"ALTER TABLE units.journal SET TABLESPACE {tablespace}");
        await using NpgsqlCommand names = database.CreateCommand("SELECT indexname FROM pg_indexes WHERE schemaname = 'units' AND tablename = 'journal'");
        List<string> indexes = [];
        await using (NpgsqlDataReader row = await names.ExecuteReaderAsync())
        {
            while (await row.ReadAsync())
            {
                indexes.Add(row.GetString(0));
            }
        }

        foreach (string index in indexes)
        {
            await Execute(database, $"ALTER INDEX units.{index} SET TABLESPACE {tablespace}");
        }
    }

    private static async Task Execute(NpgsqlDataSource database, string sql)
    {
        await using NpgsqlCommand command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<long> Scalar(NpgsqlDataSource database, string sql)
    {
        await using NpgsqlCommand command = database.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
