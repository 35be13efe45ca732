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

    /// <summary>True where nobody has a target and the values themselves are ranked.</summary>
    public required bool IsByValue { get; init; }

    /// <summary>Who has not reported the month that was due last, by name; empty where all have.</summary>
    public required LiveGroup Late { get; init; }

    /// <summary>From where on a status is given, in words.</summary>
    public required string Thresholds { get; init; }

    /// <summary>The rows in the order of the page.</summary>
    public required IReadOnlyList<RowView> Rows { get; init; }

    /// <summary>The squares.</summary>
    public required MapView Map { get; init; }

    /// <summary>The same table in the other order.</summary>
    public required LinkView OtherOrder { get; init; }

    /// <summary>The head of a column.</summary>
    public string Head(string field) => Heads.Fields.First(f => f.Key == field).Value;
}
