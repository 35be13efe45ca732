using Units.LoadTest.Countries;

namespace Units.LoadTest.Load;

/// <summary>Decides what is reported next, and writes it into the log. Used by one thread.</summary>
internal sealed class ReportChooser
{
    private readonly LoadPlan _plan;
    private readonly RunMeasures _measures;
    private readonly ReportLog _log;
    private readonly Random _random;
    private readonly Targets _targets;
    private readonly int[] _probeWards;
    private readonly int[] _lastProbe;

    // The last sound report of each unit, which a repeat repeats; -1 where there is none.
    private readonly int[] _last;

    /// <summary>Chooses for a plan.</summary>
    public ReportChooser(LoadPlan plan, RunMeasures measures, ReportLog log)
    {
        _plan = plan;
        _measures = measures;
        _log = log;
        _random = new Random(plan.Seed);
        _targets = new Targets(plan.Country.Wards, plan.Targets, _random);
        _last = [.. Enumerable.Repeat(-1, plan.Country.Units.Count)];
        _probeWards = ProbeWards(plan.Country);
        _lastProbe = [.. Enumerable.Repeat(-1, _probeWards.Length)];
    }

    /// <summary>The ward of each probe, spread over the country.</summary>
    public static int[] ProbeWards(Country country) =>
        [.. Enumerable.Range(0, RunMeasures.Probes).Select(p => country.Wards[p * country.Wards.Count / RunMeasures.Probes])];

    /// <summary>Adds the next report to the log.</summary>
    public int Next(long due)
    {
        int ward = _targets.Next();
        ReportKind kind = Kind(ward);
        bool hasOriginal = kind is ReportKind.Repeat or ReportKind.OtherContent;
        int line = _log.Add(new SentReport
        {
            Ward = ward,
            Original = hasOriginal ? _last[ward] : _log.Count,
            Next = -1,
            Kind = kind,
            Measure = (short)Measure(kind),
            Month = (byte)_random.Next(_plan.Months),
            Due = due,
        });
        if (hasOriginal)
        {
            Chain(_last[ward], line);
        }
        else if (kind is ReportKind.Plain or ReportKind.Correction)
        {
            _last[ward] = line;
        }

        return line;
    }

    /// <summary>Adds a probe to the log; -1 while the one before it has no answer, since the order of two under way would not be known.</summary>
    public int NextProbe(int probe, long due)
    {
        if (_lastProbe[probe] >= 0 && _log[_lastProbe[probe]].Outcome == Outcome.Pending)
        {
            return -1;
        }

        return _lastProbe[probe] = _log.Add(new SentReport
        {
            Ward = _probeWards[probe],
            Original = _log.Count,
            Next = -1,
            Kind = ReportKind.Probe,
            Measure = (short)(_measures.FirstProbe + probe),
            Month = (byte)(_plan.Months - 1),
            Due = due,
        });
    }

    private ReportKind Kind(int ward)
    {
        double dice = _random.NextDouble();
        if (dice < _plan.Repeats)
        {
            return _last[ward] >= 0 ? ReportKind.Repeat : ReportKind.Plain;
        }

        if ((dice -= _plan.Repeats) < _plan.Corrections)
        {
            return ReportKind.Correction;
        }

        return dice - _plan.Corrections < _plan.Bad ? Bad(ward) : ReportKind.Plain;
    }

    private ReportKind Bad(int ward) => _random.Next(3) switch
    {
        0 => ReportKind.BadRow,
        // Only once the first content has been taken in is it certain which of the two is the other.
        1 when _last[ward] >= 0 && _log[_last[ward]].Outcome == Outcome.Acknowledged => ReportKind.OtherContent,
        _ => ReportKind.BadWhole,
    };

    private int Measure(ReportKind kind) => kind == ReportKind.Correction && _plan.EntriesPerReport == 1
        ? _random.Next(_measures.Growing, _measures.Reported)
        : _random.Next(_measures.Reported);

    private void Chain(int original, int line)
    {
        int at = original;
        while (_log[at].Next >= 0)
        {
            at = _log[at].Next;
        }

        Volatile.Write(ref _log[at].Next, line);
    }
}
