using Units.Grains.Storage;

namespace Units.Silo.Storage;

/// <summary>A batch of one unit on its way into the journal, and what is found of it.</summary>
/// <param name="batch">The batch.</param>
internal sealed class AppendVerdict(JournalBatch batch)
{
    /// <summary>The batch.</summary>
    public JournalBatch Batch => batch;

    /// <summary>The number of its unit.</summary>
    public int Unit { get; set; }

    /// <summary>Why it is not written, or null while nothing speaks against it.</summary>
    public AppendOutcome? Refusal { get; set; }

    /// <summary>The sequence of its last report.</summary>
    public long Last => batch.Reports[^1].Sequence;

    /// <summary>Judges it by the end of the journal, as SQLite's append does.</summary>
    /// <param name="head">The end.</param>
    /// <param name="epoch">The unit's epoch.</param>
    /// <param name="atPlace">The id of the batch at its place; null where there is none.</param>
    public void Judge(long head, long epoch, Guid? atPlace)
    {
        if (head != batch.After)
        {
            // What is durable is answered so, also when the epoch has moved on since.
            Refusal = head > batch.After && atPlace == batch.BatchId ? AppendOutcome.Committed : AppendOutcome.Conflict;
        }
        else if (epoch != batch.Epoch)
        {
            Refusal = AppendOutcome.Conflict;
        }
    }
}
