using System.Diagnostics;
using System.Globalization;
using Grpc.Core;
using Units.TestSupport;

namespace Units.LoadTest.Chaos.Faults;

/// <summary>The database server is away for a while: killed, stopped at once, or frozen.</summary>
/// <param name="name">What happens to it.</param>
/// <param name="leave">Makes it go.</param>
/// <param name="comeBack">Brings it back, and waits until it takes connections.</param>
/// <param name="time">How long it is away at least.</param>
internal sealed class PostgresAway(string name, Func<PostgresServer, Task> leave, Func<PostgresServer, Task> comeBack, TimeSpan time) : IFault
{
    /// <summary>SIGKILL to all its processes.</summary>
    public static PostgresAway Killed { get; } = new("PostgreSQL: kill -9", p => p.Kill(), p => p.Resume(), TimeSpan.FromSeconds(1));

    /// <summary>An immediate stop.</summary>
    public static PostgresAway Stopped { get; } = new("PostgreSQL: immediate stop", p => p.StopImmediately(), p => p.Resume(), TimeSpan.FromSeconds(1));

    /// <summary>It stands still for a time.</summary>
    public static PostgresAway Frozen(TimeSpan time) => new(
        string.Create(CultureInfo.InvariantCulture, $"PostgreSQL: frozen {time.TotalSeconds:0} s"), Now(p => p.Freeze()), Now(p => p.Thaw()), time);

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public async Task<FaultEvent> Do(FaultScene scene)
    {
        PostgresServer postgres = scene.Cluster.Postgres;
        int process = postgres.ProcessId;
        DateTimeOffset at = TimeProvider.System.GetUtcNow();
        await leave(postgres);
        long start = Stopwatch.GetTimestamp();
        await scene.Wait(time);
        long back = Stopwatch.GetTimestamp();
        await comeBack(postgres);
        return new FaultEvent
        {
            Fault = Name,
            Target = "the journal of all",
            Process = process,
            At = at,
            Start = start,
            // A server that starts takes connections a moment before whoever waits for it knows.
            End = back,
            Demands = new Demands
            {
                ResumeWithin = TimeSpan.FromSeconds(2) + Stopwatch.GetElapsedTime(back),
                ResumesAfterEnd = true,
                NothingAcknowledged = true,
                Failures = [StatusCode.Unavailable, StatusCode.DeadlineExceeded],
            },
            Seen = string.Create(CultureInfo.InvariantCulture, $"took connections {Stopwatch.GetElapsedTime(back).TotalSeconds:0.00} s after it was brought back"),
        };
    }

    private static Func<PostgresServer, Task> Now(Action<PostgresServer> act) => server =>
    {
        act(server);
        return Task.CompletedTask;
    };
}
