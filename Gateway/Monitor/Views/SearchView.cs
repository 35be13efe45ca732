namespace Units.Gateway.Monitor.Views;

/// <summary>What a search found.</summary>
/// <param name="Page">What every page has.</param>
/// <param name="Found">Units with the units above them.</param>
/// <param name="IsAll">False where there may be more.</param>
public sealed record SearchView(PageView Page, IReadOnlyList<FoundView> Found, bool IsAll);
