using System.Collections.Immutable;
using Units.Grains.Ledger;
using Units.Grains.Storage;

namespace Units.Grains.Propagation;

/// <summary>A report, a target or a move that waits for its batch, with all who wait for it.</summary>
internal sealed class StagedItem
{
    /// <summary>What it is known by.</summary>
    public required ReportKey Key { get; init; }

    /// <summary>The hash of what was sent.</summary>
    public required ImmutableArray<byte> ContentHash { get; init; }

    /// <summary>When it came.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The report, or null.</summary>
    public Report? Report { get; init; }

    /// <summary>The target, or null.</summary>
    public TargetAssignment? Target { get; init; }

    /// <summary>The edge of a move, or null.</summary>
    public UnitEdge? Move { get; init; }

    /// <summary>Who waits for its receipt.</summary>
    public List<IReply<SubmitResult>> Waiting { get; } = [];

    /// <summary>Who sent other content under the same id, and is shown this one once it is durable.</summary>
    public List<IReply<SubmitResult>> Others { get; } = [];

    /// <summary>How much room it takes in the queue and in a batch.</summary>
    public int Rows => Report?.Entries.Length ?? 1;

    /// <summary>The pages that its deltas need.</summary>
    public IEnumerable<PageKey> Pages => Report is not null ? PagesNeeded.Of(Report) : Target is not null ? PagesNeeded.Of(Target) : [];

    /// <summary>Answers all who wait with a committed receipt.</summary>
    public void Complete(SubmitStatus status, Receipt receipt)
    {
        SendTo(Waiting, new SubmitResult(status, receipt, []));
        SendTo(Others, new SubmitResult(SubmitStatus.OtherContent, receipt, []));
    }

    /// <summary>Answers all who wait that it was not taken in.</summary>
    public void Fail(SubmitResult result)
    {
        SendTo(Waiting, result);
        SendTo(Others, SubmitResult.Of(SubmitStatus.Unavailable));
    }

    private static void SendTo(List<IReply<SubmitResult>> replies, SubmitResult result)
    {
        foreach (IReply<SubmitResult> reply in replies)
        {
            reply.Send(result);
        }

        replies.Clear();
    }
}
