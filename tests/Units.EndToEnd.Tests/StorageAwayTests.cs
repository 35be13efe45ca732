using System.Diagnostics;
using System.Net;
using Grpc.Core;
using Units.EndToEnd.Tests.Support;
using Xunit;

namespace Units.EndToEnd.Tests;

/// <summary>Another program holds the database locked: nothing is acknowledged meanwhile, and nothing is lost or counted twice afterwards.</summary>
public sealed class StorageAwayTests(RunningOnSqlite running) : IClassFixture<RunningOnSqlite>, IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(15);

    // Shorter than the second that the writer waits for somebody else's lock: slow, and not away.
    private static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(700);

    private readonly Api _api = running.Api;
    private readonly Reporter _reporter = new(running.Api, Deadline);

    public void Dispose() => running.Process.Show();

    [Fact]
    public async Task While_storage_is_away_nothing_is_acknowledged_and_afterwards_each_report_counts_once()
    {
        string root = await _api.CreateUnit(Api.NewId("root"));
        string leaf = await _api.CreateUnit(Api.NewId("leaf"), root);
        string measure = await _api.CreateMeasure(Api.NewId("measure"));
        V1.Entry one = new() { Measure = measure, Month = Reporter.Month, Add = "1" };
        await _api.Submit(leaf, "before", one);

        using (DatabaseLock held = new(running.Process.Files.Database))
        {
            long start = Stopwatch.GetTimestamp();
            Refusal.IsForLater(await _reporter.Send(leaf, "during", one), StatusCode.Unavailable, "STORAGE_UNAVAILABLE");
            Refusal.IsForLater(await _reporter.Send(leaf, "during-2", one), StatusCode.Unavailable, "STORAGE_UNAVAILABLE");
            Assert.True(Stopwatch.GetElapsedTime(start) < Deadline, "the answers took longer than a deadline");
            await Until.Becomes("/health/ready to say that it is not", () => running.Process.Health("ready"), s => s == HttpStatusCode.ServiceUnavailable);
            Assert.Equal(HttpStatusCode.OK, await running.Process.Health("live"));
            Assert.Equal((0, 0), (held.RowsOf("during"), held.RowsOf("during-2")));
        }

        await running.Process.Ready();
        long[] after = [2, 3];
        Assert.Equal(after, await _reporter.CountOnce(leaf, one, "during", "during-2"));
        await _reporter.Holds(leaf, measure, 3);
        await _reporter.Holds(root, measure, 3);
    }

    [Fact]
    public async Task A_full_queue_refuses_for_a_moment_and_what_it_refused_counts_once_when_it_comes_again()
    {
        const int Entries = 8_000;
        const int AtOnce = 6;
        string unit = await _api.CreateUnit(Api.NewId("unit"));
        string measure = await _api.CreateMeasure(Api.NewId("m"));
        V1.Entry[] entries = [.. Enumerable.Range(0, Entries).Select(_ => new V1.Entry { Measure = measure, Month = Reporter.Month, Add = "1" })];
        await _reporter.Repeat(unit, "warm-up", entries);
        int sent = 1;
        Refusal[] full = [];
        for (int round = 0; full.Length == 0; round++)
        {
            Assert.True(round < 20, "in 20 rounds the queue was never full");
            string[] ids = [.. Enumerable.Range(0, AtOnce).Select(i => $"r-{round}-{i}")];
            Task<Refusal?>[] calls;
            using (DatabaseLock held = new(running.Process.Files.Database))
            {
                calls = [.. ids.Select(id => _reporter.Send(unit, id, entries))];
                await Until.A(Slow);
            }

            full = [.. (await Task.WhenAll(calls)).OfType<Refusal>().Where(r => r.Status == StatusCode.ResourceExhausted)];
            foreach (string id in ids)
            {
                await _reporter.Repeat(unit, id, entries);
            }

            sent += AtOnce;
        }

        Assert.All(full, refusal => Refusal.IsForLater(refusal, StatusCode.ResourceExhausted, "QUEUE_FULL"));
        await _reporter.Holds(unit, measure, (long)sent * Entries);
    }
}
