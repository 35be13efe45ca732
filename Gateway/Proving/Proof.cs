using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Units.Gateway.Messages;

namespace Units.Gateway.Proving;

/// <summary>What a walk has found so far. Filled by many at a time.</summary>
internal sealed class Proof(IReadOnlyList<Measure> measures)
{
    private const int MaxNamed = 100;

    private readonly Lock _gate = new();
    private readonly Amount[] _journal = new Amount[measures.Count];
    private readonly SortedDictionary<UnitId, long> _cuts = [];
    private readonly List<V1.PushUnderWay> _underWay = [];
    private readonly List<V1.Discrepancy> _discrepancies = [];
    private long _underWayCount;
    private long _discrepancyCount;

    /// <summary>Rows of a unit that were added up.</summary>
    public void Add(UnitId unit, long upTo, ReadOnlySpan<Amount> sums)
    {
        lock (_gate)
        {
            _cuts[unit] = Math.Max(_cuts.GetValueOrDefault(unit), upTo);
            for (int i = 0; i < sums.Length; i++)
            {
                _journal[i] += sums[i];
            }
        }
    }

    /// <summary>A child that has more than its parent holds.</summary>
    public void UnderWay(UnitId parent, UnitId child, UnitVersion held, UnitVersion at)
    {
        lock (_gate)
        {
            if (++_underWayCount <= MaxNamed)
            {
                _underWay.Add(new V1.PushUnderWay { Parent = parent.Text, Child = child.Text, Held = TotalMessages.Of(held), At = TotalMessages.Of(at) });
            }
        }
    }

    /// <summary>Rows that do not add up to what is counted of them, or that contradict each other.</summary>
    public void Differs(UnitId unit, int measure, Amount live, Amount journal, Amount stated)
    {
        lock (_gate)
        {
            if (++_discrepancyCount <= MaxNamed)
            {
                _discrepancies.Add(new V1.Discrepancy
                {
                    Unit = unit.Text,
                    Measure = measures[measure].Id.Text,
                    Live = Text(live, measure),
                    Journal = Text(journal, measure),
                    Difference = Text(live - journal, measure),
                    Stated = Text(stated, measure),
                });
            }
        }
    }

    /// <summary>The answer.</summary>
    public V1.ProveTotalResponse Answer(UnitId unit, MonthRange range, UnitVersion version, Amount[] live) => new()
    {
        Unit = unit.Text,
        Range = range.ToString(),
        Version = TotalMessages.Of(version),
        Journal = new V1.JournalCut { Units = _cuts.Count(c => c.Value > 0), Reports = _cuts.Values.Sum(), Sha256 = Hash() },
        Measures =
        {
            measures.Select((measure, i) => new V1.ProvenMeasure
            {
                Measure = measure.Id.Text,
                Live = Text(live[i], i),
                Journal = Text(_journal[i], i),
                Difference = Text(live[i] - _journal[i], i),
            }),
        },
        UnderWay = { _underWay },
        UnderWayCount = _underWayCount,
        Discrepancies = { _discrepancies },
        DiscrepancyCount = _discrepancyCount,
    };

    private string Text(Amount amount, int measure) => DecimalText.Format(amount, measures[measure].Scale);

    private string Hash()
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach ((UnitId unit, long upTo) in _cuts.Where(c => c.Value > 0))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{unit} {upTo}\n")));
        }

        return ReceiptMessages.Hex(hash.GetHashAndReset());
    }
}
