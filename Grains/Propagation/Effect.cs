using System.Collections.Immutable;
using Units.Grains.Storage;

namespace Units.Grains.Propagation;

/// <summary>What the machine asks its host to do. The host answers by calling the machine, once, whatever it takes; the answer may find it gone.</summary>
internal abstract record Effect
{
    /// <summary>Read where the journal ends and where the unit hangs; answer with <see cref="UnitMachine.OnHead"/>.</summary>
    internal record ReadHead : Effect;

    /// <summary>Raise the epoch; answer with <see cref="UnitMachine.OnEpoch"/>.</summary>
    internal record TakeEpoch : Effect;

    /// <summary>Load the held records; answer with <see cref="UnitMachine.OnSnapshot"/>.</summary>
    internal sealed record LoadSnapshot : Effect;

    /// <summary>Read the own journal and those of the leaf children; answer with <see cref="UnitMachine.OnChildren"/>.</summary>
    internal sealed record ReadChildren(ImmutableDictionary<UnitId, long> Held) : Effect;

    /// <summary>Read pages of the ledger; answer with <see cref="UnitMachine.OnPages"/>.</summary>
    internal sealed record ReadPages(ImmutableArray<PageKey> Pages) : Effect;

    /// <summary>Find the receipts of known reports; answer with <see cref="UnitMachine.OnReceipts"/>.</summary>
    internal sealed record FindReceipts(ImmutableArray<ReportKey> Reports) : Effect;

    /// <summary>Read the tree above a would-be parent; answer with <see cref="UnitMachine.OnTree"/>.</summary>
    internal sealed record ReadTree(UnitId Parent) : Effect;

    /// <summary>Read which months from this one on are closed for the unit; answer with <see cref="UnitMachine.OnClosures"/>.</summary>
    internal sealed record ReadClosures(Month From) : Effect;

    /// <summary>Read the steps of the unit's plans; answer with <see cref="UnitMachine.OnPlans"/>.</summary>
    internal sealed record ReadPlans : Effect;

    /// <summary>Append a batch; answer with <see cref="UnitMachine.OnAppended"/>.</summary>
    internal record Append(JournalBatch Batch) : Effect;

    /// <summary>Read the own epoch, by a statement that begins after this moment; answer with <see cref="UnitMachine.OnConfirmed"/>.</summary>
    internal sealed record Confirm : Effect;

    /// <summary>Nudge a child; answer with <see cref="UnitMachine.OnNudged"/>, also when the call was lost.</summary>
    internal sealed record NudgeChild(UnitId Child, UnitVersion? Held) : Effect;

    /// <summary>Push to a parent; answer with <see cref="UnitMachine.OnPushed"/>, also when the call was lost.</summary>
    internal sealed record Push(UnitId Parent, PushMessage Message) : Effect;

    /// <summary>Call <see cref="UnitMachine.Wake"/> with this after the delay of its kind.</summary>
    internal sealed record WakeLater(WakeKind Kind, UnitId Parent) : Effect;

    /// <summary>This activation is over: fail whoever waits, drop everything. The next one begins from storage.</summary>
    internal sealed record Deactivate(string Reason) : Effect;
}
