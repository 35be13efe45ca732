using System.Globalization;
using Units.LoadTest.Load;

namespace Units.LoadTest.Checking;

/// <summary>C6: nothing that was refused is in a total. Sound rows of reports that must fall are on a measure of their own, which has to stay unreported.</summary>
internal static class RefusalCheck
{
    /// <summary>Adds units at which something refused counts.</summary>
    public static void Totals(Evidence evidence, Func<int, Reading?> readings, Faults faults)
    {
        int trap = evidence.Measures.Trap;
        for (int unit = 0; unit < evidence.Country.Units.Count; unit++)
        {
            if (readings(unit) is { } reading && (reading.Amounts[trap] != 0 || reading.Statements[trap] != 0))
            {
                faults.Add(string.Create(CultureInfo.InvariantCulture,
                    $"{evidence.Country.Units[unit].Id} has {reading.Amounts[trap]} of {evidence.Measures.Ids[trap]}, which was only named where it had to be refused"));
            }
        }
    }

    /// <summary>Adds reports that had to be refused and were acknowledged.</summary>
    public static void Outcomes(Evidence evidence, Faults faults)
    {
        for (int line = 0; line < evidence.Log.Count; line++)
        {
            SentReport report = evidence.Log[line];
            bool falls = report.Kind is ReportKind.BadWhole or ReportKind.OtherContent
                || (report.Kind == ReportKind.BadRow && evidence.Content.Count(report) == 1);
            if (falls && report.Outcome == Outcome.Acknowledged)
            {
                faults.Add($"{evidence.Country.Units[report.Ward].Id}: report {evidence.Content.Id(report)} ({report.Kind}) was acknowledged");
            }
        }
    }
}
