namespace Units.Gateway.Monitor.Views;

/// <summary>A unit at a glance.</summary>
/// <param name="Page">What every page has.</param>
/// <param name="Summary">The unit in one line.</param>
/// <param name="Tiles">Its indicators, those at risk first.</param>
/// <param name="More">How many indicators there are beyond those.</param>
/// <param name="Thresholds">From where on a status is given, in words.</param>
/// <param name="League">Its children; null where it has none.</param>
/// <param name="IsChosen">True where nobody asked for an indicator, and the map opens on the one by which the children stand most unlike.</param>
/// <param name="Latest">The latest entries.</param>
public sealed record OverviewView(
    PageView Page, SummaryView Summary, IReadOnlyList<TileView> Tiles, int More, string Thresholds, LeagueView? League, bool IsChosen,
    IReadOnlyList<NewsView> Latest);
