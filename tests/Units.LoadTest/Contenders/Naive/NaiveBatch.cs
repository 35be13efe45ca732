using Units.LoadTest.Contenders.Reports;

namespace Units.LoadTest.Contenders.Naive;

/// <summary>Reports of a unit that share one write of its state.</summary>
internal sealed class NaiveBatch
{
    private readonly TaskCompletionSource _written = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The reports by source and id.</summary>
    public Dictionary<(string Source, string Id), IncomingEntry[]> Reports { get; } = [];

    /// <summary>Ends when the state with them is written, or with why it is not.</summary>
    public Task Written => _written.Task;

    /// <summary>They are durable.</summary>
    public void Complete() => _written.TrySetResult();

    /// <summary>Whether they are durable is unknown.</summary>
    public void Fail(Exception exception) => _written.TrySetException(exception);
}
