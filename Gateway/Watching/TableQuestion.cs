using Google.Protobuf;
using Units.Gateway.Caches;
using Units.Gateway.Messages;
using Units.Gateway.Requests;

namespace Units.Gateway.Watching;

/// <summary>The league table of an indicator over a range.</summary>
internal sealed class TableQuestion(string key, TotalsPlan plan, MonthRange range, CatalogueView view, ChildList children, TimeProvider time)
    : MessageQuestion(key, plan.Query(byChild: true), "table")
{
    // A table is made many times a second; which children there are is looked up no oftener than a heartbeat is sent.
    private static readonly TimeSpan ListEvery = Watcher.BeatEvery;

    private IReadOnlyList<Unit>? _listed;
    private long _listedAt;

    /// <inheritdoc/>
    protected override async ValueTask<IMessage> Message(UnitTotals totals, CancellationToken cancellation)
    {
        if (_listed is not { } listed || time.GetElapsedTime(_listedAt) >= ListEvery)
        {
            _listed = listed = await children.Of(totals.Unit, range, totals, cancellation);
            _listedAt = time.GetTimestamp();
        }

        return TotalAnswers.Table(totals, range, plan, view, listed);
    }
}
