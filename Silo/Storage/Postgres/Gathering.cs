using System.Threading.Channels;

namespace Units.Silo.Storage;

/// <summary>Asks one question for many: what is asked while a query is under way goes into the next one.</summary>
/// <remarks>The query that answers a question begins after the question was asked, so the answer is never older than it.</remarks>
/// <typeparam name="TQuestion">One question.</typeparam>
/// <typeparam name="TAnswer">Its answer.</typeparam>
internal sealed class Gathering<TQuestion, TAnswer> : IAsyncDisposable
{
    private const int Capacity = 8192;

    private readonly int _most;
    private readonly Func<IReadOnlyList<TQuestion>, Task<IReadOnlyList<TAnswer>>> _query;
    private readonly Channel<Asked> _queue = Channel.CreateBounded<Asked>(Capacity);
    private readonly Task _lanes;

    /// <summary>Starts to take questions.</summary>
    /// <param name="lanes">How many queries there may be at once.</param>
    /// <param name="most">How many questions one query may answer.</param>
    /// <param name="query">Answers questions, in their order.</param>
    public Gathering(int lanes, int most, Func<IReadOnlyList<TQuestion>, Task<IReadOnlyList<TAnswer>>> query)
    {
        _most = most;
        _query = query;
        _lanes = Task.WhenAll(Enumerable.Range(0, lanes).Select(_ => Task.Run(Lane)));
    }

    /// <summary>Asks, waiting for room where there is none, and then for the answer.</summary>
    /// <param name="question">The question.</param>
    /// <param name="cancellation">Ends the wait, not the query.</param>
    public async Task<TAnswer> Ask(TQuestion question, CancellationToken cancellation)
    {
        Asked asked = new(question, new TaskCompletionSource<TAnswer>(TaskCreationOptions.RunContinuationsAsynchronously));
        await _queue.Writer.WriteAsync(asked, cancellation).ConfigureAwait(false);
        return await asked.Answer.Task.WaitAsync(cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _lanes.ConfigureAwait(false);
    }

    private async Task Lane()
    {
        List<Asked> asked = [];
        while (await _queue.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (asked.Count < _most && _queue.Reader.TryRead(out Asked? next))
            {
                asked.Add(next);
            }

            if (asked.Count > 0)
            {
                await Answer(asked).ConfigureAwait(false);
                asked.Clear();
            }
        }
    }

    private async Task Answer(List<Asked> asked)
    {
        try
        {
            IReadOnlyList<TAnswer> answers = await _query([.. asked.Select(a => a.Question)]).ConfigureAwait(false);
            for (int i = 0; i < asked.Count; i++)
            {
                asked[i].Answer.TrySetResult(answers[i]);
            }
        }
        catch (Exception e)
        {
            // Whatever it was, it is the answer: a lane must live on.
            asked.ForEach(a => a.Answer.TrySetException(e));
        }
    }

    private sealed record Asked(TQuestion Question, TaskCompletionSource<TAnswer> Answer);
}
