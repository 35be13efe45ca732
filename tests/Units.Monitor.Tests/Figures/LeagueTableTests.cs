using Units.Gateway.Errors;
using Units.Gateway.Monitor.Asking;
using Units.Gateway.Monitor.Reading;
using Units.Gateway.Monitor.Views;
using Units.Gateway.Monitor.Words;

namespace Units.Monitor.Tests.Figures;

public sealed class LeagueTableTests
{
    [Fact]
    public void Children_are_ranked_by_what_was_due_and_those_that_cannot_be_stand_apart_with_the_reason()
    {
        Board board = Board.Amount(byChild: true);
        TargetReading target = Board.Target(TargetKind.AtLeast, lower: 1_200);

        IReadOnlyList<LeagueLine> lines = LeagueTable.Rank(
        [
            board.Child("cham", _ => 80, target), board.Child("nhanh", m => m <= 10 ? 120 : null, target), board.Child("khong-giao", _ => 500),
            board.Child("im-lang", _ => null, target),
        ]);

        Assert.Equal(["nhanh", "cham", "im-lang", "khong-giao"], lines.Select(l => l.Child.Text));
        Assert.Equal([1, 2, 0, 0], lines.Select(l => l.Rank));
        Assert.Equal([Gap.None, Gap.None, Gap.NotReported, Gap.NoTarget], lines.Select(l => l.Why));
    }

    [Fact]
    public void The_order_of_the_rows_is_the_order_of_the_figures_that_are_shown()
    {
        Board board = Board.Amount(byChild: true);
        TargetReading target = Board.Target(TargetKind.AtLeast, lower: 1_200);

        // By all that is known the second would stand before the first: November is not due.
        LeagueLine[] lines = [.. LeagueTable.Rank(
            [board.Child("dau", m => m <= 10 ? 60 : 0, target), board.Child("sau", m => m <= 10 ? 59 : 100, target), board.Child("chua-giao", _ => 7)])];
        RankColumn column = new(new ColumnScale(1, 0, "tỷ đồng"), IsByValue: false, Yardstick.Progress, lines[0].Reading.Course);

        Assert.Equal(["60,0%", "59,0%", ""], lines.Select(l => column.Text(l, Language.Vi)));
        Assert.Equal("% mức cần đạt đến hết tháng 10", column.Head(new MonitorAsk()));
    }

    [Fact]
    public void Equal_ones_stand_in_the_first_HTML_as_the_stream_puts_them()
    {
        Board board = Board.Amount(byChild: true);
        TargetReading target = Board.Target(TargetKind.AtLeast, lower: 1_200);
        IReadOnlyList<LeagueLine> lines = LeagueTable.Rank(
            [board.Child("xa-b", _ => 80, target), board.Child("xa-a", _ => 80, target), board.Child("xa-c", _ => 90, target), board.Child("xa-d", _ => null, target)]);

        // A frame names the ranked, the best first, which a page with those at risk on top turns over, and then the others.
        string[] ranked = [.. lines.Where(l => l.Rank > 0).Select(l => l.Child.Text)];
        Assert.Equal([.. ranked.Reverse(), "xa-d"], RowViews.Ordered(lines, bestFirst: false).Select(l => l.Child.Text));
        Assert.Equal([.. ranked, "xa-d"], RowViews.Ordered(lines, bestFirst: true).Select(l => l.Child.Text));
    }

    [Fact]
    public void Of_a_ceiling_the_figures_that_rank_say_how_much_is_used_and_one_that_is_passed_is_not_just_kept()
    {
        Board board = Board.Amount(byChild: true);
        TargetReading ceiling = Board.Target(TargetKind.AtMost, upper: 120_000);

        LeagueLine[] lines = [.. LeagueTable.Rank(
            [board.Child("vuot", m => m == 10 ? 100_030 : 0, ceiling), board.Child("giu", m => m == 10 ? 96_000 : 0, ceiling)])];
        RankColumn column = new(new ColumnScale(1, 0, "vụ"), IsByValue: false, Yardstick.Ceiling, lines[0].Reading.Course);

        Assert.Equal(["giu 96,0%", "vuot 100,1%"], lines.Select(l => $"{l.Child.Text} {column.Text(l, Language.Vi)}"));
        Assert.Equal("% mức cho phép đến hết tháng 10", column.Head(new MonitorAsk()));
    }

    [Fact]
    public void The_column_of_values_says_as_of_when_they_are()
    {
        MonthRange Year(int year) => new(new Month(year, 1), new Month(year, 12));
        string Head(int year, Language language) => CourseWords.Value(Board.Amount(period: Year(year)).Read(_ => 1).Course, new MonitorAsk { Language = language });

        // The month that runs is in the values, though it is not judged.
        Assert.Equal(("Kết quả đến\u00A0nay", "Value so\u00A0far"), (Head(2026, Language.Vi), Head(2026, Language.En)));
        Assert.Equal(("Kết quả đến hết tháng 12", "Value by the end of Dec"), (Head(2025, Language.Vi), Head(2025, Language.En)));
        Assert.Equal("Kết quả", Head(2027, Language.Vi));
    }

    [Fact]
    public void A_change_of_rank_is_told_by_the_months_that_were_due()
    {
        Board board = Board.Amount(byChild: true);
        TargetReading target = Board.Target(TargetKind.AtLeast, lower: 1_200);

        IReadOnlyList<LeagueLine> lines = LeagueTable.Rank(
            [board.Child("len", m => m == 10 ? 300 : 90, target), board.Child("xuong", m => m == 10 ? 10 : 100, target)]);

        Assert.Equal([1, -1], lines.Select(l => l.Climb));
    }

    [Fact]
    public void What_signs_mean_is_told_as_soon_as_there_are_any()
    {
        Board board = Board.Amount(byChild: true);
        TargetReading target = Board.Target(TargetKind.AtLeast, lower: 1_200);
        string[] Signs(params (UnitId, IndicatorReading)[] children)
        {
            IReadOnlyList<LeagueLine> lines = LeagueTable.Rank(children);
            LeagueRead read = new(lines, [], lines[0].Reading, new Dictionary<UnitId, ChildCounts>());
            LiveGroup signs = LeagueSigns.Of(read, RankColumn.Of(read), new MonitorAsk());
            return [signs[LeagueSigns.By], signs[KeyViews.MarkField], signs[LeagueSigns.Since], signs["ahead"], signs["Progress"].Split(',')[0], signs["Ceiling"]];
        }

        Assert.Equal(["value", "", "", "Vượt tiến độ", "", ""], Signs(board.Child("xa-a", _ => 1), board.Child("xa-b", _ => 2)));
        Assert.Equal(
            ["", "mức cần đạt đến hết tháng 10", "", "Vượt tiến độ", "Số đạt dần trong kỳ", ""], Signs(board.Child("xa-a", _ => 80, target), board.Child("xa-b", _ => 2)));
        Assert.Equal("đổi hạng so với tháng 9", Signs(board.Child("xa-a", m => m == 10 ? 300 : 90, target), board.Child("xa-b", m => m == 10 ? 10 : 100, target))[2]);
        Assert.Equal("Trong mức", Signs(board.Child("xa-a", _ => 80, Board.Target(TargetKind.AtMost, upper: 1_200)))[3]);
    }

    [Fact]
    public void A_wall_names_the_end_of_a_table_that_it_has_no_room_for_all_of()
    {
        Board board = Board.Amount(byChild: true);
        TargetReading target = Board.Target(TargetKind.AtLeast, lower: 1_200);
        string Part(int ranked, int room, int silent = 0, bool bestFirst = false)
        {
            IReadOnlyList<LeagueLine> lines = LeagueTable.Rank(Enumerable.Range(0, ranked + silent).Select(i => board.Child($"xa-{i}", m => i < ranked ? 80 + i : null, target)));
            LeagueRead read = new(lines, [], lines[0].Reading, new Dictionary<UnitId, ChildCounts>());
            return LeagueViews.Part(LeagueViews.Height(read), room, new MonitorAsk { BestFirst = bestFirst });
        }

        Assert.Equal(("", "cuối bảng", "đầu bảng"), (Part(15, LeagueViews.WallRows), Part(16, LeagueViews.WallRows), Part(16, LeagueViews.WallRows, bestFirst: true)));
        // A wall of 4:3 has all of what one of 16:9 has the end of.
        Assert.Equal(("", "cuối bảng"), (Part(21, LeagueViews.SquareRows), Part(22, LeagueViews.SquareRows)));
        // Those that cannot be ranked stand below a row that says so, which takes room as well.
        Assert.Equal("cuối bảng", Part(14, LeagueViews.WallRows, silent: 1));
    }

    [Fact]
    public void Who_cannot_be_ranked_any_more_lifts_nobody()
    {
        Board board = Board.Amount(byChild: true);
        TargetReading target = Board.Target(TargetKind.AtLeast, lower: 1_200);

        // A month before the silent one stood above the last; whoever comes behind it is the last still.
        IReadOnlyList<LeagueLine> lines = LeagueTable.Rank(
        [
            board.Child("dau", _ => 100, target), board.Child("im-lang", m => m < 10 ? 90 : null, target), board.Child("cuoi", _ => 80, target),
        ]);

        Assert.Equal(["dau 1 0", "cuoi 2 0", "im-lang 0 0"], lines.Select(l => $"{l.Child.Text} {l.Rank} {l.Climb}"));
    }

    [Fact]
    public void Where_only_a_handful_is_expected_no_jump_is_told()
    {
        Board board = Board.Amount(byChild: true);
        TargetReading handful = Board.Target(TargetKind.AtLeast, lower: 6);

        IReadOnlyList<LeagueLine> lines = LeagueTable.Rank(
            [board.Child("len", m => m == 10 ? 5 : null, handful), board.Child("xuong", m => m == 1 ? 1 : null, handful)]);

        Assert.Equal([0, 0], lines.Select(l => l.Climb));
    }

    [Fact]
    public void Without_any_target_the_values_are_ranked()
    {
        Board board = Board.Amount(byChild: true);

        IReadOnlyList<LeagueLine> lines = LeagueTable.Rank([board.Child("it-hon", _ => 1), board.Child("nhieu", _ => 2), board.Child("khong", _ => null)]);

        Assert.Equal(["nhieu", "it-hon", "khong"], lines.Select(l => l.Child.Text));
        Assert.Equal(Gap.NotReported, lines[2].Why);
        RankColumn column = new(new ColumnScale(1, 0, "tỷ đồng"), IsByValue: true, Yardstick.Progress, lines[0].Reading.Course);
        Assert.Equal(["22", "11", ""], lines.Select(l => column.Text(l, Language.Vi)));
    }
}
