using Units.Gateway.Monitor.Views;

namespace Units.Gateway.Monitor.Serving;

/// <summary>A page as it was drawn.</summary>
/// <param name="View">What every page has, as it was read.</param>
/// <param name="Html">The page.</param>
internal sealed record DrawnPage(PageView View, string Html);
