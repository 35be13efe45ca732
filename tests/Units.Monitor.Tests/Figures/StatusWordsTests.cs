using Units.Gateway.Errors;
using Units.Gateway.Monitor.Asking;
using Units.Gateway.Monitor.Reading;
using Units.Gateway.Monitor.Views;
using Units.Gateway.Monitor.Words;

namespace Units.Monitor.Tests.Figures;

/// <summary>By which words a status is told, and what is said beside it. The day is 28 November 2026; October was due on 5 November.</summary>
public sealed class StatusWordsTests
{
    private static readonly MonitorAsk Page = new();

    [Theory]
    [InlineData(90, "Trong mức", "Within")]
    [InlineData(98, "Sát mức", "Just within")]
    [InlineData(102, "Vượt nhẹ", "Slightly over")]
    [InlineData(110, "Vượt mức", "Over")]
    [InlineData(140, "Vượt xa mức", "Far over")]
    public void A_ceiling_is_kept_or_passed_and_never_on_course_or_ahead(int month, string vietnamese, string english)
    {
        IndicatorReading reading = Board.Amount().Read(m => m <= 10 ? month : null, Board.Target(TargetKind.AtMost, upper: 1_200));

        Assert.Equal(vietnamese, IndicatorWords.Status(reading, Language.Vi));
        Assert.Equal(english, IndicatorWords.Status(reading, Language.En));
    }

    [Theory]
    [InlineData(1_000, "Trên mức")]
    [InlineData(950, "Đạt mức")]
    [InlineData(942, "Gần đạt")]
    [InlineData(850, "Dưới mức")]
    [InlineData(700, "Còn xa mức")]
    public void A_rate_that_is_expected_from_the_first_month_on_is_a_level_and_no_progress(int part, string word)
    {
        IndicatorReading reading = Board.Rate().Read(_ => part, _ => 1_000, Board.Target(TargetKind.AtLeast, lower: 95_000_000));

        Assert.Equal(word, IndicatorWords.Status(reading, Language.Vi));
    }

    [Theory]
    [InlineData(900, "Trong khoảng", "Within the range", "trong khoảng")]
    [InlineData(980, "Trong khoảng", "Within the range", "trong khoảng")]
    [InlineData(780, "Lệch nhẹ", "Slightly outside", "dưới khoảng 2,00 điểm phần trăm")]
    [InlineData(1_030, "Lệch nhẹ", "Slightly outside", "trên khoảng 3,00 điểm phần trăm")]
    [InlineData(700, "Ngoài khoảng", "Outside", "dưới khoảng 10,00 điểm phần trăm")]
    [InlineData(1_300, "Lệch xa khoảng", "Far outside", "trên khoảng 30,00 điểm phần trăm")]
    public void A_range_is_kept_or_left_at_either_side_and_is_no_progress(int part, string vietnamese, string english, string against)
    {
        IndicatorReading reading = Board.Rate().Read(_ => part, _ => 1_000, Board.Target(TargetKind.Range, lower: 80_000_000, upper: 100_000_000));

        Assert.Null(reading.Percent);
        Assert.Equal((vietnamese, english), (IndicatorWords.Status(reading, Language.Vi), IndicatorWords.Status(reading, Language.En)));
        Assert.Equal(against, TargetWords.Against(reading.Target, reading, Language.Vi).Replace('\u00A0', ' '));
    }

    [Theory]
    [InlineData(9, "Ngoài khoảng", "còn 30 tỷ đồng đến khoảng cả kỳ", "thấp hơn 10 tỷ đồng so với khoảng cần đạt 100–120 tỷ đồng")]
    [InlineData(11, "Trong khoảng", "còn 10 tỷ đồng đến khoảng cả kỳ", "trong khoảng cần đạt 100–120 tỷ đồng")]
    [InlineData(13, "Ngoài khoảng", "đã đến khoảng cả kỳ", "cao hơn 10 tỷ đồng so với khoảng cần đạt 100–120 tỷ đồng")]
    public void What_adds_up_to_a_range_is_held_against_the_range_that_was_due(int month, string status, string against, string gap)
    {
        IndicatorReading reading = Board.Amount().Read(m => m <= 10 ? month : null, Board.Target(TargetKind.Range, lower: 120, upper: 144));

        Assert.Equal(status, IndicatorWords.Status(reading, Language.Vi));
        Assert.Equal(against, TargetWords.Against(reading.Target, reading, Language.Vi).Replace('\u00A0', ' '));
        Assert.Equal($"Đến hết tháng 10/2026: {gap}", IndicatorWords.Gap(reading, Language.Vi));
    }

    [Theory]
    [InlineData(1_000, "Đúng mức", "đúng mức")]
    [InlineData(980, "Lệch nhẹ", "dưới mức 2,00 điểm phần trăm")]
    [InlineData(1_100, "Lệch mức", "trên mức 10,00 điểm phần trăm")]
    public void An_exact_figure_is_met_or_missed_at_either_side(int part, string status, string against)
    {
        IndicatorReading reading = Board.Rate().Read(_ => part, _ => 1_000, Board.Target(TargetKind.Exactly, lower: 100_000_000, upper: 100_000_000));

        Assert.Equal(status, IndicatorWords.Status(reading, Language.Vi));
        Assert.Equal(against, TargetWords.Against(reading.Target, reading, Language.Vi).Replace('\u00A0', ' '));
    }

    [Fact]
    public void Statuses_are_the_same_by_whatever_words()
    {
        int[] months = [90, 98, 102, 110, 140];
        TargetReading ceiling = Board.Target(TargetKind.AtMost, upper: 1_200);

        Assert.Equal(
            [TargetStatus.Ahead, TargetStatus.OnCourse, TargetStatus.OnCourse, TargetStatus.AtRisk, TargetStatus.Behind],
            months.Select(each => Board.Amount().Read(m => m <= 10 ? each : null, ceiling).Status));
    }

    [Fact]
    public void Beside_a_good_status_stands_that_the_forecast_misses_the_target()
    {
        IndicatorReading Amount(long month, TargetReading target) => Board.Amount().Read(m => m <= 10 ? month : null, target);
        TargetReading least = Board.Target(TargetKind.AtLeast, lower: 1_200);

        Assert.Equal("Đúng tiến độ, dự báo không đạt", Marks(Amount(98, least), Language.Vi));
        Assert.Equal("On course, forecast: missed", Marks(Amount(98, least), Language.En));
        Assert.Equal("Vượt nhẹ, dự báo vượt trần", Marks(Amount(102, Board.Target(TargetKind.AtMost, upper: 1_200)), Language.Vi));
        // As planned; and what is at risk says so already.
        Assert.Equal("Đúng tiến độ, ", Marks(Amount(100, least), Language.Vi));
        Assert.Equal("Có nguy cơ, ", Marks(Amount(90, least), Language.Vi));
    }

    [Fact]
    public void The_line_that_counts_statuses_says_of_how_many_good_ones_the_forecast_misses_the_target()
    {
        TargetReading least = Board.Target(TargetKind.AtLeast, lower: 1_200);
        IndicatorReading[] readings = [.. new long[] { 98, 97, 100, 110, 70 }.Select(each => Board.Amount().Read(m => m <= 10 ? each : null, least))];

        SummaryView summary = SummaryViews.Of(readings, _ => null, Language.Vi);

        Assert.Equal(
            ["behind 1 ", "risk 0 ", "course 3 2", "ahead 1 0", "attained 0 ", "none 0 "], summary.Counts.Select(c => $"{c.Key} {c.Count} {c.Missed}"));
        Assert.Equal("2", summary.Live.Fields.Single(f => f.Key == "missed-course").Value);
    }

    [Fact]
    public void Of_what_nothing_is_forecast_nothing_is_said_to_be_missed() => Assert.Equal(
        "Gần đạt, ", Marks(Board.Rate().Read(_ => 942, _ => 1_000, Board.Target(TargetKind.AtLeast, lower: 95_000_000)), Language.Vi));

    [Fact]
    public void The_mark_on_a_bar_the_column_that_ranks_and_the_legend_are_of_the_same_month()
    {
        IndicatorReading reading = Board.Amount().Read(_ => 98, Board.Target(TargetKind.AtLeast, lower: 1_200));
        IndicatorReading ceiling = Board.Amount().Read(_ => 98, Board.Target(TargetKind.AtMost, upper: 1_200));
        KeyView key = KeyViews.Of([reading, ceiling], Board.Year, Page);

        Assert.Equal(("83.3", "mức cần đạt đến hết tháng 10"), (IndicatorWords.Mark(reading), key.Live[KeyViews.MarkField]));
        Assert.Equal("% mức cần đạt đến hết tháng 10", new RankColumn(new ColumnScale(1, 0, ""), false, Yardstick.Progress, reading.Course).Head(Page));
        Assert.Equal("mức cho phép đến hết tháng 10", KeyViews.Mark([ceiling], Page));
        Assert.Equal(("tháng 11, chưa hết", "% chỉ tiêu năm 2026"), (key.Running, key.Percent));
        Assert.Equal("", KeyViews.Mark([Board.Amount().Read(_ => 98)], Page));
    }

    [Fact]
    public void The_legend_tells_the_thresholds_of_each_kind_of_target_there_is()
    {
        IndicatorReading amount = Board.Amount().Read(_ => 98, Board.Target(TargetKind.AtLeast, lower: 1_200));
        IndicatorReading ceiling = Board.Amount().Read(_ => 98, Board.Target(TargetKind.AtMost, upper: 1_200));

        string[] lines = Lines(ceiling, amount);

        Assert.Equal(4, lines.Length);
        Assert.Equal("Số đạt dần trong kỳ, theo % mức cần đạt đến hết tháng 10: vượt tiến độ từ 105%, đúng tiến độ từ 95%, có nguy cơ từ 80%, dưới đó là chậm.", lines[0]);
        Assert.Equal(
            "Trần (cùng màu và ký hiệu), theo % mức cho phép đến hết tháng 10 đã dùng: trong mức đến 95,2%, sát mức đến 100%, vượt nhẹ đến 105,3%, vượt mức đến 125,0%, trên đó là vượt xa mức.",
            lines[1]);
        IndicatorReading range = Board.Rate().Read(_ => 900, _ => 1_000, Board.Target(TargetKind.Range, lower: 80_000_000, upper: 100_000_000));
        Assert.Equal(
            "Khoảng có sàn và trần (cùng màu và ký hiệu), theo % biên gần nhất đến hết tháng 10, đúng biên là 100%, ở trong thì cao hơn: trong khoảng từ 100%, lệch nhẹ từ 95%, ngoài khoảng từ 80%, dưới đó là lệch xa khoảng.",
            Lines(range)[0]);
        Assert.Equal("% biên gần nhất đến hết tháng 10", new RankColumn(new ColumnScale(1, 0, "%"), false, Yardstick.Range, range.Course).Head(Page));
        Assert.Empty(Lines(Board.Amount().Read(_ => 98)));
    }

    private static string[] Lines(params IndicatorReading[] readings) => [.. ThresholdWords.Of(readings, Page).Select(l => l.Value).Where(l => l.Length > 0)];

    private static string Marks(IndicatorReading reading, Language language) =>
        $"{IndicatorWords.Status(reading, language)}, {IndicatorWords.ForecastMark(reading, language)}";
}
