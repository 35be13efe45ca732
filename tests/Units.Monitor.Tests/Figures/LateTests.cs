using Units.Gateway.Errors;
using Units.Gateway.Monitor.Asking;
using Units.Gateway.Monitor.Reading;
using Units.Gateway.Monitor.Views;

namespace Units.Monitor.Tests.Figures;

public sealed class LateTests
{
    [Fact]
    public void Who_has_not_reported_the_month_that_was_due_is_named_and_of_larger_ones_how_many_are_missing()
    {
        Board board = Board.Amount(byChild: true);
        TargetReading target = Board.Target(TargetKind.AtLeast, lower: 1_200);
        LeagueRead read = Read(board, target, ("im-lang", m => m < 10 ? 100 : null, 1), ("da-gui", m => m <= 10 ? 100 : null, 1), ("gui-thang-nay", m => m == 11 ? 5 : null, 1), ("tinh", m => m == 10 ? 1 : null, 3));

        LiveGroup late = LeagueViews.Late(read, new MonitorAsk());

        Assert.Equal("Chưa báo cáo tháng 10/2026 (hạn 05/11/2026): tinh (thiếu 2/3), gui-thang-nay, im-lang.", late.Fields[0].Value);
        Assert.StartsWith("Not reported for Oct 2026 (due 05/11/2026): tinh (2 of 3)", LeagueViews.Late(read, new MonitorAsk { Language = Language.En }).Fields[0].Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_all_have_reported_nobody_is_named()
    {
        Board board = Board.Amount(byChild: true);
        LeagueRead read = Read(board, Board.Target(TargetKind.AtLeast, lower: 1_200), ("da-gui", m => m <= 10 ? 100 : null, 1));

        Assert.Equal("", LeagueViews.Late(read, new MonitorAsk()).Fields[0].Value);
    }

    private static LeagueRead Read(Board board, TargetReading target, params (string Id, Func<int, long?> Months, int Reporters)[] children) => new(
        LeagueTable.Rank(children.Select(c => board.Child(c.Id, c.Months, target))), [], board.Read(_ => 300, target),
        children.ToDictionary(c => new UnitId(c.Id), c => new ChildCounts(c.Reporters, _ => c.Reporters)));
}
