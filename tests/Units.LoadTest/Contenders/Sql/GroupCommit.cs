using System.Threading.Channels;
using Grpc.Core;
using Npgsql;
using Units.LoadTest.Contenders.Reports;

namespace Units.LoadTest.Contenders.Sql;

/// <summary>Group commit in the gateway: what comes while a batch is being committed makes up the next one.</summary>
/// <param name="commit">Commits a batch and answers every report of it.</param>
internal sealed class GroupCommit(Func<IReadOnlyList<PendingReport>, Task> commit)
{
    /// <summary>The most entries of a batch, unless its last report has more: beyond, an entry gets no cheaper and its neighbours wait longer.</summary>
    private const int MaxEntries = 4096;

    private readonly Channel<PendingReport> _waiting = Channel.CreateUnbounded<PendingReport>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>Takes a report into the next batch.</summary>
    public Task<Taken> Add(IncomingReport report)
    {
        PendingReport pending = new(report);
        _waiting.Writer.TryWrite(pending);
        return pending.Answer;
    }

    /// <summary>Commits batch after batch.</summary>
    public async Task Run(CancellationToken stopping)
    {
        List<PendingReport> batch = [];
        while (await _waiting.Reader.WaitToReadAsync(stopping))
        {
            batch.Clear();
            for (int entries = 0; entries < MaxEntries && _waiting.Reader.TryRead(out PendingReport? next); entries += next.Report.Entries.Length)
            {
                batch.Add(next);
            }

            await Commit(batch);
        }
    }

    private async Task Commit(List<PendingReport> batch)
    {
        try
        {
            await commit(batch);
        }
        catch (NpgsqlException e)
        {
            RpcException unavailable = new(new Status(StatusCode.Unavailable, $"The database is away, repeat the report: {e.Message}", e));
            batch.ForEach(pending => pending.Fail(unavailable));
        }
    }
}
