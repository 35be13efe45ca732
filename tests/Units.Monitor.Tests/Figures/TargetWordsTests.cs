using Units.Gateway.Errors;
using Units.Gateway.Monitor.Reading;
using Units.Gateway.Monitor.Views;
using Units.Gateway.Monitor.Words;

namespace Units.Monitor.Tests.Figures;

/// <summary>What a tile says of a target. The day is 28 November 2026; October was due on 5 November.</summary>
public sealed class TargetWordsTests
{
    [Theory]
    [InlineData(166, "vượt trần 0,06 điểm phần trăm", "0.06 points above the ceiling")]
    [InlineData(154, "dưới trần 0,06 điểm phần trăm", "0.06 points below the ceiling")]
    [InlineData(160, "bằng trần", "at the ceiling")]
    public void Where_lower_is_better_nothing_is_attained_by_so_much_per_cent(int poor, string vietnamese, string english)
    {
        IndicatorReading reading = Board.Rate().Read(_ => poor, _ => 10_000, Board.Target(TargetKind.AtMost, upper: 1_600_000));

        Assert.Equal(vietnamese, Against(reading.Target, reading, Language.Vi));
        Assert.Equal(english, Against(reading.Target, reading, Language.En));
        Assert.Null(reading.Percent);
        Assert.Equal("so với trần năm 2026", TargetWords.Caption(reading.Target, reading, Language.Vi));
    }

    [Fact]
    public void A_ceiling_that_is_kept_by_less_than_is_written_is_not_kept_by_nothing()
    {
        IndicatorReading reading = Board.Rate().Read(_ => 15_999, _ => 1_000_000, Board.Target(TargetKind.AtMost, upper: 1_600_000));

        Assert.Equal("dưới trần < 0,01 điểm phần trăm", Against(reading.Target, reading, Language.Vi));
    }

    [Fact]
    public void A_rate_is_told_in_points_and_an_amount_in_per_cent_of_its_target()
    {
        IndicatorReading rate = Board.Rate().Read(_ => 942, _ => 1_000, Board.Target(TargetKind.AtLeast, lower: 95_000_000));
        IndicatorReading amount = Board.Amount().Read(_ => 10, Board.Target(TargetKind.AtLeast, lower: 120));

        Assert.Equal("thiếu 0,80 điểm phần trăm", Against(rate.Target, rate, Language.Vi));
        Assert.Equal("−0,80", TargetWords.Short(rate, v => NumberText.Of(v, 1, Language.Vi), Language.Vi));
        Assert.Equal("91,7%", Against(amount.Target, amount, Language.Vi));
        Assert.Equal("chỉ tiêu năm 2026", TargetWords.Caption(amount.Target, amount, Language.Vi));
    }

    [Fact]
    public void A_month_that_runs_is_shown_and_not_judged()
    {
        // Nobody has reported November yet, and all before is as planned.
        IndicatorReading quiet = Board.Amount().Read(m => m <= 10 ? 10 : null, Board.Target(TargetKind.AtLeast, lower: 120));
        IndicatorReading busy = Board.Amount().Read(m => m <= 10 ? 10 : 9, Board.Target(TargetKind.AtLeast, lower: 120));

        Assert.Equal(TargetStatus.OnCourse, quiet.Status);
        Assert.Equal(TargetStatus.OnCourse, busy.Status);
        Assert.Equal("83.3", IndicatorWords.Mark(quiet));
        Assert.Equal("Đến hết tháng 10/2026: bằng mức cần đạt 100 tỷ đồng", IndicatorWords.Gap(quiet, Language.Vi));
        Assert.Equal("Đến hết tháng 10/2026: 100 tỷ đồng, bằng mức cần đạt 100 tỷ đồng", IndicatorWords.Gap(busy, Language.Vi));
        Assert.Equal("Dự báo năm 2026: 120 tỷ đồng; đạt chỉ tiêu khoảng 31/12/2026", IndicatorWords.Forecast(quiet, Language.Vi));
        Assert.Equal(("90.8", "83.3"), (IndicatorWords.Bar(busy.Value, busy), IndicatorWords.Bar(busy.Judged.Value, busy)));
    }

    [Fact]
    public void Beside_a_status_stands_the_per_cent_by_which_it_was_given()
    {
        IndicatorReading reading = Board.Amount().Read(m => m <= 10 ? 9 : null, Board.Target(TargetKind.AtLeast, lower: 120));

        Assert.Equal(TargetStatus.AtRisk, reading.Status);
        Assert.Equal("Đến hết tháng 10/2026: thấp hơn 10 tỷ đồng so với mức cần đạt 100 tỷ đồng (bằng 90,0% mức này)", IndicatorWords.Gap(reading, Language.Vi));
        Assert.Equal("Dự báo năm 2026: 108 tỷ đồng; chưa đạt trong kỳ, với tiến độ này đến khoảng 10/02/2027 mới đạt", IndicatorWords.Forecast(reading, Language.Vi));
        Assert.Equal("By the end of Oct 2026: 10 billion VND below the 100 billion VND expected (90.0% of it)", IndicatorWords.Gap(reading, Language.En));
    }

    [Fact]
    public void What_is_held_against_what_was_expected_subtracts()
    {
        IndicatorReading reading = Board.Amount().Read(m => m <= 10 ? 147_690 : 139_000, Board.Target(TargetKind.AtLeast, lower: 1_839_960));

        Assert.Equal("1,62 triệu tỷ đồng", IndicatorWords.Value(reading, Language.Vi));
        Assert.Equal(
            "Đến hết tháng 10/2026: 1.477 nghìn tỷ đồng, thấp hơn 56 nghìn tỷ đồng so với mức cần đạt 1.533 nghìn tỷ đồng (bằng 96,3% mức này)",
            IndicatorWords.Gap(reading, Language.Vi));
    }

    [Fact]
    public void Where_nobody_has_reported_there_is_no_verdict_but_a_reason()
    {
        IndicatorReading nothing = Board.Amount().Read(_ => null, Board.Target(TargetKind.AtLeast, lower: 120));
        IndicatorReading later = Board.Amount().Read(m => m == 11 ? 5 : null, Board.Target(TargetKind.AtLeast, lower: 120));

        Assert.Equal(TargetStatus.NotYetAssessable, nothing.Status);
        Assert.Equal("Chưa có báo cáo đến hết tháng 10/2026", IndicatorWords.Status(nothing, Language.Vi));
        Assert.Equal("chưa có báo cáo tháng 10/2026", IndicatorWords.Reported(nothing, null, Language.Vi));
        Assert.Equal("0/34 đã báo cáo tháng 10/2026", IndicatorWords.Reported(nothing, 34, Language.Vi));
        Assert.Equal(TargetStatus.NotYetAssessable, later.Status);
        Assert.Equal("0/34 đã báo cáo tháng 10/2026", IndicatorWords.Reported(later, 34, Language.Vi));
        Assert.False(later.IsOld);
        Assert.Equal("", IndicatorWords.Gap(later, Language.Vi));
    }

    [Fact]
    public void Where_nobody_has_reported_the_month_that_was_due_earlier_ones_are_no_verdict()
    {
        IndicatorReading reading = Board.Amount().Read(m => m <= 9 ? 5 : null, Board.Target(TargetKind.AtLeast, lower: 120));

        Assert.Equal(TargetStatus.NotYetAssessable, reading.Status);
        Assert.Equal("Chưa có báo cáo tháng 10/2026", IndicatorWords.Status(reading, Language.Vi));
        Assert.Equal("Not reported for Oct 2026", IndicatorWords.Status(reading, Language.En));
        Assert.Equal("", IndicatorWords.Gap(reading, Language.Vi));
        Assert.Null(reading.Score);
        Assert.Equal("45 tỷ đồng", IndicatorWords.Value(reading, Language.Vi));
    }

    [Fact]
    public void Before_a_month_is_due_nothing_is_held_against_anybody()
    {
        MonthRange november = new(new Month(2026, 11), new Month(2026, 11));
        TargetReading target = Board.Target(TargetKind.AtLeast, lower: 120) with { Range = november };
        IndicatorReading reading = Board.Amount(period: november).Read(_ => 50, target);

        Assert.Equal(TargetStatus.NotYetAssessable, reading.Status);
        Assert.Equal("Chưa đến hạn báo cáo tháng nào", IndicatorWords.Status(reading, Language.Vi));
        Assert.Equal("-9", IndicatorWords.Mark(reading));
    }

    [Fact]
    public void Of_a_period_that_is_to_come_no_month_is_said_to_lack_reports()
    {
        IndicatorReading reading = Board.Amount(period: new MonthRange(new Month(2027, 1), new Month(2027, 12))).Read(_ => null);

        Assert.Equal("kỳ chưa bắt đầu", IndicatorWords.Reported(reading, 34, Language.Vi));
    }

    [Fact]
    public void What_can_no_longer_be_missed_is_attained_at_once() =>
        Assert.Equal(TargetStatus.Attained, Board.Amount().Read(m => m <= 10 ? 10 : 21, Board.Target(TargetKind.AtLeast, lower: 120)).Status);

    [Fact]
    public void A_value_and_its_target_are_in_the_scale_of_the_smaller()
    {
        IndicatorReading reading = Board.Amount().Read(m => m <= 11 ? 100 : null, Board.Target(TargetKind.AtLeast, lower: 960));

        Assert.Equal("1.100 tỷ đồng", IndicatorWords.Value(reading, Language.Vi));
        Assert.Equal("≥ 960 tỷ đồng", IndicatorWords.Target(reading, Language.Vi));
    }

    [Fact]
    public void What_has_attained_its_target_does_not_read_as_less_and_what_has_not_is_not_100_per_cent()
    {
        IndicatorReading attained = Board.Amount().Read(m => m == 10 ? 1_249 : null, Board.Target(TargetKind.AtLeast, lower: 1_240));
        IndicatorReading missed = Board.Amount().Read(m => m == 10 ? 3_320 : null, Board.Target(TargetKind.AtLeast, lower: 3_321));

        Assert.Equal("1,25 nghìn tỷ đồng", IndicatorWords.Value(attained, Language.Vi));
        Assert.Equal("≥ 1,24 nghìn tỷ đồng", IndicatorWords.Target(attained, Language.Vi));
        Assert.Equal("99,9%", TargetWords.Against(missed.Target, missed, Language.Vi));
    }

    [Fact]
    public void Of_several_tiers_the_assigned_one_is_in_front_and_each_has_its_own_status()
    {
        IndicatorReading reading = Board.Amount().Read(
            _ => 10, Board.Target(TargetKind.AtLeast, lower: 180, tier: Tier.Resolution), Board.Target(TargetKind.AtLeast, lower: 120));

        Assert.Equal([Tier.Assigned, Tier.Resolution], reading.Targets.Select(t => t.Target.Tier));
        Assert.Equal(TargetStatus.OnCourse, reading.Status);
        Assert.Equal(TargetStatus.Behind, reading.StatusOf(reading.Targets[1]));
    }

    // What stays in one line is read as if it need not.
    private static string Against(TargetComparison? target, IndicatorReading reading, Language language) =>
        TargetWords.Against(target, reading, language).Replace('\u00A0', ' ');
}
