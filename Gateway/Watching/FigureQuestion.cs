using Google.Protobuf;
using Units.Gateway.Comparing;

namespace Units.Gateway.Watching;

/// <summary>The league table by a figure. What is expected by now moves with the days also where no figure does: each frame is of its day.</summary>
internal sealed class FigureQuestion(string key, Func<FigureTable> table, MonthRange range, ListedChildren children)
    : MessageQuestion(key, table().Query, "table")
{
    /// <inheritdoc/>
    protected override async ValueTask<IMessage> Message(UnitTotals totals, CancellationToken cancellation) =>
        table().Table(totals, await children.Of(totals, range, cancellation));
}
