using System.Collections.Immutable;
using Units.Grains.Ledger;
using Units.Grains.Storage;

namespace Units.Grains.Propagation;

/// <summary>A report, a target, a step of a plan, a move or a closing that waits for its batch, with all who wait for it.</summary>
internal sealed class StagedItem
{
    // Each with the hash of what was sent: under one id it may differ.
    private readonly List<(IReply<SubmitResult> Reply, ImmutableArray<byte> ContentHash)> _waiting = [];

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

    /// <summary>The step of a plan, or null.</summary>
    public PlanStep? Step { get; init; }

    /// <summary>The allotment, or null.</summary>
    public Allotment? Allotment { get; init; }

    /// <summary>The edge of a move, or null.</summary>
    public UnitEdge? Move { get; init; }

    /// <summary>The closing or reopening, or null.</summary>
    public PeriodChange? Period { get; init; }

    /// <summary>Who sent it; null where nobody was asked.</summary>
    public string? Who => Report?.Who ?? Target?.Who ?? Step?.Who ?? Allotment?.Who ?? Period?.Who;

    /// <summary>True for what is alone in its batch.</summary>
    public bool IsAlone => Move is not null || Period is not null;

    /// <summary>Its place among all that were ever staged here.</summary>
    public long Number { get; set; }

    /// <summary>True once it waits for no batch any more.</summary>
    public bool IsGone { get; set; }

    /// <summary>How much room it takes in the queue and in a batch.</summary>
    public int Rows => Report?.Entries.Length ?? Step?.Targets.Length + 1 ?? 1;

    /// <summary>True when it is judged by what the unit's plans are.</summary>
    public bool NeedsPlans => Step is not null;

    /// <summary>The pages that its deltas need.</summary>
    public IEnumerable<PageKey> Pages => Report is not null ? PagesNeeded.Of(Report) : Target is not null ? PagesNeeded.Of(Target)
        : Step is not null ? PagesNeeded.Of(Step) : [];

    /// <summary>How many wait for it.</summary>
    public int WaitingCount => _waiting.Count;

    /// <summary>True when all who waited for it have gone.</summary>
    public bool IsAbandoned => _waiting.Count > 0 && _waiting.TrueForAll(static w => w.Reply.IsAbandoned);

    /// <summary>Takes in one more who waits.</summary>
    public void Await(IReply<SubmitResult> reply, ImmutableArray<byte> contentHash) => _waiting.Add((reply, contentHash));

    /// <summary>Answers all who wait with the receipt that is durable. It may be another's: what counts is what each sent, not what was staged.</summary>
    public void Complete(SubmitStatus status, Receipt receipt) => SendToAll(
        receipt.ContentHash, new SubmitResult(status, receipt, []), new SubmitResult(SubmitStatus.OtherContent, receipt, []));

    /// <summary>Answers all who wait that it was not taken in.</summary>
    public void Fail(SubmitResult result) => SendToAll(ContentHash, result, SubmitResult.Of(SubmitStatus.Unavailable));

    private void SendToAll(ImmutableArray<byte> content, SubmitResult toSame, SubmitResult toOther)
    {
        foreach ((IReply<SubmitResult> reply, ImmutableArray<byte> hash) in _waiting)
        {
            reply.Send(hash.AsSpan().SequenceEqual(content.AsSpan()) ? toSame : toOther);
        }

        _waiting.Clear();
    }
}
