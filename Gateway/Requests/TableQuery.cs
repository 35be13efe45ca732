namespace Units.Gateway.Requests;

/// <summary>How a league table is asked for, beyond its indicator and range.</summary>
/// <param name="Figure">By which figure; unspecified for the table of values, the highest first.</param>
/// <param name="Tier">Of which tier the target is that the figure is about.</param>
/// <param name="Kinds">Only children of these kinds; empty for all.</param>
/// <param name="AsOf">The day as of which months have ended; null for today.</param>
/// <param name="Since">The last month of the table before, with the day as of which months had ended; null for none.</param>
internal sealed record TableQuery(
    V1.Figure Figure, Tier Tier, IReadOnlyList<UnitKind> Kinds, DateOnly? AsOf, (Month Month, DateOnly Day)? Since)
{
    /// <summary>In its normal form.</summary>
    public string Key => Figure == V1.Figure.Unspecified && Kinds.Count == 0 ? ""
        : $"|{Figure}|{Tier}|{string.Join(',', Kinds)}|{AsOf:yyyy-MM-dd}|{Since?.Month}|{Since?.Day:yyyy-MM-dd}";
}
