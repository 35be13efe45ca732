namespace Units.LoadTest.Checking.Journals;

/// <summary>What the rows of a journal add up to in a cell.</summary>
/// <param name="Unit">The id of the unit.</param>
/// <param name="Measure">The id of the measure.</param>
/// <param name="Month">Months since 1900-01.</param>
/// <param name="Amount">The sum of the changes.</param>
/// <param name="Statements">The statements that stand.</param>
internal readonly record struct RowSum(string Unit, string Measure, int Month, long Amount, long Statements);
