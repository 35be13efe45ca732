using System.Runtime.InteropServices;

namespace Units.Silo.Storage;

/// <summary>Where the journals end that this silo has appended to, and under which epoch: what need not be asked again before each append.</summary>
/// <remarks>
/// It holds under one revision of the epochs: while that stands, nobody took an epoch. Another silo may have appended meanwhile; then the
/// key of the journal refuses the row, for an end that is remembered was there, and rows never go.
/// </remarks>
internal sealed class WriterMemory
{
    private const int MaxKept = 1_000_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<int, (long Head, long Epoch)> _ends = [];
    private long _revision = -1;

    /// <summary>True where an append after this end and under this epoch needs no further look.</summary>
    public bool Knows(long revision, int unit, long head, long epoch)
    {
        lock (_gate)
        {
            return revision == _revision && _ends.TryGetValue(unit, out (long Head, long Epoch) end) && end == (head, epoch);
        }
    }

    /// <summary>Remembers what was committed under a revision.</summary>
    public void Remember(long revision, IEnumerable<(int Unit, long Head, long Epoch)> committed)
    {
        lock (_gate)
        {
            if (revision < _revision)
            {
                return;
            }

            if (revision > _revision || _ends.Count > MaxKept)
            {
                _ends.Clear();
                _revision = revision;
            }

            foreach ((int unit, long head, long epoch) in committed)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_ends, unit, out _) = (head, epoch);
            }
        }
    }

    /// <summary>Forgets all: after a break the server may be another one, with less in it.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            _ends.Clear();
        }
    }
}
