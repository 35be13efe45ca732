using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Extensions.Logging;

namespace Units.Grains;

/// <summary>Carries the pushes of one silo: what several units have to say to the same parent within a moment goes in one call.</summary>
/// <remarks>
/// A call between units costs more than what is in it. A wait of a few milliseconds a level is what a watcher of the root does not see. Leaves are many and
/// each says little: while much comes from them they wait a little longer, so that a call is shared by more, and all parents are called in one moment, so that
/// theirs find company on the way up as well.
/// </remarks>
internal sealed partial class PushOutbox
{
    /// <summary>How long a message waits at most for others to the same parent.</summary>
    public static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(20);

    /// <summary>The same for messages of leaves while more than <see cref="BusyPerMs"/> of them come.</summary>
    public static readonly TimeSpan BusyGap = TimeSpan.FromMilliseconds(40);

    /// <summary>Messages a millisecond from which on leaves wait longer.</summary>
    private const double BusyPerMs = 3;

    /// <summary>The most cells of one call, or one message.</summary>
    private const int MaxCells = 20_000;

    private readonly IGrainFactory _grains;
    private readonly ILogger<PushOutbox> _logger;
    private readonly ConcurrentDictionary<UnitId, IUnitGrain> _parents = new();
    private readonly PushRound _ofLeaves;
    private readonly PushRound _ofInterior;

    /// <summary>An outbox with nothing in it.</summary>
    public PushOutbox(IGrainFactory grains, TimeProvider time, ILogger<PushOutbox> logger)
    {
        _grains = grains;
        _logger = logger;
        _ofLeaves = new PushRound(time, Send, static (sent, gap) => sent > BusyPerMs * gap.TotalMilliseconds ? BusyGap : Gap);
        _ofInterior = new PushRound(time, Send, static (_, _) => Gap);
    }

    /// <summary>Sends a message with the next call to this parent. Null when the call was lost.</summary>
    public Task<PushReply?> Push(UnitId parent, PushMessage message) => (message.Version.Epoch == 0 ? _ofLeaves : _ofInterior).Add(parent, message);

    private void Send(UnitId parent, List<PushLetter> letters)
    {
        for (int sent = 0, next; sent < letters.Count; sent = next)
        {
            int cells = 0;
            for (next = sent; next < letters.Count && (next == sent || cells + letters[next].Message.Cells.Length <= MaxCells); next++)
            {
                cells += letters[next].Message.Cells.Length;
            }

            _ = Call(parent, next - sent == letters.Count ? letters : letters[sent..next]);
        }
    }

    private async Task Call(UnitId parent, List<PushLetter> letters)
    {
        try
        {
            // Making a reference costs more than looking it up.
            IUnitGrain grain = _parents.GetOrAdd(parent, static (unit, grains) => grains.GetGrain<IUnitGrain>(UnitKey.Of(unit)), _grains);
            ImmutableArray<PushReply> replies = await grain.ApplyMany([.. letters.Select(l => l.Message)]);
            for (int i = 0; i < letters.Count; i++)
            {
                letters[i].Answer(replies[i]);
            }
        }
        catch (Exception e)
        {
            // Whatever it was, the protocol repeats what was lost.
            LogLost(e, parent, letters.Count);
            letters.ForEach(l => l.Answer(null));
        }
    }

    [LoggerMessage(5, LogLevel.Debug, "A call to {Parent} with what {Count} children say was lost; they repeat it")]
    private partial void LogLost(Exception exception, UnitId parent, int count);
}
