using System.Diagnostics;
using System.Net;
using Grpc.Core;
using Units.EndToEnd.Tests.Support;
using Xunit;

namespace Units.EndToEnd.Tests;

/// <summary>Another program holds the database locked: nothing is acknowledged meanwhile, and nothing is lost or counted twice afterwards.</summary>
public sealed class StorageAwayTests(RunningUnits running) : IClassFixture<RunningUnits>, IDisposable
{
    private const string Month = "2025-07";

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(15);

    // Shorter than the second that the writer waits for somebody else's lock: slow, and not away.
    private static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(700);

    private readonly Api _api = running.Api;

    public void Dispose() => running.Process.Show();

    [Fact]
    public async Task While_storage_is_away_nothing_is_acknowledged_and_afterwards_each_report_counts_once()
    {
        string root = await _api.CreateUnit(Api.NewId("root"));
        string leaf = await _api.CreateUnit(Api.NewId("leaf"), root);
        string measure = await _api.CreateMeasure(Api.NewId("measure"));
        V1.Entry one = new() { Measure = measure, Month = Month, Add = "1" };
        await _api.Submit(leaf, "before", one);

        using (DatabaseLock held = new(running.Process.DatabaseFile))
        {
            long start = Stopwatch.GetTimestamp();
            Refusal.IsForLater(await Send(leaf, "during", one), StatusCode.Unavailable, "STORAGE_UNAVAILABLE");
            Refusal.IsForLater(await Send(leaf, "during-2", one), StatusCode.Unavailable, "STORAGE_UNAVAILABLE");
            Assert.True(Stopwatch.GetElapsedTime(start) < Deadline, "the answers took longer than a deadline");
            await Until.Becomes("/health/ready to say that it is not", () => running.Process.Health("ready"), s => s == HttpStatusCode.ServiceUnavailable);
            Assert.Equal(HttpStatusCode.OK, await running.Process.Health("live"));
            Assert.Equal((0, 0), (held.RowsOf("during"), held.RowsOf("during-2")));
        }

        await running.Process.Ready();
        V1.SubmitReportResponse[] taken = [await Repeat(leaf, "during", one), await Repeat(leaf, "during-2", one)];
        V1.SubmitReportResponse[] again = [await Repeat(leaf, "during", one), await Repeat(leaf, "during-2", one)];
        Assert.Equal([2, 3], taken.Select(t => t.Receipt.Sequence).Order());
        Assert.Equal(taken.Select(t => t.Receipt), again.Select(t => t.Receipt));
        Assert.All(again, a => Assert.True(a.Repeated));
        await Holds(leaf, measure, 3);
        await Holds(root, measure, 3);
    }

    [Fact]
    public async Task A_full_queue_refuses_for_a_moment_and_what_it_refused_counts_once_when_it_comes_again()
    {
        const int Entries = 8_000;
        const int AtOnce = 6;
        string unit = await _api.CreateUnit(Api.NewId("unit"));
        string measure = await _api.CreateMeasure(Api.NewId("m"));
        V1.Entry[] entries = [.. Enumerable.Range(0, Entries).Select(_ => new V1.Entry { Measure = measure, Month = Month, Add = "1" })];
        await Repeat(unit, "warm-up", entries);
        int sent = 1;
        Refusal[] full = [];
        for (int round = 0; full.Length == 0; round++)
        {
            Assert.True(round < 20, "in 20 rounds the queue was never full");
            string[] ids = [.. Enumerable.Range(0, AtOnce).Select(i => $"r-{round}-{i}")];
            Task<Refusal?>[] calls;
            using (DatabaseLock held = new(running.Process.DatabaseFile))
            {
                calls = [.. ids.Select(id => Send(unit, id, entries))];
                await Until.A(Slow);
            }

            full = [.. (await Task.WhenAll(calls)).OfType<Refusal>().Where(r => r.Status == StatusCode.ResourceExhausted)];
            foreach (string id in ids)
            {
                await Repeat(unit, id, entries);
            }

            sent += AtOnce;
        }

        Assert.All(full, refusal => Refusal.IsForLater(refusal, StatusCode.ResourceExhausted, "QUEUE_FULL"));
        await Holds(unit, measure, (long)sent * Entries);
    }

    private async Task<Refusal?> Send(string unit, string report, params V1.Entry[] entries)
    {
        using AsyncUnaryCall<V1.SubmitReportResponse> call = _api.Reports.SubmitReportAsync(Api.Report(unit, report, entries), deadline: Api.In(Deadline));
        return await Refusal.Of(call.ResponseAsync);
    }

    private async Task<V1.SubmitReportResponse> Repeat(string unit, string report, params V1.Entry[] entries)
    {
        V1.SubmitReportResponse? taken = null;
        await Until.Becomes<object?>(
            $"report {report} to be acknowledged",
            async () =>
            {
                using AsyncUnaryCall<V1.SubmitReportResponse> call =
                    _api.Reports.SubmitReportAsync(Api.Report(unit, report, entries), deadline: Api.In(Deadline));
                Refusal? refusal = await Refusal.Of(call.ResponseAsync);
                taken = refusal is null ? await call : null;
                return refusal;
            },
            refusal => refusal is null);
        return taken!;
    }

    private async Task Holds(string unit, string measure, long expected)
    {
        V1.GetTotalsResponse totals = await _api.ReadTotals(
            new V1.GetTotalsRequest { Unit = unit, Range = Month, Measures = { measure } }, t => t.Measures[0].Value == $"{expected}");
        Assert.Equal(expected, totals.Measures[0].Statements == 0 ? 0 : long.Parse(totals.Measures[0].Value, System.Globalization.CultureInfo.InvariantCulture));
    }
}
