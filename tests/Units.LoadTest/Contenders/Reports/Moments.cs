namespace Units.LoadTest.Contenders.Reports;

/// <summary>Moments as the database keeps them.</summary>
internal static class Moments
{
    /// <summary>Now, in whole microseconds: a receipt that is read back later says the same.</summary>
    public static DateTimeOffset Now(TimeProvider time)
    {
        DateTimeOffset now = time.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
