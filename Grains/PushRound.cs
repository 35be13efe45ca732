namespace Units.Grains;

/// <summary>Gathers messages by their parent and sends them all in one moment; the first one after that sets the next moment.</summary>
/// <param name="time">The clock.</param>
/// <param name="send">Sends what there is for one parent; waits for nothing, and answers also what is lost.</param>
/// <param name="gapAfter">How long to gather next, after so many messages in so long.</param>
internal sealed class PushRound(TimeProvider time, Action<UnitId, List<PushLetter>> send, Func<int, TimeSpan, TimeSpan> gapAfter)
{
    private readonly Lock _gate = new();
    private Dictionary<UnitId, List<PushLetter>> _letters = [];
    private TimeSpan _gap = PushOutbox.Gap;

    /// <summary>Takes a message in. Null when its call was lost.</summary>
    public Task<PushReply?> Add(UnitId parent, PushMessage message)
    {
        PushLetter letter = new(message);
        bool isFirst;
        lock (_gate)
        {
            isFirst = _letters.Count == 0;
            if (!_letters.TryGetValue(parent, out List<PushLetter>? letters))
            {
                _letters.Add(parent, letters = []);
            }

            letters.Add(letter);
        }

        if (isFirst)
        {
            // Not on the scheduler of the unit that happens to be the first.
            _ = Task.Run(SendSoon);
        }

        return letter.Reply;
    }

    private async Task SendSoon()
    {
        await Task.Delay(_gap, time);
        Dictionary<UnitId, List<PushLetter>> letters;
        lock (_gate)
        {
            letters = _letters;
            _letters = new Dictionary<UnitId, List<PushLetter>>(letters.Count);
            _gap = gapAfter(letters.Values.Sum(l => l.Count), _gap);
        }

        foreach ((UnitId parent, List<PushLetter> told) in letters)
        {
            send(parent, told);
        }
    }
}
