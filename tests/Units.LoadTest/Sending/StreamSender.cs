using Units.LoadTest.Load;

namespace Units.LoadTest.Sending;

/// <summary>Sends over several streams, a ward always on the same one.</summary>
internal sealed class StreamSender : ISender
{
    private readonly ReportLog _log;
    private readonly ReportStream[] _streams;

    /// <summary>Opens a stream on each connection.</summary>
    public StreamSender(Connections connections, LoadPlan plan, ReportContent content, ReportLog log, Answers answers)
    {
        _log = log;
        _streams = [.. connections.Clients.Select((client, at) => new ReportStream(client.Invoker, plan, content, log, answers, at))];
    }

    /// <inheritdoc/>
    public void Send(int line) => _streams[ReportStream.Of(_log[line].Ward, _streams.Length)].Send(line);

    /// <inheritdoc/>
    public Task Finish() => Task.WhenAll(_streams.Select(s => s.Finish()));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (ReportStream stream in _streams)
        {
            await stream.DisposeAsync();
        }
    }
}
