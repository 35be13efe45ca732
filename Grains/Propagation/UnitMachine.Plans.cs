using Units.Grains.Storage;

namespace Units.Grains.Propagation;

/// <summary>Plans: read when a step is to be judged, kept from then on, and folded like everything else that is committed.</summary>
internal sealed partial class UnitMachine
{
    private PlanBook? _plans;

    /// <summary>Takes a step of a plan in.</summary>
    public void TakeStep(PlanStep step, DateTimeOffset now, IReply<SubmitResult> reply) => Stage(
        new StagedItem
        {
            Key = _decisions.IdentityOf(new ReportKey(step.Source, step.RequestId)),
            ContentHash = step.ContentHash,
            ReceivedAt = now,
            Step = step,
        },
        reply);

    /// <summary>Takes an allotment in.</summary>
    public void Allot(Allotment allotment, DateTimeOffset now, IReply<SubmitResult> reply) => Stage(
        new StagedItem
        {
            Key = _decisions.IdentityOf(new ReportKey(allotment.Source, allotment.RequestId)),
            ContentHash = allotment.ContentHash,
            ReceivedAt = now,
            Allotment = allotment,
        },
        reply);

    /// <summary>Answer to <see cref="Effect.ReadPlans"/>.</summary>
    public void OnPlans(PlansReading reading)
    {
        if (ReadAsOurs(reading.Sequence))
        {
            _plans = PlanBook.Of(reading.Entries);
            Pump();
        }
    }

    /// <summary>Asks for the plans where something is judged by them; false when they are known or not needed.</summary>
    private bool ReadPlans(List<StagedItem> items)
    {
        if (_plans is not null || !items.Exists(static item => item.NeedsPlans))
        {
            return false;
        }

        if (_sequence == 0)
        {
            _plans = PlanBook.Empty;
            return false;
        }

        _journalBusy = true;
        Emit(new Effect.ReadPlans());
        return true;
    }

    private void FoldPlans(JournalReport report)
    {
        JournalRow first = report.Rows[0];
        if (_plans is not null && first is { Kind: >= RowKind.PlanDraft, Detail: { } detail })
        {
            _plans = _plans.With(PlanText.Entry(first.Kind, detail, report.Key, report.Sequence, report.ReceivedAt, report.Who));
        }
    }
}
