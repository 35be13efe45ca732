using Units.Grains.Propagation;

namespace Units.Simulation;

/// <summary>Calls to other units, and the planted bug's way to an epoch.</summary>
internal sealed partial class SimActivation
{
    private void Nudge(Effect.NudgeChild nudge)
    {
        UnitId child = nudge.Child;
        SimCall<NudgeReply> call = new(this, reply => Machine.OnNudged(child, reply), () => Machine.OnNudged(child, null));
        Sim.Network.Call(call, new SimRequest(
            SimCatalogue.IndexOf(child),
            nudge,
            to => to.Machine.Nudge(Machine.Unit, nudge.Held, new SimReply<NudgeReply>(to, call, new NudgeReply(null))),
            isNudge: true));
    }

    private void Push(Effect.Push push)
    {
        Sim.Checks.Pushed(this, push);
        UnitId parent = push.Parent;
        SimCall<PushReply> call = new(this, reply => Machine.OnPushed(parent, reply), () => Machine.OnPushed(parent, null));
        Sim.Network.Call(call, new SimRequest(
            SimCatalogue.IndexOf(parent),
            push.Message,
            to => to.Machine.Apply(
                push.Message, new SimReply<PushReply>(to, call, PushReply.Busy, reply => Sim.Checks.Acknowledged(to, push.Message, reply)))));
    }

    private void ReadAndCompareEpoch()
    {
        SimStore store = Sim.Store;
        UnitId unit = Machine.Unit;
        Ask(new CompareAndSetEpoch(), false, () => store[unit].Epoch, read => Sim.Database.Issue(new SimStatement<bool>(
            "compare and set epoch",
            true,
            () => IsAlive,
            () => SetEpoch(read),
            isSet =>
            {
                if (isSet)
                {
                    Machine.OnEpoch(read + 1);
                    Run();
                }
                else
                {
                    ReadAndCompareEpoch();
                }
            },
            () => TakeWhatIsReadBack(read))));
    }

    /// <summary>It cannot tell whose epoch it reads back, and takes it for its own.</summary>
    private void TakeWhatIsReadBack(long read) => Ask(new CompareAndSetEpoch(), false, () => Sim.Store[Machine.Unit].Epoch, found =>
    {
        if (found == read + 1)
        {
            Machine.OnEpoch(found);
        }
        else
        {
            ReadAndCompareEpoch();
        }
    });

    private bool SetEpoch(long read)
    {
        if (Sim.Store[Machine.Unit].Epoch != read)
        {
            return false;
        }

        Sim.Store[Machine.Unit].Epoch = read + 1;
        return true;
    }
}
