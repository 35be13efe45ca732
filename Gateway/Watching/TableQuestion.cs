using Google.Protobuf;
using Units.Gateway.Caches;
using Units.Gateway.Messages;
using Units.Gateway.Requests;

namespace Units.Gateway.Watching;

/// <summary>The league table of an indicator over a range.</summary>
internal sealed class TableQuestion(string key, TotalsPlan plan, MonthRange range, CatalogueView view, ListedChildren children)
    : MessageQuestion(key, plan.Query(byChild: true), "table")
{
    /// <inheritdoc/>
    protected override async ValueTask<IMessage> Message(UnitTotals totals, CancellationToken cancellation)
    {
        return TotalAnswers.Table(totals, range, plan, view, await children.Of(totals, range, cancellation));
    }
}
