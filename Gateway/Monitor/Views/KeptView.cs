namespace Units.Gateway.Monitor.Views;

/// <summary>Says of a page that was kept, who kept it and when.</summary>
/// <param name="By">Who; empty where nobody was asked.</param>
/// <param name="At">When: 10:32:05 22/11/2026.</param>
/// <param name="Seen">The version that they were looking at, where the page is of a later one; else empty.</param>
public sealed record KeptView(string By, string At, string Seen);
