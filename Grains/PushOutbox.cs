using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Extensions.Logging;

namespace Units.Grains;

/// <summary>Carries what the units of this silo say to their parents: what many children say to one parent within a moment goes in one call.</summary>
/// <remarks>A call between units costs more than what is in it. A wait of a few milliseconds a level is what a watcher of the root does not see.</remarks>
internal sealed partial class PushOutbox(IGrainFactory grains, TimeProvider time, ILogger<PushOutbox> logger)
{
    /// <summary>How long a message waits for others to the same parent.</summary>
    public static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(20);

    /// <summary>The most cells of one call, or one message.</summary>
    private const int MaxCells = 20_000;

    private readonly ConcurrentDictionary<UnitId, Waiting> _parents = new();

    /// <summary>Sends a message with the next call to this parent. Null when the call was lost.</summary>
    public Task<PushReply?> Push(UnitId parent, PushMessage message)
    {
        Letter letter = new(message);
        Waiting waiting = _parents.GetOrAdd(parent, static _ => new Waiting());
        lock (waiting.Letters)
        {
            waiting.Letters.Add(letter);
            if (waiting.Letters.Count > 1)
            {
                return letter.Reply.Task;
            }
        }

        _ = Task.Run(() => SendSoon(parent, waiting));
        return letter.Reply.Task;
    }

    private async Task SendSoon(UnitId parent, Waiting waiting)
    {
        await Task.Delay(Gap, time);
        List<Letter> letters;
        lock (waiting.Letters)
        {
            letters = [.. waiting.Letters];
            waiting.Letters.Clear();
        }

        IUnitGrain grain = grains.GetGrain<IUnitGrain>(UnitKey.Of(parent));
        for (int sent = 0, next; sent < letters.Count; sent = next)
        {
            int cells = 0;
            for (next = sent; next < letters.Count && (next == sent || cells + letters[next].Message.Cells.Length <= MaxCells); next++)
            {
                cells += letters[next].Message.Cells.Length;
            }

            _ = Send(parent, grain, letters[sent..next]);
        }
    }

    private async Task Send(UnitId parent, IUnitGrain grain, List<Letter> letters)
    {
        try
        {
            ImmutableArray<PushReply> replies = await grain.ApplyMany([.. letters.Select(l => l.Message)]);
            for (int i = 0; i < letters.Count; i++)
            {
                letters[i].Reply.SetResult(replies[i]);
            }
        }
        catch (Exception e)
        {
            // Whatever it was, the protocol repeats what was lost.
            LogLost(e, parent, letters.Count);
            letters.ForEach(l => l.Reply.TrySetResult(null));
        }
    }

    [LoggerMessage(5, LogLevel.Debug, "A call to {Parent} with what {Count} children say was lost; they repeat it")]
    private partial void LogLost(Exception exception, UnitId parent, int count);

    private sealed class Waiting
    {
        public List<Letter> Letters { get; } = [];
    }

    private sealed class Letter(PushMessage message)
    {
        public PushMessage Message => message;

        public TaskCompletionSource<PushReply?> Reply { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
