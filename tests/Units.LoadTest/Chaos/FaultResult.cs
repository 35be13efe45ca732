namespace Units.LoadTest.Chaos;

/// <summary>What a fault did to the load.</summary>
/// <param name="Event">The fault.</param>
/// <param name="RecoverySeconds">From its beginning, or from its end where that is what counts, to the first acknowledgement of an affected ward; null where there was none.</param>
/// <param name="SlowestSeconds">The same to the last ward of them that had something to report.</param>
/// <param name="GapSeconds">The longest time without an acknowledgement of a ward that is not affected; null where all are.</param>
/// <param name="Broken">What did not hold.</param>
/// <param name="Late">What of it is only that it took longer than is demanded, which may be the machine's.</param>
internal sealed record FaultResult(
    FaultEvent Event, double? RecoverySeconds, double? SlowestSeconds, double? GapSeconds, IReadOnlyList<string> Broken, IReadOnlyList<string> Late);
