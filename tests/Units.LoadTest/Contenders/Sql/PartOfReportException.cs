namespace Units.LoadTest.Contenders.Sql;

/// <summary>Some entries of a report went in and others were there before: its id is taken by a shorter report, and the transaction must not stand.</summary>
/// <param name="index">Its place in the batch.</param>
internal sealed class PartOfReportException(int index) : Exception($"The report at {index} of the batch continues another one under its id.")
{
    /// <summary>Its place in the batch.</summary>
    public int Index { get; } = index;
}
