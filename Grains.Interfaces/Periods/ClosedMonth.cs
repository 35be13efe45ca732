namespace Units;

/// <summary>A month that takes no entry.</summary>
/// <param name="Month">The month.</param>
/// <param name="Unit">Where it was closed: the unit itself or one above it.</param>
/// <param name="At">When.</param>
/// <param name="By">By whom.</param>
/// <param name="Reason">Why.</param>
[GenerateSerializer, Immutable, Alias("units.ClosedMonth")]
public sealed record ClosedMonth(
    [property: Id(0)] Month Month,
    [property: Id(1)] UnitId Unit,
    [property: Id(2)] DateTimeOffset At,
    [property: Id(3)] string By,
    [property: Id(4)] string Reason);
