namespace Units.LoadTest.Contenders.Reports;

/// <summary>An entry that adds an amount to a cell.</summary>
/// <param name="Place">Its place in the report as sent: 0, 1, …</param>
/// <param name="Measure">The number of the measure.</param>
/// <param name="Month">Months since 1900-01.</param>
/// <param name="Amount">The count of 10⁻ˢᶜᵃˡᵉ.</param>
[GenerateSerializer, Immutable, Alias("units.contenders.IncomingEntry")]
internal readonly record struct IncomingEntry(
    [property: Id(0)] short Place, [property: Id(1)] int Measure, [property: Id(2)] short Month, [property: Id(3)] long Amount);
