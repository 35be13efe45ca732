namespace Units.Gateway.Monitor.Views;

/// <summary>A tile: an indicator of a unit at a glance.</summary>
public sealed record TileView
{
    /// <summary>The id of the indicator.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The page of the indicator across the children, or of the entries where there are none.</summary>
    public required string Href { get; init; }

    /// <summary>The value; a dash where it is missing, never 0.</summary>
    public required string Number { get; init; }

    /// <summary>What it is measured in.</summary>
    public required string Unit { get; init; }

    /// <summary>The value, the target and per cent of it as numbers, for files.</summary>
    public required FileFigures Figures { get; init; }

    /// <summary>How the value stands to the target: 95,2%, or vượt trần 0,06 điểm phần trăm; empty without one.</summary>
    public required string Percent { get; init; }

    /// <summary>What that is of: chỉ tiêu năm 2026.</summary>
    public required string Caption { get; init; }

    /// <summary>The same in a word: chỉ tiêu, or trần.</summary>
    public required string CaptionShort { get; init; }

    /// <summary>The status as the style sheet knows it.</summary>
    public required string Status { get; init; }

    /// <summary>The status as an icon.</summary>
    public required string Icon { get; init; }

    /// <summary>The status as a word, with the reason where there is none.</summary>
    public required string Word { get; init; }

    /// <summary>A second mark where it stands well and its forecast misses the target nevertheless; else empty.</summary>
    public required string ForecastMark { get; init; }

    /// <summary>The target in words.</summary>
    public required string Target { get; init; }

    /// <summary>Above or below what was expected by the end of the month that was due last, in words.</summary>
    public required string Gap { get; init; }

    /// <summary>How it stands to the year before, and where it comes to at the current pace, in words; empty where there is neither.</summary>
    public required string Forecast { get; init; }

    /// <summary>Who has reported, in words.</summary>
    public required string Reported { get; init; }

    /// <summary>ước and trên, where a part is an estimate or a least.</summary>
    public required string Quality { get; init; }

    /// <summary>Which month the value goes up to, in words; empty without a value.</summary>
    public required string Until { get; init; }

    /// <summary>The same where there is little room: đến tháng 11.</summary>
    public required string UntilShort { get; init; }

    /// <summary>When it last changed, as programs read it; empty where that is not known.</summary>
    public required string Since { get; init; }

    /// <summary>The same as people read it: 22/11/2026 15:04.</summary>
    public required string Moment { get; init; }

    /// <summary>1 where nothing is reported of the month that was due last or of a later one, so that the value is of earlier ones; else empty.</summary>
    public required string Old { get; init; }

    /// <summary>How long the bar is with all that is known now, 0 to <see cref="Bars.Width"/>.</summary>
    public required string Bar { get; init; }

    /// <summary>How long the part of it is that is judged: the months that were due.</summary>
    public required string Judged { get; init; }

    /// <summary>Where the mark of what is expected by now stands.</summary>
    public required string Mark { get; init; }

    /// <summary>The months that are over as the points of a line; empty where there are fewer than two.</summary>
    public required string Spark { get; init; }

    /// <summary>Where the last month stands, as x and y.</summary>
    public required string SparkX { get; init; }

    /// <summary>Where the last month stands.</summary>
    public required string SparkY { get; init; }

    /// <summary>1 where the last month is not over, so that its point stands apart from the line; else empty.</summary>
    public required string Running { get; init; }

    /// <summary>What changes.</summary>
    public LiveGroup Live => new("t-" + Id,
    [
        new("n", Number), new("u", Unit), new("p", Percent), new("pc", Caption), new("ps", CaptionShort), new("s", Status), new("i", Icon), new("w", Word), new("fm", ForecastMark), new("g", Gap), new("fc", Forecast),
        new("t", Target), new("r", Reported), new("q", Quality), new("e", Until), new("es", UntilShort), new("a", Since), new("am", Moment), new("o", Old), new("b", Bar), new("j", Judged), new("m", Mark),
        new("x", Spark), new("cx", SparkX), new("cy", SparkY), new("rn", Running),
    ]);
}
