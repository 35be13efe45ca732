namespace Units.Gateway.Comparing;

/// <summary>An indicator of a plan, and where its sums will be found in the answer.</summary>
/// <param name="Formula">The indicator.</param>
/// <param name="Now">Where the sums over the range begin.</param>
/// <param name="Before">Where those of a year before begin; −1 where there are no such months.</param>
/// <param name="Flag">Of an attained count: where the children's sum is among what is read of each; −1 otherwise.</param>
internal readonly record struct PlannedIndicator(Formula Formula, int Now, int Before, int Flag);
