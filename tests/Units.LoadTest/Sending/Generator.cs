using System.Diagnostics;
using Units.LoadTest.Load;

namespace Units.LoadTest.Sending;

/// <summary>Sends what the plan says when it says: nothing is left out because an answer is late.</summary>
internal sealed class Generator(LoadPlan plan, ReportChooser chooser, ISender sender, InFlight inFlight)
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan BetweenProbes = TimeSpan.FromMilliseconds(25);

    /// <summary>How many probes come a second at most, beside what a plan says.</summary>
    public static readonly double ProbesPerSecond = TimeSpan.FromSeconds(1) / BetweenProbes;

    private readonly bool _probes = plan.Watchers > 0;
    private long _nextProbe;
    private int _probe;

    /// <summary>When the first report was due, in stopwatch ticks.</summary>
    public long Start { get; private set; }

    /// <summary>When the figures begin: after the warm-up.</summary>
    public long MeasuredFrom => Start + Ticks(plan.Warmup);

    /// <summary>When the last report was due.</summary>
    public long End { get; private set; }

    /// <summary>Sends everything; answers may still be outstanding.</summary>
    public async Task Run(CancellationToken stop)
    {
        Start = _nextProbe = Stopwatch.GetTimestamp();
        End = Start + Ticks(plan.Warmup + plan.Duration);
        try
        {
            await (plan.Arrivals == ArrivalKind.Max ? RunAtMost(stop) : RunSchedule(stop));
        }
        catch (OperationCanceledException)
        {
            // Whoever stops a run wants the figures and checks of what was sent.
            End = Math.Min(End, Stopwatch.GetTimestamp());
        }
    }

    private async Task RunSchedule(CancellationToken stop)
    {
        using PeriodicTimer timer = new(Tick, TimeProvider.System);
        TimeSpan duration = plan.Warmup + plan.Duration;
        Random random = new(plan.Seed);
        foreach (double seconds in plan.Surge is { } surge ? Arrivals.Times(plan.Rate, surge, duration, random) : Arrivals.Times(plan.Arrivals, plan.Rate, duration, random))
        {
            long due = Start + (long)(seconds * Stopwatch.Frequency);
            Probe();
            while (Stopwatch.GetTimestamp() < due)
            {
                await timer.WaitForNextTickAsync(stop);
                Probe();
            }

            inFlight.Add();
            sender.Send(chooser.Next(due));
        }
    }

    private async Task RunAtMost(CancellationToken stop)
    {
        using CancellationTokenSource over = new(plan.Warmup + plan.Duration, TimeProvider.System);
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(stop, over.Token);
        while (Stopwatch.GetTimestamp() < End)
        {
            long now = Stopwatch.GetTimestamp();
            while (inFlight.HasRoom)
            {
                inFlight.Add();
                sender.Send(chooser.Next(now));
            }

            Probe();
            await inFlight.Room(end.Token);
        }
    }

    private void Probe()
    {
        long now = Stopwatch.GetTimestamp();
        if (!_probes || now < _nextProbe)
        {
            return;
        }

        _nextProbe = now + Ticks(BetweenProbes);
        _probe = (_probe + 1) % RunMeasures.Probes;
        int line = chooser.NextProbe(_probe, now);
        if (line >= 0)
        {
            inFlight.Add();
            sender.Send(line);
        }
    }

    private static long Ticks(TimeSpan time) => (long)(time.TotalSeconds * Stopwatch.Frequency);
}
