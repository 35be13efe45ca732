namespace Units.Gateway.Comparing;

/// <summary>A child with its figure and its place.</summary>
/// <param name="Child">What there is of it.</param>
/// <param name="Compared">Its comparisons.</param>
/// <param name="Figure">The figure; null where there is none.</param>
/// <param name="Gap">Why there is none.</param>
/// <param name="Rank">1 for the best, shared by equal figures; 0 without one.</param>
internal sealed record RankedChild(ChildTotals Child, ComparedIndicator Compared, Fraction? Figure, Gap Gap, int Rank);
