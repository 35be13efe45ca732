namespace Units.LoadTest.Load;

/// <summary>One entry of a report.</summary>
/// <param name="Measure">The measure, by its place in <see cref="RunMeasures.Ids"/>.</param>
/// <param name="Month">The month, by its place in <see cref="RunMeasures.Months"/>.</param>
/// <param name="IsSet">True where the month is set, false where it is added to.</param>
/// <param name="Value">The amount. A measure of a run has no decimals.</param>
/// <param name="IsBad">True where the amount is sent with decimals, which the measure does not have: it must be refused.</param>
internal readonly record struct EntrySpec(int Measure, int Month, bool IsSet, int Value, bool IsBad);
