using System.Globalization;

namespace Units.LoadTest.Checking;

/// <summary>C2: each unit has the sum of its children; in a simulated country only wards have something of their own.</summary>
internal static class SumCheck
{
    /// <summary>Adds what is wrong with the readings.</summary>
    public static void Run(Evidence evidence, Func<int, Reading?> readings, Faults faults)
    {
        foreach (int unit in evidence.Country.Interior)
        {
            if (readings(unit) is not { } whole)
            {
                faults.Add($"{evidence.Country.Units[unit].Id} cannot be read");
                continue;
            }

            for (int m = 0; m < evidence.Measures.Ids.Count; m++)
            {
                long parts = evidence.Country.Children[unit].Sum(child => readings(child)?.Amounts[m] ?? 0);
                if (whole.Amounts[m] != parts)
                {
                    faults.Add(string.Create(CultureInfo.InvariantCulture,
                        $"{evidence.Country.Units[unit].Id} has {whole.Amounts[m]} of {evidence.Measures.Ids[m]}, and its children {parts}"));
                }
            }
        }
    }
}
