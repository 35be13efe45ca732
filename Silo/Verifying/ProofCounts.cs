namespace Units.Silo.Verifying;

/// <summary>What a verification has looked at.</summary>
internal sealed class ProofCounts
{
    private int _firstMonth = int.MaxValue;
    private int _lastMonth = -1;

    /// <summary>Units.</summary>
    public int Units { get; set; }

    /// <summary>Reports, targets, moves and closings in the journals.</summary>
    public long Reports { get; private set; }

    /// <summary>Rows of the journals.</summary>
    public long Rows { get; private set; }

    /// <summary>Cells of totals that were held against plain SQL.</summary>
    public long Totals { get; set; }

    /// <summary>Held records that were held against the journals.</summary>
    public long Snapshots { get; set; }

    /// <summary>Held records of units with children: these say all anew when they open.</summary>
    public long SnapshotsReplaced { get; set; }

    /// <summary>The months that the journals are about; "none" for empty ones.</summary>
    public string Months => _lastMonth < 0 ? "none" : $"{Month.FromNumber(_firstMonth)} to {Month.FromNumber(_lastMonth)}";

    /// <summary>Counts a report.</summary>
    public void Take(StoredReport report)
    {
        Reports++;
        Rows += report.Rows.Count;
        foreach (Grains.Storage.JournalRow row in report.Rows)
        {
            _firstMonth = Math.Min(_firstMonth, row.Month.Number);
            _lastMonth = Math.Max(_lastMonth, row.Month.Number);
        }
    }
}
