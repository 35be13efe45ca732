using System.Diagnostics;
using System.Globalization;
using Grpc.Core;
using Units.LoadTest.Checking;
using Units.LoadTest.Load;

namespace Units.LoadTest.Chaos.Overloads;

/// <summary>Holds a run with a surge against the client's log.</summary>
internal sealed class OverloadTimeline
{
    // A second of the load is as before when 95 % of what was due in it is acknowledged within this, and nothing sound of it is refused.
    private static readonly long Prompt = Stopwatch.Frequency;
    private const double MostAreMany = 0.95;

    private readonly Evidence _evidence;
    private readonly CheckReport _checks;
    private readonly MemoryLog _memory;
    private readonly long _from;
    private readonly long _to;
    private readonly long _end;

    /// <summary>Looks at a run that is over.</summary>
    public OverloadTimeline(LoadResult load, MemoryLog memory)
    {
        (_evidence, _checks, _memory) = (load.Evidence, load.Checks, memory);
        Surge surge = load.Plan.Surge!;
        _from = load.Figures.From + Ticks(surge.After);
        _to = _from + Ticks(surge.Lasts);
        _end = load.Figures.From + Ticks(load.Plan.Duration);
    }

    /// <summary>What it did.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="admitted">How many reports a second are let in.</param>
    /// <param name="process">The first gateway's process id.</param>
    /// <param name="at">When it began.</param>
    /// <param name="demands">What must hold.</param>
    public FaultResult Judge(string name, double admitted, int process, DateTimeOffset at, OverloadDemands demands)
    {
        double lasts = Seconds(_to - _from);
        SentReport[] log = [.. Enumerable.Range(0, _evidence.Log.Count).Select(l => _evidence.Log[l])];
        double planned = _evidence.Plan.Surge!.Rate;
        double offered = log.Count(r => r.Sent >= _from && r.Sent < _to) / lasts;
        double goodput = log.Count(r => r.Outcome == Outcome.Acknowledged && r.Done >= _from && r.Done < _to) / lasts;
        SentReport[] refused = [.. log.Where(r => r.Outcome == Outcome.Refused && r.Status == StatusCode.ResourceExhausted)];
        Latencies refusals = Times(refused);
        Latencies taken = Times(log.Where(r => r.Outcome == Outcome.Acknowledged && r.Sent >= _from && r.Sent < _to));
        int unknown = log.Count(r => r.Outcome is Outcome.Unknown or Outcome.Pending);
        double back = Back(log);
        List<string> broken = [];
        Require(goodput >= demands.Goodput * admitted, $"{goodput:0}/s were acknowledged of {admitted:0}/s that are let in, and {demands.Goodput:P0} is the least");
        Require(offered >= demands.Offered * planned, $"{offered:0}/s were sent of the {planned:0}/s that were meant to be: it was no such load");
        Require(refused.Length > 0, $"nothing was refused");
        Require(refusals.At(99) <= demands.Refused.TotalMilliseconds, $"99 % of the refusals came within {refusals.At(99):0} ms, and {demands.Refused.TotalMilliseconds} ms is the most");
        Require(_evidence.Failures.WithoutRetry == 0, $"{_evidence.Failures.WithoutRetry} of {refused.Length} refusals had no RetryInfo");
        Require(back <= demands.NormalWithin.TotalSeconds, $"it was as before after {back:0} s, and {demands.NormalWithin.TotalSeconds} s is the most");
        foreach ((string which, long bytes) in _memory.Most.Where(m => m.Bytes > demands.Memory))
        {
            Require(false, $"{which} held {Megabytes(bytes)} MB, and {Megabytes(demands.Memory)} MB is the most");
        }

        foreach (CheckResult check in _checks.Results.Where(c => !c.Passed))
        {
            Require(false, $"{check.Id} failed {check.FaultCount} times, first: {(check.Faults.Count > 0 ? check.Faults[0] : "")}");
        }

        string memory = string.Join(", ", _memory.Most.Select(m => Text($"{m.Name} {Megabytes(m.Bytes)} MB")));
        FaultEvent done = new()
        {
            Fault = name,
            Target = "all gateways",
            Process = process,
            At = at,
            Start = _from,
            End = _to,
            Demands = new Demands(),
            Seen = Text($"{offered:0}/s offered, {goodput:0}/s acknowledged of {admitted:0}/s (p99 {taken.At(99):0} ms), {refused.Length} refused (p99 {refusals.At(99):0} ms), {unknown} unknown; at most {memory}"),
        };
        return new FaultResult(done, back, null, null, broken, []);

        void Require(bool holds, FormattableString otherwise)
        {
            if (!holds)
            {
                broken.Add(Text(otherwise));
            }
        }
    }

    /// <summary>How many seconds after the surge the last second of the load ends that is not as before.</summary>
    private double Back(SentReport[] log)
    {
        int seconds = (int)Seconds(_end - _to);
        int[] due = new int[seconds];
        int[] prompt = new int[seconds];
        bool[] isRefused = new bool[seconds];
        foreach (SentReport report in log.Where(r => r.Due >= _to))
        {
            int second = (int)Seconds(report.Due - _to);
            if (second >= seconds)
            {
                continue;
            }

            bool isPrompt = report.Outcome is Outcome.Acknowledged or Outcome.Refused && report.Done - report.Due <= Prompt;
            due[second]++;
            prompt[second] += isPrompt ? 1 : 0;
            isRefused[second] |= report.Outcome == Outcome.Refused && report.Status == StatusCode.ResourceExhausted;
        }

        return Enumerable.Range(0, seconds).LastOrDefault(s => isRefused[s] || prompt[s] < MostAreMany * due[s], -1) + 1;
    }

    private static Latencies Times(IEnumerable<SentReport> reports)
    {
        Latencies times = new();
        foreach (SentReport report in reports)
        {
            times.Add(report.Done - report.Sent);
        }

        return times;
    }

    private static long Megabytes(long bytes) => bytes / (1024 * 1024);

    private static double Seconds(long ticks) => ticks / (double)Stopwatch.Frequency;

    private static long Ticks(TimeSpan time) => (long)(time.TotalSeconds * Stopwatch.Frequency);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
