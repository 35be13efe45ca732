using Units.Gateway.Monitor.Views;

namespace Units.Gateway.Monitor.Live;

/// <summary>The parts of a page that change, in one language.</summary>
/// <param name="At">When they were made: 15:04:05.</param>
/// <param name="Version">The version of the unit.</param>
/// <param name="Groups">The parts.</param>
/// <param name="Ranked">The keys of the rows of a table that are ranked, the best first; empty for no table.</param>
/// <param name="Unranked">The keys of its other rows.</param>
internal sealed record PageParts(
    string At, string Version, IReadOnlyList<LiveGroup> Groups, IReadOnlyList<string> Ranked, IReadOnlyList<string> Unranked);
