using Microsoft.AspNetCore.Components;
using Units.Gateway.Monitor.Asking;
using Units.Gateway.Monitor.Pages;
using Units.Gateway.Monitor.Reading;
using Units.Gateway.Monitor.Views;

namespace Units.Gateway.Monitor.Serving;

/// <summary>Reads the figures of a page of a unit and draws it.</summary>
internal sealed class PageDrawer(OverviewReader overview, IndicatorReader indicator, EntriesReader entries, PlansReader plans, PageRenderer renderer)
{
    // A ledger that moves all the time is never caught at rest.
    private const int MostLooks = 3;

    /// <summary>Draws it.</summary>
    public async Task<DrawnPage> Draw(PageContext page, CancellationToken cancellation)
    {
        switch (page.Ask.View)
        {
            case MonitorView.Indicator:
                IndicatorView one = await indicator.Read(page, cancellation);
                return new DrawnPage(one.Page, await Text<IndicatorPage>(one));
            case MonitorView.Entries:
                EntriesView sent = await entries.Read(page, cancellation);
                return new DrawnPage(sent.Page, await Text<EntriesPage>(sent));
            case MonitorView.Plans:
                PlansView planned = await plans.Read(page, cancellation);
                return new DrawnPage(planned.Page, await Text<PlansPage>(planned));
            default:
                OverviewView all = await Overview(page, cancellation);
                return new DrawnPage(all.Page, await Text<OverviewPage>(all));
        }
    }

    // Tiles and table are two answers of the unit. What is kept is to be of one version, where the unit stands still for as long as that takes.
    private async Task<OverviewView> Overview(PageContext page, CancellationToken cancellation)
    {
        OverviewView view = await overview.Read(page, cancellation);
        for (int looks = 1; page.Page.Kept is not null && view.Page.TableVersion.Length > 0 && looks < MostLooks; looks++)
        {
            view = await overview.Read(page, cancellation);
        }

        return view;
    }

    private Task<string> Text<T>(object view)
        where T : IComponent => renderer.Text<T>(("View", view));
}
