using System.Diagnostics;
using System.Globalization;
using Grpc.Core;
using Units.LoadTest.Checking;
using Units.LoadTest.Load;

namespace Units.LoadTest.Chaos;

/// <summary>Holds each fault against the client's log: who was answered when.</summary>
internal sealed class Timeline
{
    // What was on its way back when something died may still arrive.
    private static readonly long OnItsWay = Ticks(TimeSpan.FromMilliseconds(500));

    private readonly Evidence _evidence;

    // The acknowledged lines in the order of their answers.
    private readonly int[] _answered;

    /// <summary>Sorts the log of a run that is over.</summary>
    public Timeline(Evidence evidence)
    {
        _evidence = evidence;
        _answered = [.. Enumerable.Range(0, evidence.Log.Count).Where(l => evidence.Log[l].Outcome == Outcome.Acknowledged).OrderBy(l => evidence.Log[l].Done)];
    }

    /// <summary>What a fault did.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="until">When the next one began, or the load ended.</param>
    public FaultResult Judge(FaultEvent fault, long until)
    {
        Demands demands = fault.Demands;
        long from = demands.ResumesAfterEnd ? fault.End : fault.Start;
        double? first = null;
        double? slowest = null;
        foreach (IGrouping<int, long> ward in Resumed(fault, from, until).GroupBy(r => r.Ward, r => r.Done))
        {
            double seconds = Seconds(from, ward.Min());
            first = first is { } f ? Math.Min(f, seconds) : seconds;
            slowest = slowest is { } s ? Math.Max(s, seconds) : seconds;
        }

        double? gap = fault.Affected is { } affected ? Gap(line => !affected.Contains(_evidence.Log[line].Ward), fault.Start, until) : null;
        string[] late = [.. Late(fault.Demands, first, gap)];
        return new FaultResult(fault, first, slowest, gap, [.. fault.Broken, .. late, .. Broken(fault, until)], late);
    }

    private static IEnumerable<string> Late(Demands demands, double? first, double? gap)
    {
        if (demands.ResumeWithin is { } within && !(first <= within.TotalSeconds))
        {
            yield return first is { } seconds
                ? Text($"the first acknowledgement of an affected ward came after {seconds:0.0} s, and has to within {within.TotalSeconds} s")
                : "no affected ward was acknowledged again before the next fault";
        }

        if (demands.OthersGap is { } longest && !(gap <= longest.TotalSeconds))
        {
            yield return Text($"no ward that is not affected was acknowledged for {gap:0.0} s, and {longest.TotalSeconds} s is the most");
        }
    }

    private IEnumerable<string> Broken(FaultEvent fault, long until)
    {
        Demands demands = fault.Demands;

        // What had been taken in before is durable, and may be said again.
        int early = Between(fault.Start + OnItsWay, fault.End).Count(l => !_evidence.Log[l].WasRepeated);
        if (demands.NothingAcknowledged && early > 0)
        {
            yield return Text($"{early} reports were acknowledged while nothing could be durable");
        }

        if (demands.Failures.Count > 0 && _evidence.Failures.All.Where(f => f.At >= fault.Start && f.At < until)
                .Where(f => !demands.Failures.Contains(f.Status.StatusCode)).Select(f => f.Status).ToList() is [Status other, ..] others)
        {
            yield return Text($"{others.Count} calls failed with other than {string.Join(" or ", demands.Failures)}: {other.StatusCode}, {other.Detail}");
        }

        if (demands.SeenRatio is { } ratio && (Delay(fault, isStruck: true), Delay(fault, isStruck: false)) is var (with, without) && with > ratio * without)
        {
            yield return Text($"watchers saw after {with:0} ms (p99) with it and {without:0} ms without, and {ratio} times is the most");
        }

        if (demands.Calls is { } most && Between(fault.Start, until).Count(l => _evidence.Log[l].Calls > most) is > 0 and int more)
        {
            yield return Text($"{more} reports took more than {most} calls");
        }
    }

    /// <summary>What 99 % of the probes did not exceed until a watcher saw them, in milliseconds, in the windows with the fault or in those without: the median over watchers.</summary>
    private double Delay(FaultEvent fault, bool isStruck)
    {
        (long From, long To, bool IsStruck)[] windows = [.. fault.Windows.Where(w => w.IsStruck == isStruck)];
        return Median(_evidence.Watchers.Select(watcher => Median(windows.Select(w => Seen.After(_evidence, [watcher], w.From, w.To).At(99)))));
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] ordered = [.. values.Order()];
        return ordered.Length == 0 ? 0 : ordered[ordered.Length / 2];
    }

    /// <summary>The answers to reports of affected wards that were sent after the moment, or that took another call.</summary>
    private IEnumerable<(int Ward, long Done)> Resumed(FaultEvent fault, long from, long until) => Between(from, until)
        .Select(line => _evidence.Log[line])
        .Where(r => fault.Affected?.Contains(r.Ward) != false && (r.Sent >= from || r.Calls > 1))
        .Select(r => (r.Ward, r.Done));

    private double Gap(Func<int, bool> counts, long from, long until)
    {
        long last = from;
        long longest = 0;
        foreach (int line in Between(from, until).Where(counts))
        {
            longest = Math.Max(longest, _evidence.Log[line].Done - last);
            last = _evidence.Log[line].Done;
        }

        return Seconds(0, Math.Max(longest, until - last));
    }

    private IEnumerable<int> Between(long from, long until) =>
        _answered.SkipWhile(l => _evidence.Log[l].Done < from).TakeWhile(l => _evidence.Log[l].Done < until);

    private static double Seconds(long from, long to) => (to - from) / (double)Stopwatch.Frequency;

    private static long Ticks(TimeSpan time) => (long)(time.TotalSeconds * Stopwatch.Frequency);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
