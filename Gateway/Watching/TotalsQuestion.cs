using Google.Protobuf;
using Units.Gateway.Caches;
using Units.Gateway.Messages;
using Units.Gateway.Requests;

namespace Units.Gateway.Watching;

/// <summary>Indicators and measures over a range.</summary>
internal sealed class TotalsQuestion(string key, TotalsPlan plan, MonthRange range, CatalogueView view, ListedChildren children)
    : MessageQuestion(key, plan.Query(byChild: false), "totals")
{
    /// <inheritdoc/>
    protected override async ValueTask<IMessage> Message(UnitTotals totals, CancellationToken cancellation) =>
        TotalAnswers.Totals(totals, range, plan, view, plan.Counts ? await children.Of(totals, range, cancellation) : []);
}
