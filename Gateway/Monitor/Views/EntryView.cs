namespace Units.Gateway.Monitor.Views;

/// <summary>A line of a journal in words.</summary>
public sealed record EntryView
{
    /// <summary>When it was taken in: 22/11/2026 15:04.</summary>
    public required string At { get; init; }

    /// <summary>Who sent it; empty where nobody was asked.</summary>
    public required string Who { get; init; }

    /// <summary>The system it came from.</summary>
    public required string Source { get; init; }

    /// <summary>What it is about.</summary>
    public required string Subject { get; init; }

    /// <summary>The month or months it is about.</summary>
    public required string Month { get; init; }

    /// <summary>What it says: đặt 12,3 tỷ đồng.</summary>
    public required string Said { get; init; }

    /// <summary>By how much it moved the month.</summary>
    public required string Delta { get; init; }

    /// <summary>What became of it.</summary>
    public required string Outcome { get; init; }

    /// <summary>True where it was refused.</summary>
    public required bool IsRefused { get; init; }

    /// <summary>The number of its receipt: its place in the journal of the unit.</summary>
    public required string Receipt { get; init; }

    /// <summary>The id under which it was sent.</summary>
    public required string Report { get; init; }

    /// <summary>The receipt itself; empty where the line has none.</summary>
    public required string ReceiptHref { get; init; }
}
