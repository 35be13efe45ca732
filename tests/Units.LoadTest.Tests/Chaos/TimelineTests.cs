using System.Diagnostics;
using Grpc.Core;
using Units.LoadTest.Chaos;
using Units.LoadTest.Checking;
using Units.LoadTest.Load;
using Xunit;

namespace Units.LoadTest.Tests.Chaos;

/// <summary>That a fault is judged by what the client saw, and that each demand can be broken.</summary>
public sealed class TimelineTests
{
    // Wards 3 and 4 of the country of a story: the first has the fault, the other has not.
    private const int Struck = 3;
    private const int Other = 4;

    private static readonly Demands SiloKilled = new() { ResumeWithin = TimeSpan.FromSeconds(10), OthersGap = TimeSpan.FromSeconds(1) };

    private readonly Evidence _evidence;

    public TimelineTests() => _evidence = new Evidence
    {
        Plan = new Story().Evidence.Plan,
        Content = new Story().Evidence.Content,
        Log = new ReportLog(),
        IsNew = [],
        Watchers = [],
        WhileRunning = new Faults(),
    };

    [Fact]
    public void A_ward_that_is_answered_again_in_time_while_the_others_never_stop_holds()
    {
        Others(from: 9, to: 25);
        Answered(Struck, sent: 12, done: 15, calls: 2);

        FaultResult result = Judge(SiloKilled);

        Assert.Empty(result.Broken);
        Assert.Equal((5, 5), (result.RecoverySeconds!.Value, result.SlowestSeconds!.Value));
        Assert.Equal(0.5, result.GapSeconds!.Value, 0.001);
    }

    [Fact]
    public void What_was_answered_on_the_way_out_is_no_recovery()
    {
        Others(from: 9, to: 25);
        Answered(Struck, sent: 9.9, done: 10.1, calls: 1);

        Assert.Contains(Judge(SiloKilled).Broken, b => b.Contains("no affected ward", StringComparison.Ordinal));
    }

    [Fact]
    public void A_late_recovery_is_named_with_its_time()
    {
        Others(from: 9, to: 25);
        Answered(Struck, sent: 12, done: 22, calls: 4);

        Assert.Contains(Judge(SiloKilled).Broken, b => b.Contains("12.0 s", StringComparison.Ordinal));
    }

    [Fact]
    public void Others_that_stop_for_more_than_a_second_are_named_also_at_the_end()
    {
        Others(from: 9, to: 22);
        Answered(Struck, sent: 12, done: 15, calls: 2);

        Assert.Contains(Judge(SiloKilled).Broken, b => b.Contains("not affected", StringComparison.Ordinal) && b.Contains("3.0 s", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_may_be_acknowledged_while_the_database_is_away_but_what_is_durable_already()
    {
        Demands away = new() { NothingAcknowledged = true };
        Answered(Struck, sent: 9.8, done: 10.2, calls: 1);
        Answered(Other, sent: 11, done: 12, calls: 1, wasRepeated: true);
        Assert.Empty(Judge(away).Broken);

        Answered(Struck, sent: 11, done: 13, calls: 1);
        Assert.Contains(Judge(away).Broken, b => b.StartsWith("1 reports", StringComparison.Ordinal));
    }

    [Fact]
    public void Calls_that_fail_with_another_status_than_is_allowed_are_named()
    {
        Answered(Struck, sent: 11, done: 13, calls: 2);
        _evidence.Failures.Add(0, new Status(StatusCode.Internal, "what it said"));
        long now = Stopwatch.GetTimestamp();

        FaultResult result = new Timeline(_evidence).Judge(Fault(new Demands { Failures = [StatusCode.Unavailable] }) with { Start = 0 }, now + 1);

        Assert.Contains(result.Broken, b => b.Contains("what it said", StringComparison.Ordinal));
    }

    [Fact]
    public void A_report_that_takes_more_calls_than_the_retry_policy_makes_is_counted()
    {
        Answered(Struck, sent: 11, done: 13, calls: 5);
        Assert.Empty(Judge(new Demands { Calls = 5 }).Broken);

        Answered(Other, sent: 11, done: 14, calls: 6);
        Assert.Contains(Judge(new Demands { Calls = 5 }).Broken, b => b.StartsWith("1 reports took more", StringComparison.Ordinal));
    }

    /// <summary>A fault from second 10 to second 20, judged until second 25.</summary>
    private FaultResult Judge(Demands demands) => new Timeline(_evidence).Judge(Fault(demands), Ticks(25));

    private static FaultEvent Fault(Demands demands) => new()
    {
        Fault = "a fault",
        Target = "ward 3",
        Process = 1,
        At = DateTimeOffset.UnixEpoch,
        Start = Ticks(10),
        End = Ticks(20),
        Affected = new HashSet<int> { Struck },
        Demands = demands,
    };

    private void Others(double from, double to)
    {
        for (double at = from; at <= to; at += 0.5)
        {
            Answered(Other, at, at, 1);
        }
    }

    private void Answered(int ward, double sent, double done, ushort calls, bool wasRepeated = false) => _evidence.Log.Add(new SentReport
    {
        Ward = ward,
        Original = _evidence.Log.Count,
        Next = -1,
        Sent = Ticks(sent),
        Done = Ticks(done),
        Calls = calls,
        WasRepeated = wasRepeated,
        Outcome = Outcome.Acknowledged,
    });

    private static long Ticks(double seconds) => (long)(seconds * Stopwatch.Frequency);
}
