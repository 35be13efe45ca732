using System.Collections.Concurrent;
using Grpc.Core;
using Units.EndToEnd.Tests.Support;

namespace Units.EndToEnd.Tests.Kills;

/// <summary>
/// Clients that send reports about random leaves, each client one after the other, and repeat every report of unknown outcome
/// under its id until it is acknowledged.
/// </summary>
internal sealed class Load : IDisposable
{
    private const int Channels = 8;
    private const int ClientsPerChannel = 20;

    private static readonly TimeSpan CallLimit = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan BeforeRepeat = TimeSpan.FromMilliseconds(100);

    private readonly Tree _tree;
    private readonly Api[] _apis;
    private readonly Task[] _clients;
    private readonly ConcurrentDictionary<Sent, bool> _inFlight = new();
    private readonly ConcurrentQueue<Sent> _acknowledged = new();
    private readonly ConcurrentDictionary<StatusCode, int> _failures = new();
    private volatile bool _isOver;

    /// <summary>Starts the clients.</summary>
    public Load(Tree tree, string grpcUrl)
    {
        _tree = tree;
        _apis = [.. Enumerable.Range(0, Channels).Select(_ => new Api(grpcUrl))];
        _clients = [.. _apis.SelectMany(api => Enumerable.Range(0, ClientsPerChannel).Select(_ => Task.Run(() => Client(api))))];
    }

    /// <summary>Every report that was acknowledged, once.</summary>
    public IReadOnlyCollection<Sent> Acknowledged => _acknowledged;

    /// <summary>How many are sent and not answered.</summary>
    public int InFlight => _inFlight.Count;

    /// <summary>How often a call ended otherwise than with an acknowledgement, by status.</summary>
    public string Failures => string.Join(", ", _failures.OrderBy(f => f.Key).Select(f => $"{f.Key} {f.Value}"));

    /// <summary>The reports that are sent and not answered at this moment, which is that of a kill.</summary>
    public int MarkInFlight()
    {
        ICollection<Sent> now = _inFlight.Keys;
        foreach (Sent sent in now)
        {
            sent.Killed();
        }

        return now.Count;
    }

    /// <summary>Fails where a client has: each may only end when it is told to.</summary>
    public void ThrowIfBroken()
    {
        foreach (Task client in _clients.Where(c => c.IsFaulted))
        {
            client.GetAwaiter().GetResult();
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
        foreach (Api api in _apis)
        {
            api.Dispose();
        }
    }

    private async Task Client(Api api)
    {
        while (!_isOver)
        {
            int dice = Random.Shared.Next(100);
            Sent report = new(
                _tree,
                _tree.Leaves[Random.Shared.Next(_tree.Leaves.Count)],
                dice < 5 ? ReportKind.Set : dice < 10 ? ReportKind.ToDate : ReportKind.Add,
                Random.Shared.Next(1_000_000));
            while (!await IsAcknowledged(api, report))
            {
                await Until.A(BeforeRepeat);
            }

            _acknowledged.Enqueue(report);
        }
    }

    private async Task<bool> IsAcknowledged(Api api, Sent report)
    {
        using AsyncUnaryCall<V1.SubmitReportResponse> call = api.Reports.SubmitReportAsync(report.Request(), deadline: Api.In(CallLimit));
        _inFlight[report] = true;
        try
        {
            report.Acknowledged(await call);
            return true;
        }
        catch (RpcException e) when (IsOutcomeUnknown(e.StatusCode))
        {
            _failures.AddOrUpdate(e.StatusCode, 1, (_, n) => n + 1);
            return false;
        }
        finally
        {
            _inFlight.TryRemove(report, out _);
        }
    }

    // What a broken connection, a process that starts, and one that is being killed answer. Anything else is a refusal, and a defect here.
    private static bool IsOutcomeUnknown(StatusCode status) =>
        status is StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.Cancelled or StatusCode.Internal or StatusCode.Unknown;
}
