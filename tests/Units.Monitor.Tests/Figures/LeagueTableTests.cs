using Units.Gateway.Monitor.Reading;

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
    public void A_change_of_rank_is_told_by_the_months_that_were_due()
    {
        Board board = Board.Amount(byChild: true);
        TargetReading target = Board.Target(TargetKind.AtLeast, lower: 1_200);

        IReadOnlyList<LeagueLine> lines = LeagueTable.Rank(
            [board.Child("len", m => m == 10 ? 300 : 90, target), board.Child("xuong", m => m == 10 ? 10 : 100, target)]);

        Assert.Equal([1, -1], lines.Select(l => l.Climb));
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
    }
}
