using Units.Gateway.Monitor.Asking;

namespace Units.Gateway.Monitor.Views;

/// <summary>What every page has: whose it is, in which period, and how to go on.</summary>
public sealed record PageView
{
    /// <summary>What was asked.</summary>
    public required MonitorAsk Ask { get; init; }

    /// <summary>The heading.</summary>
    public required string Title { get; init; }

    /// <summary>What stands below it, or empty.</summary>
    public string Subtitle { get; init; } = "";

    /// <summary>The way from the root here, the unit of the page last: names and addresses.</summary>
    public IReadOnlyList<LinkView> Breadcrumb { get; init; } = [];

    /// <summary>The period in words: năm 2026.</summary>
    public string Period { get; init; } = "";

    /// <summary>Its days on its calendar: 01/01/2026 – 31/12/2026.</summary>
    public string Days { get; init; } = "";

    /// <summary>Other periods, with their addresses.</summary>
    public IReadOnlyList<LinkView> Periods { get; init; } = [];

    /// <summary>True where whoever looks showed who they are, and may want to go.</summary>
    public bool CanLeave { get; init; }

    /// <summary>True where the figures are invented.</summary>
    public bool IsDemo { get; init; }

    /// <summary>The address of the stream; empty for none.</summary>
    public string Stream { get; init; } = "";

    /// <summary>The page that a wall turns to; empty for none.</summary>
    public string Next { get; init; } = "";

    /// <summary>Which of the pages of a wall this is; null elsewhere.</summary>
    public WallView? Wall { get; init; }

    /// <summary>True where the stream tells of more indicators than the page shows: those are no reason to read it again.</summary>
    public bool IsPart { get; init; }

    /// <summary>When the figures were read: 15:04:05.</summary>
    public string ReadAt { get; init; } = "";

    /// <summary>The version of what is shown.</summary>
    public string Version { get; init; } = "";

    /// <summary>The version of the league table, where it is another one than <see cref="Version"/>; else empty.</summary>
    public string TableVersion { get; init; } = "";

    /// <summary>Where a form is sent that has the page kept as it is; empty where it cannot be.</summary>
    public string Keep { get; init; } = "";

    /// <summary>Who kept this page and when; null for a page that is live.</summary>
    public KeptView? Kept { get; init; }

    /// <summary>Tables of the page as files: names and addresses.</summary>
    public IReadOnlyList<LinkView> Files { get; init; } = [];

    /// <summary>True where an answer that changes means that the page is read again, rather than that its parts are changed in place.</summary>
    public bool Rereads { get; init; }
}
