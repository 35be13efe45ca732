using System.Globalization;

namespace Units.LoadTest.Load;

/// <summary>What each report says: a function of the seed and of its line in the log, so that the log need not keep it.</summary>
internal sealed class ReportContent(RunMeasures measures, LoadPlan plan)
{
    /// <summary>The source of all reports.</summary>
    public const string Source = "load-test";

    private const int MaxValue = 1_000;

    private static readonly string[] Positive = Texts(v => v.ToString(CultureInfo.InvariantCulture));
    private static readonly string[] Negative = Texts(v => (-v).ToString(CultureInfo.InvariantCulture));
    private static readonly string[] Bad = Texts(v => v.ToString(CultureInfo.InvariantCulture) + ".5");

    /// <summary>The measures and months.</summary>
    public RunMeasures Measures { get; } = measures;

    /// <summary>What the id of every report begins with; the number of its line follows.</summary>
    public string Prefix { get; } = measures.Run + "-";

    /// <summary>The id of the report on a line of the log; that of its original where it has one.</summary>
    public string Id(in SentReport report) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{report.Original}");

    /// <summary>How many entries the report has.</summary>
    public int Count(in SentReport report) => report.Kind switch
    {
        ReportKind.Probe or ReportKind.OtherContent => 1,
        ReportKind.BadWhole => 2,
        _ => plan.EntriesPerReport,
    };

    /// <summary>Entry k of the report on a line. A repeat says what its original says: ask for that.</summary>
    public EntrySpec Entry(int line, in SentReport report, int k)
    {
        int value = (int)(Mix((uint)plan.Seed, (uint)line, (uint)k) % MaxValue) + 1;
        switch (report.Kind)
        {
            case ReportKind.Probe:
                return new EntrySpec(report.Measure, report.Month, false, 1, false);
            case ReportKind.OtherContent:
                return new EntrySpec(Measures.Trap, report.Month, false, value, false);
            case ReportKind.BadWhole:
                return new EntrySpec(Measures.Trap, report.Month, false, value, k == 1);
            case ReportKind.BadRow when k == plan.EntriesPerReport - 1:
                return new EntrySpec(Measures.Trap, report.Month, false, value, true);
            case ReportKind.Repeat:
                throw new ArgumentException("A repeat has the content of its original.", nameof(report));
        }

        int measure = (report.Measure + k) % Measures.Reported;
        MeasureRole role = Measures.Role(measure);
        bool falls = report.Kind == ReportKind.Correction && role == MeasureRole.Adjusted;
        return new EntrySpec(measure, report.Month, role == MeasureRole.Stated, falls ? -value : value, false);
    }

    /// <summary>Writes the report on a line into a message, whose entries are used again.</summary>
    public void Write(ReportLog log, int line, string unit, V1.SubmitReportRequest message)
    {
        ref SentReport sent = ref log[line];
        message.Unit = unit;
        message.Source = Source;
        message.ReportId = Id(sent);
        int from = sent.Kind == ReportKind.Repeat ? sent.Original : line;
        ref SentReport report = ref log[from];
        message.AllOrNothing = report.Kind == ReportKind.BadWhole;
        int count = Count(report);
        while (message.Entries.Count > count)
        {
            message.Entries.RemoveAt(message.Entries.Count - 1);
        }

        for (int k = 0; k < count; k++)
        {
            if (k == message.Entries.Count)
            {
                message.Entries.Add(new V1.Entry());
            }

            Write(Entry(from, report, k), message.Entries[k]);
        }
    }

    /// <summary>The amount of an entry as it is sent.</summary>
    public static string Text(in EntrySpec entry) =>
        entry.IsBad ? Bad[entry.Value] : entry.Value < 0 ? Negative[-entry.Value] : Positive[entry.Value];

    private void Write(in EntrySpec entry, V1.Entry message)
    {
        message.Measure = Measures.Ids[entry.Measure];
        message.Month = Measures.MonthTexts[entry.Month];
        if (entry.IsSet)
        {
            message.Set = Text(entry);
        }
        else
        {
            message.Add = Text(entry);
        }
    }

    // A value for each entry, the same in every run of the seed: the finaliser of MurmurHash3 spreads neighbours over the whole range.
    private static uint Mix(uint seed, uint line, uint k)
    {
        unchecked
        {
            uint h = (seed * 0x9E3779B1) ^ (line * 0x85EBCA77) ^ (k * 0xC2B2AE3D);
            h = (h ^ (h >> 16)) * 0x85EBCA6B;
            h = (h ^ (h >> 13)) * 0xC2B2AE35;
            return h ^ (h >> 16);
        }
    }

    private static string[] Texts(Func<int, string> text) => [.. Enumerable.Range(0, MaxValue + 1).Select(text)];
}
