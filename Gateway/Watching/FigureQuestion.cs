using Google.Protobuf;
using Units.Gateway.Comparing;

namespace Units.Gateway.Watching;

/// <summary>The league table by a figure. What is expected by now, and which months have ended, moves with the days also where no figure does: each
/// question is of its day, and each frame of that of its question.</summary>
internal sealed class FigureQuestion(
    string key, Func<FigureTable> table, MonthRange range, ListedChildren children, Func<CancellationToken, InheritedTargets> inherited)
    : MessageQuestion(key, table().Query, "table")
{
    private FigureTable _asked = table();

    /// <inheritdoc/>
    public override TotalsQuery Ask()
    {
        _asked = table();
        return _asked.Query;
    }

    /// <inheritdoc/>
    protected override async ValueTask<IMessage> Message(UnitTotals totals, CancellationToken cancellation) =>
        await _asked.Table(totals, await children.Of(totals, range, cancellation), inherited(cancellation));
}
