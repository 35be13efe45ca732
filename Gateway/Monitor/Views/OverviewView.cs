namespace Units.Gateway.Monitor.Views;

/// <summary>A unit at a glance.</summary>
/// <param name="Page">What every page has.</param>
/// <param name="Summary">The unit in one line.</param>
/// <param name="Tiles">Its indicators, those at risk first.</param>
/// <param name="More">How many indicators there are beyond those.</param>
/// <param name="Key">What the signs on its tiles mean, and from where on a status is given.</param>
/// <param name="League">Its children; null where it has none.</param>
/// <param name="Chosen">Why the map opens on the indicator that it does, in words; empty where one was asked for.</param>
/// <param name="Latest">The latest entries.</param>
public sealed record OverviewView(
    PageView Page, SummaryView Summary, IReadOnlyList<TileView> Tiles, int More, KeyView Key, LeagueView? League, string Chosen,
    IReadOnlyList<NewsView> Latest);
