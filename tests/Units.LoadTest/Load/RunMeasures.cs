using System.Globalization;

namespace Units.LoadTest.Load;

/// <summary>The measures and months of one run. The measures are its own, so that what a ledger held before cannot hide an error.</summary>
internal sealed class RunMeasures
{
    /// <summary>How many probes may be under way at a time, each with a measure and a ward of its own.</summary>
    public const int Probes = 4;

    /// <summary>Names them after the run.</summary>
    /// <param name="run">The name of the run, unlike that of any other on the ledger.</param>
    /// <param name="plan">How many there are, and whether some may fall.</param>
    /// <param name="lastMonth">The last month that is reported about.</param>
    public RunMeasures(string run, LoadPlan plan, Month lastMonth)
    {
        Run = run;
        Reported = plan.Measures;
        Growing = plan.Corrections > 0 ? (plan.Measures + 1) / 2 : plan.Measures;
        Ids = [.. Enumerable.Range(0, Trap + 1).Select(m => string.Create(CultureInfo.InvariantCulture, $"lt-{run}-{m:000}"))];
        Months = [.. Enumerable.Range(0, plan.Months).Select(i => lastMonth.Plus(i - plan.Months + 1))];
        MonthTexts = [.. Months.Select(m => m.ToString())];
        Range = new MonthRange(Months[0], Months[^1]).ToString();
    }

    /// <summary>The name of the run.</summary>
    public string Run { get; }

    /// <summary>How many are reported on: the first ones.</summary>
    public int Reported { get; }

    /// <summary>How many of those only grow: the first ones.</summary>
    public int Growing { get; }

    /// <summary>The ids of all: those reported on, those of the probes, and the trap.</summary>
    public IReadOnlyList<string> Ids { get; }

    /// <summary>The months that are reported about, the earliest first.</summary>
    public IReadOnlyList<Month> Months { get; }

    /// <summary>The same as text.</summary>
    public IReadOnlyList<string> MonthTexts { get; }

    /// <summary>All of them as a range.</summary>
    public string Range { get; }

    /// <summary>The measure of the first probe.</summary>
    public int FirstProbe => Reported;

    /// <summary>The measure that must stay unreported.</summary>
    public int Trap => Reported + Probes;

    /// <summary>What reports do with a measure.</summary>
    public MeasureRole Role(int measure) =>
        measure < Growing ? MeasureRole.Growing
        : measure < Reported ? (measure - Growing) % 2 == 0 ? MeasureRole.Stated : MeasureRole.Adjusted
        : measure < Trap ? MeasureRole.Probe : MeasureRole.Trap;

    /// <summary>True of a measure that no entry can lower.</summary>
    public bool NeverFalls(int measure) => Role(measure) is MeasureRole.Growing or MeasureRole.Probe;
}
