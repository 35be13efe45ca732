using Units.LoadTest.Countries;

namespace Units.LoadTest.Load;

/// <summary>What a run does.</summary>
internal sealed record LoadPlan
{
    /// <summary>The addresses of the gateways; streams and calls are dealt out to them in turn.</summary>
    public required IReadOnlyList<string> Gateways { get; init; }

    /// <summary>The country that reports.</summary>
    public required Country Country { get; init; }

    /// <summary>How many measures are reported. With <see cref="Corrections"/> the second half of them can fall.</summary>
    public int Measures { get; init; } = 1;

    /// <summary>How many months are reported about; the last is the last whole month.</summary>
    public int Months { get; init; } = 1;

    /// <summary>Entries of a report, each on a measure of its own.</summary>
    public int EntriesPerReport { get; init; } = 1;

    /// <summary>How reports arrive.</summary>
    public ArrivalKind Arrivals { get; init; } = ArrivalKind.Poisson;

    /// <summary>Reports a second, on average. Unused by <see cref="ArrivalKind.Max"/>.</summary>
    public double Rate { get; init; } = 1_000;

    /// <summary>A time with another rate, of independent arrivals; null for none.</summary>
    public Surge? Surge { get; init; }

    /// <summary>The most reports that are sent and not answered, with <see cref="ArrivalKind.Max"/>. Of calls a few hundred are enough.</summary>
    public int InFlight { get; init; } = 2_000;

    /// <summary>How long it measures.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long it sends before it measures. What is sent then is checked, and counts in no figure.</summary>
    public TimeSpan Warmup { get; init; } = TimeSpan.Zero;

    /// <summary>Which wards report.</summary>
    public TargetChoice Targets { get; init; } = TargetChoice.Uniform;

    /// <summary>True: SubmitReports over <see cref="Connections"/> streams, a ward always on the same one. False: a call of SubmitReport for each.</summary>
    public bool Streamed { get; init; } = true;

    /// <summary>Whether single calls are made with as little work as can be, where the generator would else be what is measured.</summary>
    public bool Raw { get; init; }

    /// <summary>Each ward sends one report after the other, and each again, on the next gateway, until there is an answer. Goes before <see cref="Streamed"/>.</summary>
    public bool UntilAnswered { get; init; }

    /// <summary>How many HTTP/2 connections are used, one stream on each where reports are streamed.</summary>
    public int Connections { get; init; } = 4;

    /// <summary>The share of reports that repeat an earlier one of the ward.</summary>
    public double Repeats { get; init; }

    /// <summary>The share of reports that correct: set a month again, or add less than nothing.</summary>
    public double Corrections { get; init; }

    /// <summary>The share of reports with a bad row, or an id that was used for other content.</summary>
    public double Bad { get; init; }

    /// <summary>Watchers of the root and of the provinces in turn, beside the load. From 1 on the time from acknowledged to seen is measured.</summary>
    public int Watchers { get; init; }

    /// <summary>Whether totals are read while it runs, and held against what was sent and acknowledged.</summary>
    public bool ReadsWhileRunning { get; init; } = true;

    /// <summary>Whether targets are assigned, amended and allotted beside the reports, under a root of their own.</summary>
    public bool Plans { get; init; }

    /// <summary>Where chance starts.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How long an answer is waited for: then the outcome is unknown.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>What is wrong with the plan, each with the value and what to do.</summary>
    public IEnumerable<string> Faults()
    {
        int fallible = Corrections > 0 ? 2 : 1;
        if (Measures < fallible || Measures > 100)
        {
            yield return $"{Measures} measures: say {fallible} to 100 (corrections need a measure that may fall beside one that only grows)";
        }

        if (Months is < 1 or > 120)
        {
            yield return $"{Months} months: say 1 to 120";
        }

        if (EntriesPerReport < 1 || EntriesPerReport > Measures)
        {
            yield return $"{EntriesPerReport} entries a report: say 1 to the number of measures, which is {Measures}";
        }

        if (Repeats < 0 || Corrections < 0 || Bad < 0 || Repeats + Corrections + Bad > 1)
        {
            yield return $"shares of {Repeats} repeats, {Corrections} corrections and {Bad} bad rows: none may be below 0, nor their sum above 1";
        }

        if (Rate <= 0 || InFlight < 1 || Connections is < 1 or > 1_000 || Duration <= TimeSpan.Zero || Warmup < TimeSpan.Zero || Watchers < 0)
        {
            yield return $"a rate of {Rate}, {InFlight} in flight, {Connections} connections, {Duration} after {Warmup} and {Watchers} watchers: "
                + "rate, in flight and duration are above 0, connections 1 to 1,000, the rest not below 0";
        }
    }
}
