using Units.Gateway.Caches;
using Units.Gateway.Identity;
using Units.Gateway.Monitor.Asking;
using Units.Gateway.Monitor.Views;

namespace Units.Gateway.Monitor.Reading;

/// <summary>What a page is drawn from, once it is known that it may be.</summary>
/// <param name="Ask">What was asked.</param>
/// <param name="Caller">Who asks.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Period">The period.</param>
/// <param name="Catalogue">The catalogue.</param>
/// <param name="Page">What every page has.</param>
internal sealed record PageContext(MonitorAsk Ask, Caller Caller, Unit Unit, MonthRange Period, CatalogueView Catalogue, PageView Page);
