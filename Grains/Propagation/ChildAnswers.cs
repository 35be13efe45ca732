using System.Collections.Immutable;

namespace Units.Grains.Propagation;

/// <summary>
/// What was read of each child for the latest questions. A board asks the same of hundreds of children again and again, and between two looks few of them
/// have changed: only those are read anew.
/// </summary>
internal sealed class ChildAnswers
{
    /// <summary>The questions that are remembered: those of a few boards of one unit.</summary>
    public const int MaxQuestions = 4;

    /// <summary>The most figures of one question, of all children, that are remembered: about 2 MB.</summary>
    public const int MaxFigures = 20_000;

    private readonly List<Question> _latest = [];

    /// <summary>What each child holds, in the order of their ids.</summary>
    /// <param name="query">The question.</param>
    /// <param name="held">The children.</param>
    /// <param name="read">Reads one of them.</param>
    public ImmutableArray<ChildTotals> Read(TotalsQuery query, IReadOnlyCollection<KeyValuePair<UnitId, HeldChild>> held, Func<UnitId, HeldChild, TotalsQuery, ChildTotals> read)
    {
        IEnumerable<KeyValuePair<UnitId, HeldChild>> ordered = held.OrderBy(h => h.Key);
        if ((long)held.Count * Figures(query) > MaxFigures)
        {
            return [.. ordered.Select(h => read(h.Key, h.Value, query))];
        }

        Question question = Find(query);
        return [.. ordered.Select(h => question.Answer(h.Key, h.Value, read))];
    }

    private static int Figures(TotalsQuery query) => query.ChildSums.IsDefault
        ? query.Sums.Length + query.Targets.Length
        : query.ChildSums.Length + (query.ChildStated.IsDefault ? 0 : query.ChildStated.Length);

    private Question Find(TotalsQuery query)
    {
        int place = _latest.FindIndex(q => AsksTheSame(q.Query, query));
        Question found = place < 0 ? new Question(query) : _latest[place];
        if (place >= 0)
        {
            _latest.RemoveAt(place);
        }
        else if (_latest.Count == MaxQuestions)
        {
            _latest.RemoveAt(0);
        }

        _latest.Add(found);
        return found;
    }

    private static bool AsksTheSame(TotalsQuery a, TotalsQuery b) => a.ChildSums.IsDefault == b.ChildSums.IsDefault
        && (a.ChildSums.IsDefault
            ? Same(a.Sums, b.Sums) && a.Targets.Length == b.Targets.Length && a.Targets.Zip(b.Targets).All(t => AsksTheSame(t.First, t.Second))
            : Same(a.ChildSums, b.ChildSums) && Same(a.ChildStated, b.ChildStated));

    private static bool AsksTheSame(TargetQuery a, TargetQuery b) => Same(a.Sums, b.Sums) && a with { Sums = b.Sums } == b;

    private static bool Same<T>(ImmutableArray<T> a, ImmutableArray<T> b) => a.AsSpan().SequenceEqual(b.AsSpan());

    /// <summary>A question, and what was last read for it.</summary>
    private sealed class Question(TotalsQuery query)
    {
        private readonly Dictionary<UnitId, (HeldChild Held, long Changes, ChildTotals Answer)> _known = [];

        public TotalsQuery Query => query;

        public ChildTotals Answer(UnitId child, HeldChild held, Func<UnitId, HeldChild, TotalsQuery, ChildTotals> read)
        {
            if (_known.TryGetValue(child, out (HeldChild Held, long Changes, ChildTotals Answer) known)
                && known.Held == held && known.Changes == held.Cells.Changes)
            {
                // A version may grow and say the same.
                return known.Answer.Version == held.Version ? known.Answer : known.Answer with { Version = held.Version };
            }

            ChildTotals answer = read(child, held, query);
            _known[child] = (held, held.Cells.Changes, answer);
            return answer;
        }
    }
}
