namespace Units.Gateway.Monitor.Views;

/// <summary>A league table with its map.</summary>
public sealed record LeagueView
{
    /// <summary>The indicator that it is by.</summary>
    public required string Indicator { get; init; }

    /// <summary>The page of that indicator.</summary>
    public required string Href { get; init; }

    /// <summary>The heads of the columns of values, of targets and of how they stand to one another, with their units: those change as the figures do.</summary>
    public required LiveGroup Heads { get; init; }

    /// <summary>What the signs of the table and of the map mean.</summary>
    public required LiveGroup Signs { get; init; }

    /// <summary>Who has not reported the month that was due last, by name; empty where all have.</summary>
    public required LiveGroup Late { get; init; }

    /// <summary>Which end of the table a wall has room for: cuối bảng; empty where it has for all of it.</summary>
    public required string Part { get; init; }

    /// <summary>True where a squarer wall has room for all of it.</summary>
    public required bool IsWholeOnSquare { get; init; }

    /// <summary>The unit itself, above its children.</summary>
    public required RowView Whole { get; init; }

    /// <summary>The rows in the order of the page.</summary>
    public required IReadOnlyList<RowView> Rows { get; init; }

    /// <summary>The squares.</summary>
    public required MapView Map { get; init; }

    /// <summary>The same table in the other order.</summary>
    public required LinkView OtherOrder { get; init; }
}
