using Units.LoadTest.Contenders.Reports;

namespace Units.LoadTest.Contenders.Sql;

/// <summary>A report that waits for its batch.</summary>
internal sealed class PendingReport(IncomingReport report)
{
    private readonly TaskCompletionSource<Taken> _taken = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The report.</summary>
    public IncomingReport Report { get; } = report;

    /// <summary>Its answer.</summary>
    public Task<Taken> Answer => _taken.Task;

    /// <summary>Answers it.</summary>
    public void Complete(StoredReport stored) => _taken.TrySetResult(new Taken(stored, Repeated: false));

    /// <summary>Answers that it was there before, or that its id has other content.</summary>
    public void Repeat(StoredReport first)
    {
        try
        {
            _taken.TrySetResult(Taken.Again(first, Report));
        }
        catch (Grpc.Core.RpcException e)
        {
            _taken.TrySetException(e);
        }
    }

    /// <summary>Answers that the outcome is unknown.</summary>
    public void Fail(Exception exception) => _taken.TrySetException(exception);
}
