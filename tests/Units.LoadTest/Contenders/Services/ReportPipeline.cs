using System.Threading.Channels;
using Grpc.Core;

namespace Units.LoadTest.Contenders.Services;

/// <summary>One stream of reports: many under way at a time, each answered when its commit lands.</summary>
/// <param name="take">Takes one report in.</param>
internal sealed class ReportPipeline(Func<V1.SubmitReportRequest, Task<(V1.Receipt Receipt, bool Repeated)>> take)
{
    /// <summary>The most reports of a stream without an answer; beyond, reading waits.</summary>
    private const int Room = 4096;

    private static readonly WriteOptions More = new(WriteFlags.BufferHint);

    // What is in it has room, so it needs no bound of its own.
    private readonly Channel<V1.SubmitReportsResponse> _answers =
        Channel.CreateUnbounded<V1.SubmitReportsResponse>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>Runs until the caller has sent all and has every answer.</summary>
    public async Task Run(
        IAsyncStreamReader<V1.SubmitReportsRequest> requests, IServerStreamWriter<V1.SubmitReportsResponse> responses, CancellationToken cancellation)
    {
        // Never disposed: answers that come after the call has ended still give their places back.
        SemaphoreSlim room = new(Room, Room);
        Task writing = Write(responses, cancellation);
        while (await requests.MoveNext(cancellation))
        {
            await room.WaitAsync(cancellation);
            _ = Answer(requests.Current.Report, room);
        }

        for (int i = 0; i < Room; i++)
        {
            await room.WaitAsync(cancellation);
        }

        _answers.Writer.Complete();
        await writing;
    }

    private async Task Answer(V1.SubmitReportRequest sent, SemaphoreSlim room)
    {
        V1.SubmitReportsResponse answer = new() { Unit = sent.Unit, Source = sent.Source, ReportId = sent.ReportId };
        try
        {
            (answer.Receipt, answer.Repeated) = await take(sent);
        }
        catch (RpcException e)
        {
            answer.Error = new Google.Rpc.Status { Code = (int)e.StatusCode, Message = e.Status.Detail };
        }
        catch (Exception e)
        {
            answer.Error = new Google.Rpc.Status { Code = (int)StatusCode.Unknown, Message = e.Message };
        }

        _answers.Writer.TryWrite(answer);
        room.Release();
    }

    private async Task Write(IServerStreamWriter<V1.SubmitReportsResponse> responses, CancellationToken cancellation)
    {
        while (await _answers.Reader.WaitToReadAsync(cancellation))
        {
            while (_answers.Reader.TryRead(out V1.SubmitReportsResponse? answer))
            {
                // A flush to the socket for each answer would cost more than the answer; the last one of those that are there flushes them all.
                responses.WriteOptions = _answers.Reader.TryPeek(out _) ? More : WriteOptions.Default;
                await responses.WriteAsync(answer, cancellation);
            }
        }
    }
}
