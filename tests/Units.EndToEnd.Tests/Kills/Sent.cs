using Units.EndToEnd.Tests.Support;

namespace Units.EndToEnd.Tests.Kills;

/// <summary>One report of the load, from the first time it is sent until it is acknowledged.</summary>
internal sealed class Sent(Tree tree, Leaf leaf, ReportKind kind, long value)
{
    /// <summary>The month of everything that is set, and the last one of everything that is added.</summary>
    public const string LastMonth = "2025-03";

    /// <summary>The months that are read.</summary>
    public const string Range = "2025-01/2025-03";

    private static readonly string[] Months = ["2025-01", "2025-02", LastMonth];

    private int _wasInFlightAtKill;

    /// <summary>Its id.</summary>
    public string Id { get; } = $"{Guid.NewGuid():n}";

    /// <summary>Whom it is about.</summary>
    public Leaf Leaf => leaf;

    /// <summary>What it says.</summary>
    public ReportKind Kind => kind;

    /// <summary>How much.</summary>
    public long Value => value;

    /// <summary>The sequence of its receipt; 0 until it is acknowledged.</summary>
    public long Sequence { get; private set; }

    /// <summary>True when the process was killed while it had been sent and not answered.</summary>
    public bool WasInFlightAtKill => _wasInFlightAtKill > 0;

    /// <summary>True when the acknowledgement said that it had been taken in before: only the answer was lost.</summary>
    public bool WasRepeated { get; private set; }

    /// <summary>It is in flight while the process is killed.</summary>
    public void Killed() => Interlocked.Increment(ref _wasInFlightAtKill);

    /// <summary>It is acknowledged.</summary>
    public void Acknowledged(V1.SubmitReportResponse response)
    {
        if (response.Receipt.Unit != leaf.Id || response.Receipt.ReportId != Id)
        {
            throw new InvalidOperationException($"Report {Id} of {leaf.Id} got the receipt {response.Receipt}.");
        }

        WasRepeated = response.Repeated;
        Sequence = response.Receipt.Sequence;
    }

    /// <summary>The request; the same content however often it is made.</summary>
    public V1.SubmitReportRequest Request() => Api.Report(leaf.Id, Id, kind switch
    {
        ReportKind.Set => new V1.Entry { Measure = tree.Set, Month = LastMonth, Set = $"{value}" },
        ReportKind.ToDate => new V1.Entry { Measure = tree.ToDate, Month = LastMonth, YearToDate = $"{value}" },
        _ => new V1.Entry { Measure = tree.Added, Month = Months[Id[0] % Months.Length], Add = "1" },
    });
}
