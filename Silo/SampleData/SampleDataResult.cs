using System.Globalization;

namespace Units.Silo.SampleData;

/// <summary>What became of the sample data.</summary>
/// <param name="Accepted">Reports taken in now.</param>
/// <param name="AlreadyThere">Reports that had been taken in before, so that nothing changed.</param>
/// <param name="Failed">Measures, indicators, units, plans, targets and reports that were refused; the log names each.</param>
public sealed record SampleDataResult(int Accepted, int AlreadyThere, int Failed)
{
    /// <summary>The line that the console shows.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"sample data: {Accepted} reports accepted, {AlreadyThere} already there");
}
