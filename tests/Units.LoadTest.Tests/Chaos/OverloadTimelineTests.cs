using System.Diagnostics;
using Grpc.Core;
using Units.LoadTest.Chaos;
using Units.LoadTest.Chaos.Overloads;
using Units.LoadTest.Checking;
using Units.LoadTest.Load;
using Xunit;

namespace Units.LoadTest.Tests.Chaos;

/// <summary>That an overload is judged by what the client saw, and that each demand can be broken: ten reports a second are offered where five are let in.</summary>
public sealed class OverloadTimelineTests
{
    private const int Begin = 100;
    private const int Admitted = 5;
    private const int Offered = 10;

    private static readonly Surge Surge = new(TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(20), Offered);
    private static readonly TimeSpan Whole = TimeSpan.FromSeconds(40);

    private readonly Evidence _evidence;
    private readonly LoadPlan _plan;

    public OverloadTimelineTests()
    {
        Evidence story = new Story().Evidence;
        _plan = story.Plan with { Surge = Surge, Duration = Whole };
        _evidence = new Evidence { Plan = _plan, Content = story.Content, Log = new ReportLog(), IsNew = [], Watchers = [], WhileRunning = new Faults() };
    }

    [Fact]
    public void What_is_let_in_is_acknowledged_and_the_rest_refused_at_once()
    {
        Run();

        FaultResult result = Judge();

        Assert.Empty(result.Broken);
        Assert.Equal(0, result.RecoverySeconds);
    }

    [Fact]
    public void Too_little_acknowledged_is_named() => Broken(() => Run(acknowledged: 3), "3/s were acknowledged of 5/s");

    [Fact]
    public void Too_little_offered_is_named() => Broken(() => Run(offered: 8), "8/s were sent of the 10/s");

    [Fact]
    public void Nothing_refused_is_named() => Broken(() => Run(acknowledged: Offered), "nothing was refused");

    [Fact]
    public void Late_refusals_are_named() => Broken(() => Run(refusedAfter: 0.3), "99 % of the refusals came within 300 ms");

    [Fact]
    public void Refusals_that_do_not_say_when_to_come_again_are_named() => Broken(
        () =>
        {
            Run();
            _evidence.Failures.AddWithoutRetry();
        },
        "1 of 100 refusals had no RetryInfo");

    [Fact]
    public void A_refusal_after_the_time_to_recover_is_named() => Broken(
        () =>
        {
            Run();
            Answered(at: 36.5, after: 0.01, Outcome.Refused, StatusCode.ResourceExhausted);
        },
        "as before after 9 s");

    [Fact]
    public void Slow_answers_after_the_time_to_recover_are_named() => Broken(() => Run(slowAfterwards: 7), "as before after 7 s");

    [Fact]
    public void A_check_that_failed_is_named() => Broken(() => Run(), "C2 failed 1 times, first: a sum", new CheckResult(CheckId.C2, "sums", 1, ["a sum"]));

    private void Broken(Action run, string text, params CheckResult[] checks)
    {
        run();
        string broken = Assert.Single(Judge(checks).Broken);
        Assert.Contains(text, broken, StringComparison.Ordinal);
    }

    private FaultResult Judge(params CheckResult[] checks)
    {
        Figures figures = new(_evidence, Ticks(Begin), Ticks(Begin + Whole.TotalSeconds), new Meters(0, null, 0));
        LoadResult load = new() { Plan = _plan, Evidence = _evidence, Figures = figures, Checks = new CheckReport(checks, 0, 0) };
        return new OverloadTimeline(load, new MemoryLog([])).Judge("an overload", Admitted, 1, DateTimeOffset.UnixEpoch, new OverloadDemands { Goodput = 0.8 });
    }

    private void Run(int offered = Offered, int acknowledged = Admitted, double refusedAfter = 0.02, int slowAfterwards = 0)
    {
        for (int second = 0; second < (int)Whole.TotalSeconds; second++)
        {
            bool surges = second >= 8 && second < 28;
            for (int i = 0; i < (surges ? offered : 1); i++)
            {
                double at = second + (i / (double)Offered);
                if (surges && i >= acknowledged)
                {
                    Answered(at, refusedAfter, Outcome.Refused, StatusCode.ResourceExhausted);
                }
                else
                {
                    Answered(at, second >= 28 && second < 28 + slowAfterwards ? 1.5 : 0.05, Outcome.Acknowledged, StatusCode.OK);
                }
            }
        }
    }

    private void Answered(double at, double after, Outcome outcome, StatusCode status) => _evidence.Log.Add(new SentReport
    {
        Original = _evidence.Log.Count,
        Next = -1,
        Due = Ticks(Begin + at),
        Sent = Ticks(Begin + at),
        Done = Ticks(Begin + at + after),
        Outcome = outcome,
        Status = status,
    });

    private static long Ticks(double seconds) => (long)(seconds * Stopwatch.Frequency);
}
