using System.Globalization;
using Units.LoadTest.Sending;

namespace Units.LoadTest.Checking;

/// <summary>The totals of every unit once all is quiet, over all months, and of the units with children in each month too.</summary>
internal sealed class FinalReadings
{
    private const int AtATime = 32;

    private readonly Reading?[] _byUnit;

    private FinalReadings(int units) => _byUnit = new Reading?[units];

    /// <summary>The reading of a unit over all months; null where there was none to be had.</summary>
    public Reading? Of(int unit) => _byUnit[unit];

    /// <summary>Reads everything, and adds what is not as expected to the faults of C1.</summary>
    public static async Task<FinalReadings> Read(Evidence evidence, Expected expected, Client client, CheckPlan plan, long quietSince, Faults faults)
    {
        FinalReadings readings = new(evidence.Country.Units.Count);
        TotalsReader totals = new(client);
        long mustBeRightFrom = quietSince + (long)(plan.Quiet.TotalSeconds * System.Diagnostics.Stopwatch.Frequency);
        ParallelOptions options = new() { MaxDegreeOfParallelism = AtATime };

        // What has arrived at the units above has arrived everywhere below them.
        foreach (IReadOnlyList<int> part in (IReadOnlyList<int>[])[evidence.Country.Interior, evidence.Country.Wards])
        {
            await Parallel.ForEachAsync(part, options, async (unit, _) => readings._byUnit[unit] = await Read(unit, null));
        }

        if (evidence.Measures.Months.Count > 1)
        {
            IEnumerable<(int Unit, int Month)> each =
                evidence.Country.Interior.SelectMany(unit => evidence.Measures.Months.Select((_, month) => (unit, month)));
            await Parallel.ForEachAsync(each, options, async (one, _) => await Read(one.Unit, one.Month));
        }

        return readings;

        async Task<Reading?> Read(int unit, int? month)
        {
            string range = month is { } m ? evidence.Measures.MonthTexts[m] : evidence.Measures.Range;
            (long Amount, long Statements)[] right = [.. Enumerable.Range(0, evidence.Measures.Ids.Count).Select(measure => month is { } at
                ? (expected.Amount(unit, measure, at), expected.Statements(unit, measure, at))
                : expected.Sum(unit, measure))];
            Reading? reading = await totals.Read(
                evidence.Country.Units[unit].Id, evidence.Measures.Ids, range, r => Wrong(r, right, plan.CountsAsUnits) < 0, mustBeRightFrom);
            int wrong = reading is null ? 0 : Wrong(reading, right, plan.CountsAsUnits);
            if (wrong >= 0)
            {
                string what = $"{evidence.Country.Units[unit].Id} in {range}: {evidence.Measures.Ids[wrong]}";
                faults.Add(reading is null
                    ? $"{what} cannot be read: the unit is not in step with those below it"
                    : string.Create(CultureInfo.InvariantCulture,
                        $"{what} is {reading.Amounts[wrong]} from {reading.Statements[wrong]} statements, and has to be {right[wrong].Amount} from {right[wrong].Statements}"));
            }

            return reading;
        }
    }

    /// <summary>The first measure that is not as expected; -1 where all are.</summary>
    internal static int Wrong(Reading reading, (long Amount, long Statements)[] right, bool countsStatements)
    {
        for (int m = 0; m < right.Length; m++)
        {
            if (reading.Amounts[m] != right[m].Amount || (countsStatements && reading.Statements[m] != right[m].Statements))
            {
                return m;
            }
        }

        return -1;
    }
}
