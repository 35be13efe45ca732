namespace Units.Gateway.Comparing;

/// <summary>An indicator of a plan, and where its sums will be found in the answer.</summary>
/// <param name="Formula">The indicator.</param>
/// <param name="Months">The months that its value is over.</param>
/// <param name="Ended">The months that have ended, which are held against those of a year before.</param>
/// <param name="Now">Where the sums over its months begin.</param>
/// <param name="NowEnded">Where those over the months that have ended begin: at the same place where these are all.</param>
/// <param name="Before">Where those of a year before begin; −1 where there are no such months.</param>
/// <param name="Flag">Of an attained count: where the children's sum is among what is read of each; −1 otherwise.</param>
internal readonly record struct PlannedIndicator(Formula Formula, MonthRange Months, MonthRange Ended, int Now, int NowEnded, int Before, int Flag);
