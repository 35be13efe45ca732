using System.Collections.Immutable;

namespace Units.Gateway.Watching;

/// <summary>How a gateway stands with a unit that it watches.</summary>
/// <param name="Version">The version the unit was at when it was last heard of.</param>
/// <param name="HeardAt">When that was, as a timestamp; the start of the watch where it never was.</param>
/// <param name="Reason">Why nothing was heard since, as a reason of the error catalogue; empty where all is well.</param>
/// <param name="Missing">The units with which it is not in step.</param>
internal sealed record FeedState(UnitVersion Version, long HeardAt, string Reason, ImmutableArray<UnitId> Missing);
