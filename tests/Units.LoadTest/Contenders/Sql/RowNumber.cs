namespace Units.LoadTest.Contenders.Sql;

/// <summary>The numbers of rows: a batch takes one number of a sequence, and the place of a row in its batch fills the low bits.</summary>
internal static class RowNumber
{
    private const int PlaceBits = 16;

    /// <summary>The number of a row.</summary>
    /// <param name="batch">The number of the batch.</param>
    /// <param name="place">The place of the row: 1, 2, …</param>
    public static long Of(long batch, int place) => (batch << PlaceBits) + place;

    /// <summary>The place of a row in its batch.</summary>
    public static int Place(long number) => (int)(number & ((1 << PlaceBits) - 1));
}
