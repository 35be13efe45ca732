namespace Units.Silo.Demo;

/// <summary>A measure of the demo country.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="NameEn">Its English name.</param>
/// <param name="Unit">What it is measured in.</param>
/// <param name="Scale">Its decimals.</param>
/// <param name="Yearly">What a commune of middling size has in a year; of a stock, its level.</param>
/// <param name="Season">How the year goes.</param>
/// <param name="Whole">The measure that this is a share of; null for none.</param>
/// <param name="Share">The share, where it is one.</param>
internal sealed record DemoMeasure(
    string Id, string Name, string NameEn, string Unit, int Scale, double Yearly, DemoSeason Season, string? Whole = null, double Share = 0)
{
    /// <summary>True for a level.</summary>
    public bool IsStock => Season == DemoSeason.Stock;
}
