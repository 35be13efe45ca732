namespace Units.Gateway.Monitor.Views;

/// <summary>A child in a league table.</summary>
public sealed record RowView
{
    /// <summary>The id of the child.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Where its name leads.</summary>
    public required string Href { get; init; }

    /// <summary>Its rank; a dash where it cannot be ranked.</summary>
    public required string Rank { get; init; }

    /// <summary>By how many places it came up or down: ↑2, ↓1, or empty. A status is a filled mark, so that the two are not taken for one another.</summary>
    public required string Climb { get; init; }

    /// <summary>up, down or same.</summary>
    public required string ClimbKey { get; init; }

    /// <summary>The same in words, for who does not see arrows.</summary>
    public required string ClimbWord { get; init; }

    /// <summary>The value, whose unit is at the head of its column; a dash where it is missing.</summary>
    public required string Value { get; init; }

    /// <summary>The target, or empty.</summary>
    public required string Target { get; init; }

    /// <summary>The value, the target and per cent of it as numbers, for files.</summary>
    public required FileFigures Figures { get; init; }

    /// <summary>The figure that ranks: per cent of what was expected of the judged months, or the value where nobody has a target; empty where there is none.</summary>
    public required string Percent { get; init; }

    /// <summary>The same on a square of a map, where no sign of per cent has room.</summary>
    public string Square => Percent.TrimEnd('%');

    /// <summary>How all that is known stands to the target of the period: 95,2%, or −0,8 and +12 where per cents would read backwards; empty without one.</summary>
    public required string Against { get; init; }

    /// <summary>The status as the style sheet knows it.</summary>
    public required string Status { get; init; }

    /// <summary>The status as an icon.</summary>
    public required string Icon { get; init; }

    /// <summary>The status as a word.</summary>
    public required string Word { get; init; }

    /// <summary>Who has reported.</summary>
    public required string Reported { get; init; }

    /// <summary>How long the bar is with all that is known now.</summary>
    public required string Bar { get; init; }

    /// <summary>How long the part of it is that is judged.</summary>
    public required string Judged { get; init; }

    /// <summary>Where the mark of what is expected by now stands.</summary>
    public required string Mark { get; init; }

    /// <summary>What changes in the table.</summary>
    public LiveGroup Live => new("r-" + Id,
    [
        new("k", Rank), new("c", Climb), new("d", ClimbKey), new("dw", ClimbWord), new("v", Value), new("t", Target), new("g", Against), new("p", Percent), new("sq", Square), new("s", Status),
        new("i", Icon), new("w", Word), new("r", Reported), new("b", Bar), new("j", Judged), new("m", Mark),
    ]);
}
