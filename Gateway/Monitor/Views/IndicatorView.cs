namespace Units.Gateway.Monitor.Views;

/// <summary>An indicator across the children of a unit.</summary>
/// <param name="Page">What every page has.</param>
/// <param name="Tile">The unit itself.</param>
/// <param name="Key">What the signs on its tile mean.</param>
/// <param name="MonthsHead">What stands above the months: Theo tháng, nghìn tỷ đồng.</param>
/// <param name="Months">Its months: name, value, and height of its bar.</param>
/// <param name="League">The children.</param>
public sealed record IndicatorView(PageView Page, TileView Tile, KeyView Key, string MonthsHead, IReadOnlyList<MonthView> Months, LeagueView League);
