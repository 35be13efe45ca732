namespace Units.Gateway.Monitor.Views;

/// <summary>What the signs on tiles mean.</summary>
/// <param name="Percent">What a large per cent is of, where nothing beside it says so: % chỉ tiêu năm 2026.</param>
/// <param name="Running">The pale point after the line of months; empty where the last month is over.</param>
/// <param name="Flag">The second mark beside a status.</param>
/// <param name="Live">What changes: the mark on a bar, with its month, and from where on a status is given. A first target, or one of another kind, brings both.</param>
public sealed record KeyView(string Percent, string Running, string Flag, LiveGroup Live);
