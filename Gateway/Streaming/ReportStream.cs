using System.Threading.Channels;
using Grpc.Core;
using Units.Gateway.Caches;
using Units.Gateway.Errors;
using Units.Gateway.Identity;
using Units.Gateway.Messages;
using Units.Gateway.Requests;
using Units.Gateway.Services;
using Units.Gateway.Telemetry;

namespace Units.Gateway.Streaming;

/// <summary>One call of SubmitReports: reads, sends each report down the lane of its unit, and writes answers as they come.</summary>
internal sealed class ReportStream(
    ReportParser parser, UnitSight sight, Caller caller, Client? client, CatalogueCache catalogue, IGrainFactory grains, TimeProvider time,
    GatewayMetrics metrics, Language language, CancellationToken stopping)
{
    // Entries of answers that are written and not yet sent, and answers without any; what is beyond goes at once.
    private const int MaxUnsent = 64;

    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(5);
    private static readonly WriteOptions WithTheNext = new(WriteFlags.BufferHint);

    private readonly Room _room = new();

    // The reader's alone.
    private readonly Dictionary<UnitId, UnitLane> _lanes = [];
    private readonly TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // Lanes that send, and one for the reader.
    private int _running = 1;
    private volatile bool _takesNoMore;
    private readonly TaskCompletionSource _failed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // What is in it has room, so it needs no bound of its own.
    private readonly Channel<(V1.SubmitReportsResponse Response, int Entries)> _answers =
        Channel.CreateUnbounded<(V1.SubmitReportsResponse, int)>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>Runs until the caller has sent all and has every answer.</summary>
    /// <exception cref="RefusedException">A unit cannot take reports in, the gateway stops, or the caller's token is over: what has no answer is to
    /// be sent again.</exception>
    public async Task Run(
        IAsyncStreamReader<V1.SubmitReportsRequest> requests, IServerStreamWriter<V1.SubmitReportsResponse> responses, CancellationToken cancellation)
    {
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        TaskCompletionSource<string> stop = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using CancellationTokenRegistration onStop = stopping.Register(() => stop.TrySetResult(GatewayReasons.GatewayStopping));
        await using ITimer? onExpiry = caller.AtEnd(time, () => stop.TrySetResult(GatewayReasons.TokenExpired));
        Task writing = Write(responses, end.Token);
        Task reading = Read(requests, end.Token);
        try
        {
            Task first = await Task.WhenAny(reading, writing, _failed.Task, stop.Task);
            _takesNoMore = true;
            await (first == reading ? reading : Task.CompletedTask);
            Task patience = first == reading ? _failed.Task : Task.Delay(DrainTime, time, end.Token);
            if (first == reading || first == stop.Task)
            {
                // What was taken in is finished; what comes after a stop is for another gateway.
                Leave();
                await Task.WhenAny(_idle.Task, writing, _failed.Task, patience);
            }

            _answers.Writer.TryComplete();
            await Task.WhenAny(writing, _failed.Task.IsFaulted ? Task.Delay(DrainTime, time, end.Token) : patience);
            await (_failed.Task.IsFaulted ? _failed.Task : writing.IsFaulted ? writing : Task.CompletedTask);
            if (first == stop.Task)
            {
                throw new RefusedException(await stop.Task);
            }
        }
        finally
        {
            await end.CancelAsync();
        }
    }

    private async Task Read(IAsyncStreamReader<V1.SubmitReportsRequest> requests, CancellationToken cancellation)
    {
        // It ends with the call by itself; a token of ours could be cancelled when the request is gone already.
        while (await requests.MoveNext(CancellationToken.None) && !_takesNoMore)
        {
            V1.SubmitReportRequest sent = requests.Current.Report ?? new V1.SubmitReportRequest();
            await (client?.AwaitReport(cancellation) ?? ValueTask.CompletedTask);
            await _room.Enter(sent.Entries.Count, cancellation);
            try
            {
                ParsedReport report = await parser.Parse(sent, caller, cancellation);
                Send(report, cancellation);
            }
            catch (RefusedException refused)
            {
                Refuse(sent, refused);
            }
        }
    }

    private void Send(ParsedReport report, CancellationToken cancellation)
    {
        if (!_lanes.TryGetValue(report.Unit, out UnitLane? lane))
        {
            lane = new UnitLane(report.Unit, grains, time, (p, result) => Answer(p, result, cancellation));
            _lanes.Add(report.Unit, lane);
        }

        if (lane.Add(report))
        {
            Interlocked.Increment(ref _running);
            _ = RunLane(lane, cancellation);
        }
    }

    private async Task RunLane(UnitLane lane, CancellationToken cancellation)
    {
        try
        {
            await lane.Run(cancellation);
        }
        catch (Exception e)
        {
            // The first one ends the stream, with its own words.
            _failed.TrySetException(e);
        }

        Leave();
    }

    private void Leave()
    {
        if (Interlocked.Decrement(ref _running) == 0)
        {
            _idle.TrySetResult();
        }
    }

    private async ValueTask Answer(ParsedReport report, SubmitResult result, CancellationToken cancellation)
    {
        metrics.Answered(result.Status);
        try
        {
            (Receipt receipt, bool repeated) = await Submissions.Taken(
                result, caller, sight, "report_id", report.Hash, first => Conflicts.Of(first, report.View, report.Sent, report.Hash), cancellation);
            V1.SubmitReportsResponse response = About(report.Sent);
            response.Receipt = ReceiptMessages.Of(receipt, await catalogue.Get(v => ReceiptMessages.Covers(v, receipt), cancellation));
            response.Repeated = repeated;
            _answers.Writer.TryWrite((response, report.Sent.Entries.Count));
        }
        catch (RefusedException refused)
        {
            Refuse(report.Sent, refused);
        }
    }

    private void Refuse(V1.SubmitReportRequest sent, RefusedException refused)
    {
        V1.SubmitReportsResponse response = About(sent);
        response.Error = ErrorStatus.Of(refused, language, ErrorStatus.MaxTrailerBytes);
        _answers.Writer.TryWrite((response, sent.Entries.Count));
    }

    private static V1.SubmitReportsResponse About(V1.SubmitReportRequest sent) =>
        new() { Unit = sent.Unit, Source = sent.Source, ReportId = sent.ReportId };

    private async Task Write(IServerStreamWriter<V1.SubmitReportsResponse> responses, CancellationToken cancellation)
    {
        int unsent = 0;
        await foreach ((V1.SubmitReportsResponse response, int entries) in _answers.Reader.ReadAllAsync(cancellation))
        {
            // Sending costs more than writing: an answer goes with those that are there already.
            unsent += Math.Max(1, entries);
            bool waits = unsent < MaxUnsent && _answers.Reader.TryPeek(out _);
            unsent = waits ? unsent : 0;
            responses.WriteOptions = waits ? WithTheNext : WriteOptions.Default;
            await responses.WriteAsync(response, CancellationToken.None);
            _room.Leave(entries);
        }
    }
}
