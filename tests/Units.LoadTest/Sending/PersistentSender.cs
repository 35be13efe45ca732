using Grpc.Core;
using Units.LoadTest.Load;

namespace Units.LoadTest.Sending;

/// <summary>
/// Sends as an integrator does: each ward one report after the other, each with the same id until there is an answer, on the next gateway
/// where one fails. It waits between two calls as the retry policy of our service config says.
/// </summary>
internal sealed class PersistentSender : ISender
{
    /// <summary>How many calls of a report the retry policy that we hand out makes, the first among them.</summary>
    public const int PolicyAttempts = 5;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(5);

    private readonly Connections _connections;
    private readonly LoadPlan _plan;
    private readonly ReportContent _content;
    private readonly ReportLog _log;
    private readonly Answers _answers;
    private readonly FailureLog _failures;
    private readonly InFlight _inFlight;
    private readonly WardQueue?[] _wards;

    /// <summary>Sends over connections to all gateways.</summary>
    public PersistentSender(
        Connections connections, LoadPlan plan, ReportContent content, ReportLog log, Answers answers, FailureLog failures, InFlight inFlight)
    {
        (_connections, _plan, _content, _log, _answers, _failures, _inFlight) = (connections, plan, content, log, answers, failures, inFlight);
        _wards = new WardQueue?[plan.Country.Units.Count];
    }

    /// <inheritdoc/>
    public void Send(int line)
    {
        int ward = _log[line].Ward;
        WardQueue queue = _wards[ward] ??= new WardQueue();
        if (queue.Add(line))
        {
            _ = Drain(ward, queue);
        }
    }

    /// <inheritdoc/>
    // Each report is given up some day, so that this ends.
    public Task Finish() => _inFlight.None(CancellationToken.None);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>The connection that a ward uses first.</summary>
    public static int First(int ward, int connections) => ward % connections;

    private async Task Drain(int ward, WardQueue queue)
    {
        V1.SubmitReportRequest message = new();
        while (queue.TryTake(out int line))
        {
            _content.Write(_log, line, _plan.Country.Units[ward].Id, message);
            _answers.Sending(line);
            await Send(ward, line, message);
        }
    }

    private async Task Send(int ward, int line, V1.SubmitReportRequest message)
    {
        long givenUp = TimeProvider.System.GetTimestamp() + (long)(_plan.Patience.TotalSeconds * TimeProvider.System.TimestampFrequency);
        int connection = First(ward, _connections.Clients.Count);
        TimeSpan pause = FirstPause;
        while (true)
        {
            _log[line].Calls++;
            try
            {
                V1.SubmitReportResponse response = await _connections.Clients[connection].Reports.SubmitReportAsync(message, deadline: Client.In(Deadline));
                _answers.Acknowledge(line, response.Receipt.Sequence, response.Repeated);
                return;
            }
            catch (RpcException e)
            {
                if (Answers.IsFinal(e.StatusCode) || TimeProvider.System.GetTimestamp() > givenUp)
                {
                    _answers.Fail(line, e.StatusCode);
                    return;
                }

                _failures.Add(line, e.Status);
            }

            await Task.Delay(pause, TimeProvider.System);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            connection = (connection + 1) % _connections.Clients.Count;
        }
    }

    /// <summary>What a ward has still to send.</summary>
    private sealed class WardQueue
    {
        private readonly Queue<int> _waiting = new();
        private bool _isDrained = true;

        /// <summary>Adds a report; true where somebody has to begin to send.</summary>
        public bool Add(int line)
        {
            lock (_waiting)
            {
                _waiting.Enqueue(line);
                bool begins = _isDrained;
                _isDrained = false;
                return begins;
            }
        }

        /// <summary>Takes the next one; false where there is none, and whoever sent is done.</summary>
        public bool TryTake(out int line)
        {
            lock (_waiting)
            {
                _isDrained = !_waiting.TryDequeue(out line);
                return !_isDrained;
            }
        }
    }
}
