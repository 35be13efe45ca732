using System.Globalization;
using Units.LoadTest.Checking.Journals;
using Units.LoadTest.Load;

namespace Units.LoadTest.Checking;

/// <summary>C7: plain SQL over the journal gives what the reports add up to, and what every unit shows.</summary>
internal static class JournalCheck
{
    /// <summary>Adds what is wrong in the journal of the run.</summary>
    public static async Task<JournalReports> Run(
        Evidence evidence, Resolution resolution, Expected expected, Func<int, Reading?> readings, string journal, Faults faults, Faults gaps)
    {
        await using JournalDatabase database = await JournalDatabase.Open(journal);
        List<RowReport> reports = await database.Reports(evidence.Measures.Run);
        List<RowSum> sums = await database.Sums(evidence.Measures.Run);
        JournalReports found = Reports(evidence, resolution, reports, faults);
        Sums(evidence, expected, readings, sums, faults);
        HashSet<string> units = [.. evidence.Country.Units.Select(u => u.Id)];
        (await database.Gaps()).Where(gap => units.Contains(gap[..gap.IndexOf(':', StringComparison.Ordinal)])).ToList().ForEach(gaps.Add);
        return found;
    }

    /// <summary>Each report the client knows of stands where it says, and no other report of the run stands anywhere.</summary>
    public static JournalReports Reports(Evidence evidence, Resolution resolution, IEnumerable<RowReport> journal, Faults faults)
    {
        Dictionary<(string Unit, string Report), long> left = [];
        HashSet<(string Unit, string Report)> doubled = [];
        int count = 0;
        foreach (Resolved report in resolution.All)
        {
            SentReport line = evidence.Log[report.Line];
            left[(evidence.Country.Units[line.Ward].Id, evidence.Content.Id(line))] = report.Sequence;
        }

        foreach (RowReport report in journal)
        {
            count++;
            if (!left.Remove((report.Unit, report.Report), out long sequence))
            {
                doubled.Add((report.Unit, report.Report));
                faults.Add(Text($"{report.Unit}: the journal has report {report.Report} at {report.Sequence}, which counts once too often or never was acknowledged"));
            }
            else if (sequence != report.Sequence)
            {
                faults.Add(Text($"{report.Unit}: the journal has report {report.Report} at {report.Sequence}, and its receipt says {sequence}"));
            }
        }

        foreach (((string unit, string report), long sequence) in left)
        {
            faults.Add(Text($"{unit}: report {report}, acknowledged as {sequence}, is not in the journal"));
        }

        return new JournalReports(count, left.Count, doubled.Count);
    }

    /// <summary>The rows add up to what the reports say in each cell, and rolled up to what each unit shows.</summary>
    public static void Sums(Evidence evidence, Expected expected, Func<int, Reading?> readings, IEnumerable<RowSum> sums, Faults faults)
    {
        Dictionary<(string, string, int), RowSum> cells = sums.ToDictionary(s => (s.Unit, s.Measure, s.Month));
        for (int m = 0; m < evidence.Measures.Ids.Count; m++)
        {
            long[] rolledUp = new long[evidence.Country.Units.Count];
            for (int month = 0; month < evidence.Measures.Months.Count; month++)
            {
                foreach (int ward in evidence.Country.Wards)
                {
                    string unit = evidence.Country.Units[ward].Id;
                    RowSum sum = cells.GetValueOrDefault((unit, evidence.Measures.Ids[m], evidence.Measures.Months[month].Number));
                    rolledUp[ward] += sum.Amount;
                    (long amount, long statements) = (expected.Amount(ward, m, month), expected.Statements(ward, m, month));
                    if ((sum.Amount, sum.Statements) != (amount, statements))
                    {
                        string cell = $"{unit}: the rows on {evidence.Measures.Ids[m]} in {evidence.Measures.MonthTexts[month]}";
                        faults.Add(Text($"{cell} add up to {sum.Amount} from {sum.Statements} statements, and have to be {amount} from {statements}"));
                    }
                }
            }

            evidence.Country.RollUp(rolledUp);
            for (int unit = 0; unit < rolledUp.Length; unit++)
            {
                if (readings(unit) is { } reading && reading.Amounts[m] != rolledUp[unit])
                {
                    string shown = Text($"{evidence.Country.Units[unit].Id}: shows {reading.Amounts[m]} of {evidence.Measures.Ids[m]}");
                    faults.Add(Text($"{shown}, and the rows below it add up to {rolledUp[unit]}"));
                }
            }
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
