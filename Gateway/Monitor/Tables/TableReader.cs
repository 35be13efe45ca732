using Units.Gateway.Monitor.Asking;
using Units.Gateway.Monitor.Reading;

namespace Units.Gateway.Monitor.Tables;

/// <summary>Reads the table of a page as a file has it: whole, and with what is to be known of it where it is sent on.</summary>
internal sealed class TableReader(OverviewReader overview, IndicatorReader indicator, EntriesReader entries, PlansReader plans, TimeProvider time)
{
    /// <summary>Reads it.</summary>
    public async Task<Table> Read(PageContext page, CancellationToken cancellation)
    {
        // Of a wall's page a file has all indicators, not those that there is room for.
        page = page with { Ask = page.Ask with { Kiosk = false } };
        Table table = page.Ask.View switch
        {
            MonitorView.Indicator => TableFiles.Of(await indicator.Read(page, cancellation)),
            MonitorView.Entries => TableFiles.Of(page, entries.All(page, cancellation)),
            MonitorView.Plans => TableFiles.Of(await plans.Read(page, cancellation)),
            _ => TableFiles.Of(page, await overview.All(page, cancellation)),
        };
        return table with { Rows = table.Rows.Concat(TableFiles.Notes(page, time.GetUtcNow()).ToAsyncEnumerable()) };
    }
}
