namespace Units.Gateway.Monitor.Views;

/// <summary>What was sent to a unit.</summary>
/// <param name="Page">What every page has.</param>
/// <param name="Tile">The indicator that the entries are about; null for all.</param>
/// <param name="Entries">The entries, the newest first.</param>
/// <param name="Older">Where the older ones are; empty where there are none.</param>
public sealed record EntriesView(PageView Page, TileView? Tile, IReadOnlyList<EntryView> Entries, string Older);
