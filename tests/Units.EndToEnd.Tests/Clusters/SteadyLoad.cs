using System.Collections.Concurrent;
using System.Diagnostics;
using Grpc.Core;
using Grpc.Net.Client.Configuration;
using Units.EndToEnd.Tests.Kills;
using Units.EndToEnd.Tests.Support;

namespace Units.EndToEnd.Tests.Clusters;

/// <summary>A client for each leaf, which sends a report a moment after the last was acknowledged and repeats it under its id until it is.</summary>
internal sealed class SteadyLoad : IDisposable
{
    private static readonly TimeSpan Rhythm = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan BeforeRepeat = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan CallLimit = TimeSpan.FromSeconds(20);

    private readonly Tree _tree;
    private readonly Api _api;
    private readonly Task[] _clients;
    private readonly ConcurrentQueue<Sent> _acknowledged = new();
    private readonly ConcurrentDictionary<Leaf, ConcurrentQueue<long>> _times = new();
    private readonly ConcurrentQueue<string> _failures = new();
    private volatile bool _isOver;

    /// <summary>Starts the clients.</summary>
    public SteadyLoad(Tree tree, string grpcUrl, ServiceConfig? retries = null)
    {
        _tree = tree;
        _api = new Api(grpcUrl, retries);
        _clients = [.. tree.Leaves.Select(leaf => Task.Run(() => Client(leaf)))];
    }

    /// <summary>Every report that was acknowledged, once.</summary>
    public IReadOnlyCollection<Sent> Acknowledged => _acknowledged;

    /// <summary>The calls that ended otherwise than with an acknowledgement.</summary>
    public IReadOnlyCollection<string> Failures => _failures;

    /// <summary>How long after a moment each leaf got its first acknowledgement, of those that had one before.</summary>
    public async Task<IReadOnlyList<TimeSpan>> FirstAfter(long moment)
    {
        List<TimeSpan> first = [];
        foreach (ConcurrentQueue<long> times in _times.Values)
        {
            long next = await Until.Becomes("an acknowledgement of every leaf", () => Task.FromResult(times.FirstOrDefault(t => t > moment)), t => t > 0);
            first.Add(Stopwatch.GetElapsedTime(moment, next));
        }

        return first;
    }

    /// <summary>Waits until every leaf has had so many more acknowledgements.</summary>
    public async Task GoesOn(int times)
    {
        (Leaf Leaf, int Before)[] now = [.. _tree.Leaves.Select(leaf => (leaf, Times(leaf).Count))];
        foreach ((Leaf leaf, int before) in now)
        {
            await Until.Becomes($"{times} acknowledgements of {leaf.Id}", () => Task.FromResult(Times(leaf).Count - before), n => n >= times);
        }
    }

    /// <summary>Lets every client bring its last report to its acknowledgement.</summary>
    public Task End()
    {
        _isOver = true;
        return Until.Ends("every client's last report to be acknowledged", Task.WhenAll(_clients));
    }

    public void Dispose()
    {
        _isOver = true;
        _api.Dispose();
    }

    private ConcurrentQueue<long> Times(Leaf leaf) => _times.GetOrAdd(leaf, _ => new ConcurrentQueue<long>());

    private async Task Client(Leaf leaf)
    {
        await Until.A(Rhythm * Random.Shared.NextDouble());
        while (!_isOver)
        {
            Sent report = new(_tree, leaf, ReportKind.Add, 1);
            while (!await IsAcknowledged(report))
            {
                await Until.A(BeforeRepeat);
            }

            _acknowledged.Enqueue(report);
            Times(leaf).Enqueue(Stopwatch.GetTimestamp());
            await Until.A(Rhythm);
        }
    }

    private async Task<bool> IsAcknowledged(Sent report)
    {
        try
        {
            report.Acknowledged(await _api.Reports.SubmitReportAsync(report.Request(), deadline: Api.In(CallLimit)));
            return true;
        }
        catch (RpcException e) when (e.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded)
        {
            _failures.Enqueue($"{e.StatusCode} {e.Status.Detail}");
            return false;
        }
    }
}
