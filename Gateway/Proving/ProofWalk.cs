using System.Collections.Immutable;
using Units.Gateway.Caches;
using Units.Gateway.Errors;
using Units.Gateway.Services;

namespace Units.Gateway.Proving;

/// <summary>
/// Walks down a tree and holds every total against the journals, level by level: what a unit holds of itself and of its leaf children names
/// the exact rows that are counted in it, so each is compared at that cut and not with a moving end.
/// </summary>
internal sealed class ProofWalk(
    ExactReads reads, IGrainFactory grains, UnitCache units, IReadOnlyList<Measure> measures, MonthRange range, CancellationToken cancellation)
    : IDisposable
{
    /// <summary>The most interior units of one proof.</summary>
    public const int MaxUnits = 20_000;

    private const int Concurrency = 8;

    private readonly SemaphoreSlim _calls = new(Concurrency);
    private int _visited;

    /// <summary>What was found.</summary>
    public Proof Found { get; } = new(measures);

    /// <summary>Proves a unit and all below it; gives its live version and sums.</summary>
    public async Task<(UnitVersion Version, Amount[] Live)> Visit(UnitId unit, Window window)
    {
        if (Interlocked.Increment(ref _visited) > MaxUnits)
        {
            throw new RefusedException(GatewayReasons.ProofTooLarge, Requests.Fields.Number(MaxUnits));
        }

        JournalSpan?[] spans = [.. measures.Select(m => window.Span(m, range))];
        ImmutableArray<SumQuery> sums = [.. spans.SelectMany(s => s is { } span ? Window.Sums(span) : [])];
        UnitTotals totals = await Call(() => reads.Read(unit, new TotalsQuery(sums, [], ByChild: true), cancellation));
        Amount[] live = Values(spans, totals.Sums);
        if (totals.Own is not { } own)
        {
            await Compare(unit, [(unit, totals.Version.N, live, [window])]);
            return (totals.Version, live);
        }

        IReadOnlyDictionary<UnitId, Unit> children = await units.Get([.. totals.Children.Select(c => c.Child)], cancellation);
        List<(UnitId Unit, long UpTo, Amount[] Held, Window[] Windows)> leaves = [(unit, own.Version.N, Values(spans, own.Sums), [window])];
        List<Task> below = [];
        foreach (ChildTotals child in totals.Children)
        {
            Window[] windows = children.TryGetValue(child.Child, out Unit? known) ? [.. window.Of(known, unit)] : [];
            Amount[] held = Values(spans, child.Sums);
            if (child.Version.Epoch == 0)
            {
                leaves.Add((child.Child, child.Version.N, held, windows));
            }
            else
            {
                below.Add(VisitChild(unit, child, held, windows));
            }
        }

        foreach ((UnitId Unit, long UpTo, Amount[] Held, Window[] Windows)[] chunk in leaves.Chunk(JournalCut.MaxOfCall))
        {
            below.Add(Compare(unit, chunk));
        }

        await Task.WhenAll(below);
        return (totals.Version, live);
    }

    /// <inheritdoc/>
    public void Dispose() => _calls.Dispose();

    private async Task VisitChild(UnitId parent, ChildTotals child, Amount[] held, Window[] windows)
    {
        Amount[] live = new Amount[measures.Count];
        UnitVersion version = child.Version;
        foreach (Window window in windows)
        {
            (version, Amount[] part) = await Visit(child.Child, window);
            live = Sum(live, part);
        }

        if (live.AsSpan().SequenceEqual(held))
        {
            return;
        }

        if (version != child.Version)
        {
            Found.UnderWay(parent, child.Child, child.Version, version);
            return;
        }

        // The same version with other content: what the parent holds was altered in its memory or in its snapshot.
        for (int i = 0; i < live.Length; i++)
        {
            if (live[i] != held[i])
            {
                Found.Differs(child.Child, i, held[i], live[i], live[i]);
            }
        }
    }

    /// <summary>Holds what a unit counts of journals against their rows up to the same place.</summary>
    private async Task Compare(UnitId at, IReadOnlyCollection<(UnitId Unit, long UpTo, Amount[] Held, Window[] Windows)> counted)
    {
        List<(int Measure, JournalSpan Span)>[] spans = [.. counted.Select(c => c.Windows
            .SelectMany(w => measures.Select((m, i) => (Measure: i, Span: w.Span(m, range)))).Where(s => s.Span is not null)
            .Select(s => (s.Measure, s.Span!.Value)).ToList())];
        ImmutableArray<JournalCut> cuts = [.. counted.Select((c, i) => new JournalCut(c.Unit, c.UpTo, [.. spans[i].Select(s => s.Span)]))];
        ImmutableArray<JournalSum> sums = await Call(() => grains.GetGrain<IUnitGrain>(UnitKey.Of(at)).SumJournal(cuts, cancellation));
        int place = 0;
        foreach ((UnitId unit, long upTo, Amount[] held, _) in counted)
        {
            JournalSum sum = sums[place];
            Amount[] journal = new Amount[measures.Count];
            Amount[] stated = new Amount[measures.Count];
            for (int i = 0; i < spans[place].Count; i++)
            {
                journal[spans[place][i].Measure] += sum.Deltas[i];
                stated[spans[place][i].Measure] += sum.Stated[i];
            }

            place++;
            Found.Add(unit, upTo, journal);
            if (sum.Head > upTo)
            {
                Found.UnderWay(at, unit, new UnitVersion(0, upTo), new UnitVersion(0, sum.Head));
            }

            for (int i = 0; i < journal.Length; i++)
            {
                if (journal[i] != held[i] || stated[i] != journal[i])
                {
                    Found.Differs(unit, i, held[i], journal[i], stated[i]);
                }
            }
        }
    }

    private static Amount[] Values(JournalSpan?[] spans, ImmutableArray<SumReading> sums)
    {
        Amount[] values = new Amount[spans.Length];
        int at = 0;
        for (int i = 0; i < spans.Length; i++)
        {
            int count = spans[i] is { } span ? Window.Sums(span).Length : 0;
            values[i] = count switch { 0 => Amount.Zero, 1 => sums[at].Amount, _ => sums[at].Amount - sums[at + 1].Amount };
            at += count;
        }

        return values;
    }

    private static Amount[] Sum(Amount[] a, Amount[] b) => [.. a.Zip(b, (x, y) => x + y)];

    private async Task<T> Call<T>(Func<Task<T>> call)
    {
        await _calls.WaitAsync(cancellation);
        try
        {
            return await call();
        }
        finally
        {
            _calls.Release();
        }
    }
}
