using System.Threading.Channels;
using Grpc.Core;
using Units.LoadTest.Load;

namespace Units.LoadTest.Sending;

/// <summary>One call of SubmitReports, opened again where it breaks. What had no answer then has an unknown outcome: the check asks for it.</summary>
internal sealed class ReportStream : IAsyncDisposable
{
    /// <summary>After so many messages what is buffered goes out, even where more are waiting.</summary>
    private const int MaxBuffered = 64;

    private static readonly TimeSpan BeforeReopening = TimeSpan.FromMilliseconds(100);
    private static readonly WriteOptions Buffered = new(WriteFlags.BufferHint);
    private static readonly WriteOptions Flushed = new();

    private readonly CallInvoker _invoker;
    private readonly LoadPlan _plan;
    private readonly ReportContent _content;
    private readonly ReportLog _log;
    private readonly Answers _answers;
    private readonly int _number;
    private readonly Channel<int> _waiting = Channel.CreateUnbounded<int>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });
    private readonly CancellationTokenSource _end = new();
    private readonly Task _running;
    private readonly Method<V1.SubmitReportsRequest, StreamAnswer> _method;

    // Serialised while it is written, and so used again for the next report.
    private readonly V1.SubmitReportsRequest _message = new() { Report = new V1.SubmitReportRequest() };

    /// <summary>Opens it.</summary>
    public ReportStream(
        CallInvoker invoker, LoadPlan plan, ReportContent content, ReportLog log, Answers answers, int number)
    {
        _invoker = invoker;
        _method = new StreamAnswer(content.Prefix).Method();
        _plan = plan;
        _content = content;
        _log = log;
        _answers = answers;
        _number = number;
        _running = Task.Run(Run);
    }

    /// <summary>The stream of a ward among so many.</summary>
    public static int Of(int ward, int streams) => ward % streams;

    /// <summary>Sends the report on a line of the log after all before it.</summary>
    public void Send(int line) => _waiting.Writer.TryWrite(line);

    /// <summary>Waits for the last answer, or gives up.</summary>
    public async Task Finish()
    {
        _waiting.Writer.Complete();
        try
        {
            await _running.WaitAsync(_plan.Patience, TimeProvider.System);
        }
        catch (TimeoutException)
        {
            await _end.CancelAsync();
            await _running;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _end.CancelAsync();
        await _running;
        _end.Dispose();
    }

    private async Task Run()
    {
        while (await _waiting.Reader.WaitToReadAsync())
        {
            StatusCode status = await RunCall();
            if (_end.IsCancellationRequested)
            {
                GiveUpWaiting();
                return;
            }

            if (status != StatusCode.OK)
            {
                await Task.Delay(BeforeReopening, TimeProvider.System);
            }
        }
    }

    /// <summary>Runs one call until all is sent and answered, or it breaks.</summary>
    private async Task<StatusCode> RunCall()
    {
        using AsyncDuplexStreamingCall<V1.SubmitReportsRequest, StreamAnswer> call =
            _invoker.AsyncDuplexStreamingCall(_method, null, new CallOptions(cancellationToken: _end.Token));
        using CancellationTokenSource broken = CancellationTokenSource.CreateLinkedTokenSource(_end.Token);
        Task writing = Write(call.RequestStream, broken.Token);
        StatusCode status = StatusCode.Unknown;
        try
        {
            await Read(call.ResponseStream);
            status = StatusCode.OK;
        }
        catch (RpcException e)
        {
            status = e.StatusCode;
        }

        await broken.CancelAsync();
        await writing;
        GiveUpSent(status == StatusCode.OK ? StatusCode.Unknown : status);
        return status;
    }

    private async Task Write(IClientStreamWriter<V1.SubmitReportsRequest> requests, CancellationToken broken)
    {
        try
        {
            int buffered = 0;
            while (await _waiting.Reader.WaitToReadAsync(broken))
            {
                while (!broken.IsCancellationRequested && _waiting.Reader.TryRead(out int line))
                {
                    _answers.Sending(line);
                    _content.Write(_log, line, _plan.Country.Units[_log[line].Ward].Id, _message.Report);
                    bool more = ++buffered < MaxBuffered && _waiting.Reader.TryPeek(out _);
                    buffered = more ? buffered : 0;
                    requests.WriteOptions = more ? Buffered : Flushed;
                    await requests.WriteAsync(_message, broken);
                }
            }

            await requests.CompleteAsync();
        }
        catch (Exception e) when (e is RpcException or IOException or OperationCanceledException or InvalidOperationException)
        {
            // The call is over: the reader learns why.
        }
    }

    private async Task Read(IAsyncStreamReader<StreamAnswer> answers)
    {
        while (await answers.MoveNext(CancellationToken.None))
        {
            StreamAnswer answer = answers.Current;
            int line = _answers.Pending(answer.Original);
            if (answer.Status == StatusCode.OK)
            {
                _answers.Acknowledge(line, answer.Sequence, answer.WasRepeated);
            }
            else
            {
                _answers.Fail(line, answer.Status);
            }
        }
    }

    private void GiveUpSent(StatusCode status)
    {
        for (int line = 0; line < _log.Count; line++)
        {
            ref SentReport report = ref _log[line];
            if (report.Outcome == Outcome.Pending && report.Sent != 0 && Of(report.Ward, _plan.Connections) == _number)
            {
                // Whatever the stream was refused with says nothing about what was under way in it.
                _answers.Fail(line, status is StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.Cancelled ? status : StatusCode.Unknown);
            }
        }
    }

    private void GiveUpWaiting()
    {
        while (_waiting.Reader.TryRead(out int line))
        {
            _answers.Fail(line, StatusCode.Cancelled);
        }
    }
}
