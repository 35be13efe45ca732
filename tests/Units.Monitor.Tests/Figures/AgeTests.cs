using Units.Gateway.Errors;
using Units.Gateway.Monitor.Reading;
using Units.Gateway.Monitor.Views;

namespace Units.Monitor.Tests.Figures;

/// <summary>How old a value is said to be. The day is 28 November 2026; October was due on 5 November.</summary>
public sealed class AgeTests
{
    private static readonly UnitId Unit = new("don-vi");

    [Fact]
    public void A_value_says_which_month_it_goes_up_to_whether_that_is_over_and_whether_it_is_stale()
    {
        Board board = Board.Amount();
        string Until(Func<int, long?> months) => AgeWords.Until(board.Read(months), Language.Vi);

        Assert.Equal("số liệu đến tháng 11 (chưa hết)", Until(_ => 1));
        Assert.Equal("số liệu đến tháng 10", Until(m => m <= 10 ? 1 : null));
        Assert.Equal("số liệu cũ, đến tháng 9", Until(m => m <= 9 ? 1 : null));
        Assert.Equal("", Until(_ => null));
        Assert.Equal("đến tháng 9", AgeWords.UntilShort(board.Read(m => m <= 9 ? 1 : null), Language.Vi));
    }

    [Fact]
    public void When_a_value_changed_is_told_where_somebody_saw_it_and_never_made_up()
    {
        Ticking time = new();
        ValueTimes times = new(time);
        Board board = Board.Amount();
        IndicatorReading first = board.Read(_ => 1);
        IndicatorReading second = board.Read(_ => 2);
        IndicatorReading third = board.Read(_ => 3);

        // As it was found.
        Assert.Null(times.Of(Unit, first));
        Assert.Null(times.See(Unit, first, isWatched: false));
        // It changes before somebody's eyes.
        Assert.Equal(time.Now, times.See(Unit, second, isWatched: true));
        DateTimeOffset changed = time.Now;
        time.Now = time.Now.AddMinutes(5);
        Assert.Equal(changed, times.See(Unit, second, isWatched: true));
        Assert.Equal(changed, times.Of(Unit, second));
        // It is another one when somebody comes back: since when nobody knows.
        Assert.Null(times.Of(Unit, third));
        Assert.Null(times.See(Unit, third, isWatched: false));
    }

    [Fact]
    public void What_a_journal_says_is_kept_until_the_value_changes()
    {
        Ticking time = new();
        ValueTimes times = new(time);
        IndicatorReading reading = Board.Amount().Read(_ => 1);
        DateTimeOffset told = time.Now.AddDays(-2);

        times.Learn(Unit, reading, told);

        Assert.Equal(told, times.See(Unit, reading, isWatched: false));
        Assert.Equal("2026-11-26T03:00:00Z", AgeWords.Since(told));
        Assert.Equal("26/11/2026 10:00", AgeWords.Moment(told));
        Assert.Equal(time.Now, times.See(Unit, Board.Amount().Read(_ => 2), isWatched: true));
    }

    private sealed class Ticking : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 28, 3, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
