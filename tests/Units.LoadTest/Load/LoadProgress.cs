namespace Units.LoadTest.Load;

/// <summary>How far a run is; one a second.</summary>
/// <param name="Stage">What it is about: setting up, sending, checking.</param>
/// <param name="Seconds">Since it began to send; 0 before.</param>
/// <param name="Sent">Reports that were due so far.</param>
/// <param name="Acknowledged">Of those, acknowledged.</param>
/// <param name="Refused">Refused.</param>
/// <param name="Unknown">Of unknown outcome.</param>
/// <param name="InFlight">Without an answer.</param>
/// <param name="PerSecond">Acknowledgements in the last second.</param>
/// <param name="P50">The median latency of what was answered in the last second, in milliseconds.</param>
/// <param name="P99">The latency that 99 % did not exceed, in milliseconds.</param>
internal sealed record LoadProgress(
    string Stage, double Seconds = 0, long Sent = 0, long Acknowledged = 0, long Refused = 0, long Unknown = 0, int InFlight = 0,
    double PerSecond = 0, double P50 = 0, double P99 = 0);
