using Google.Protobuf;

namespace Units.Gateway.Watching;

/// <summary>A question that is answered with a message of the API.</summary>
/// <param name="key">The question in its normal form.</param>
/// <param name="query">What to ask the unit.</param>
/// <param name="eventName">The name of the event in JSON and as a Server-Sent Event; it is field 1 of the message.</param>
internal abstract class MessageQuestion(string key, TotalsQuery query, string eventName) : WatchQuestion(key, query)
{
    /// <inheritdoc/>
    public override async ValueTask<Frame> Show(UnitTotals totals, CancellationToken cancellation) =>
        new(totals.Version, eventName, await Message(totals, cancellation));

    /// <summary>The message of the event.</summary>
    protected abstract ValueTask<IMessage> Message(UnitTotals totals, CancellationToken cancellation);
}
