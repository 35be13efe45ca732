using System.Diagnostics;
using Units.LoadTest.Checking;
using Units.LoadTest.Planning;
using Units.LoadTest.Sending;
using Units.LoadTest.Watching;

namespace Units.LoadTest.Load;

/// <summary>A run from its beginning to its checks.</summary>
internal static class LoadRun
{
    /// <summary>Sets up what is missing, sends what the plan says, and checks what came of it.</summary>
    /// <param name="plan">What is sent.</param>
    /// <param name="checks">What is checked.</param>
    /// <param name="progress">Told once a second how far it is; null for nobody.</param>
    /// <param name="beside">What happens while it sends; the sending ends with it. Null for nothing.</param>
    /// <param name="ready">What is done once units and measures are there, before anything is sent; null for nothing.</param>
    /// <param name="stop">Ends the sending early: what was sent is measured and checked all the same.</param>
    /// <exception cref="ArgumentException">The plan is wrong; the message says all of it.</exception>
    public static async Task<LoadResult> Run(
        LoadPlan plan, CheckPlan checks, IProgress<LoadProgress>? progress = null, Func<Evidence, CancellationToken, Task>? beside = null,
        Func<RunMeasures, Task>? ready = null, CancellationToken stop = default)
    {
        if (string.Join("; ", plan.Faults()) is { Length: > 0 } faults)
        {
            throw new ArgumentException($"The plan has {faults}.", nameof(plan));
        }

        using Connections connections = new(plan.Gateways, plan.Connections);
        RunMeasures measures = new(NewName(), plan, LastMonth());
        ReportContent content = new(measures, plan);
        progress?.Report(new LoadProgress($"setting up {plan.Country.Name}"));
        bool[] isNew = await CountrySetup.CreateUnits(connections.Side, plan.Country, stop);
        await CountrySetup.CreateMeasures(connections.Side, measures, stop);
        PlanEvidence? plans = plan.Plans ? new PlanEvidence(measures.Run) : null;
        PlanLoad? planning = plans is null ? null : new PlanLoad(connections.Side, plans, plan.Seed);
        await (planning?.SetUp(stop) ?? Task.CompletedTask);
        await (ready?.Invoke(measures) ?? Task.CompletedTask);
        Evidence evidence;
        Figures figures;
        CheckReport report;
        await using (Watchers watchers = await Watchers.Open(plan, measures, connections))
        {
            evidence = new Evidence
            {
                Plan = plan,
                Content = content,
                Log = new ReportLog(),
                IsNew = isNew,
                Watchers = watchers.Logs,
                WhileRunning = new Faults(),
                Plans = plans,
            };
            using CancellationTokenSource sent = new();
            Task planned = planning?.Run(sent.Token, CancellationToken.None) ?? Task.CompletedTask;
            figures = await Send(evidence, connections, progress, beside, stop);
            await sent.CancelAsync();
            await planned;
            long quietSince = Stopwatch.GetTimestamp();
            progress?.Report(new LoadProgress("checking", Sent: evidence.Log.Count));
            report = await Checker.Run(evidence, checks, connections.Side, quietSince);
        }

        return new LoadResult
        {
            Plan = plan,
            Evidence = evidence,
            Figures = figures,
            Checks = report,
        };
    }

    private static async Task<Figures> Send(
        Evidence evidence, Connections connections, IProgress<LoadProgress>? progress, Func<Evidence, CancellationToken, Task>? beside, CancellationToken stop)
    {
        LoadPlan plan = evidence.Plan;
        ReportLog log = evidence.Log;
        using InFlight inFlight = new(plan.InFlight);
        Tallies tallies = new(evidence.Content, log, plan.Country.Units.Count);
        Answers answers = new(log, tallies, inFlight);
        await using ISender sender = plan.UntilAnswered ? new PersistentSender(connections, plan, evidence.Content, log, answers, evidence.Failures, inFlight)
            : plan.Streamed ? new StreamSender(connections, plan, evidence.Content, log, answers)
            : plan.Raw ? new RawCallSender(plan, evidence.Content, log, answers, evidence.Failures, inFlight)
            : new CallSender(connections, plan, evidence.Content, log, answers, inFlight);
        Generator generator = new(plan, new ReportChooser(plan, evidence.Measures, log), sender, inFlight);

        using CancellationTokenSource over = new();
        Task reading = plan.ReadsWhileRunning ? new LiveReader(evidence, tallies, connections.Side).Run(over.Token) : Task.CompletedTask;
        Task telling = progress is null ? Task.CompletedTask : new ProgressMeter(progress, log, answers, inFlight).Run(over.Token);
        Meters meters = await Meters.While(evidence, () => beside is null ? generator.Run(stop) : Beside(generator, token => beside(evidence, token), stop));
        await sender.Finish();
        await over.CancelAsync();
        await Task.WhenAll(reading, telling);
        return new Figures(evidence, generator.MeasuredFrom, generator.End, meters);
    }

    private static async Task Beside(Generator generator, Func<CancellationToken, Task> beside, CancellationToken stop)
    {
        using CancellationTokenSource over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Task sending = generator.Run(over.Token);
        try
        {
            await beside(stop);
        }
        finally
        {
            await over.CancelAsync();
            await sending;
        }
    }

    // Unlike that of any other run on the ledger: nothing of an earlier run counts in its measures.
    private static string NewName() => TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds().ToString("x", System.Globalization.CultureInfo.InvariantCulture);

    private static Month LastMonth()
    {
        // The month before that of yesterday is over everywhere, whatever the clocks of the gateways say about today.
        DateTimeOffset yesterday = TimeProvider.System.GetUtcNow().AddDays(-1);
        return new Month(yesterday.Year, yesterday.Month).Plus(-1);
    }
}
