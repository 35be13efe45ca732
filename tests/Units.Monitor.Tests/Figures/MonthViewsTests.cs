using Units.Gateway.Monitor.Asking;
using Units.Gateway.Monitor.Reading;
using Units.Gateway.Monitor.Views;

namespace Units.Monitor.Tests.Figures;

public sealed class MonthViewsTests
{
    [Fact]
    public void The_row_of_the_month_that_runs_moves_with_the_tile()
    {
        IndicatorReading reading = Board.Amount().Read(m => m == 11 ? 40 : 20);
        // As it was read when the month had come to 10.
        MonthSeries series = new(new Dictionary<int, IReadOnlyList<decimal?>> { [1] = [20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 10] });

        LiveGroup[] live = [.. MonthViews.Live(reading, series, new MonitorAsk())];

        Assert.Equal("Theo tháng, tỷ đồng", live[0].Fields[0].Value);
        LiveGroup running = Assert.Single(live, g => g.Key == MonthViews.KeyOf(10));
        Assert.Equal(["40", "100"], running.Fields.Select(f => f.Value));
        Assert.Equal(["20", "50"], live[1].Fields.Select(f => f.Value));
        Assert.Equal([10], MonthViews.Of(reading, series, new MonitorAsk()).Index().Where(m => m.Item.IsRunning).Select(m => m.Index));
    }

    [Fact]
    public void A_year_that_is_to_come_has_no_months_and_one_that_is_over_has_all()
    {
        MonthRange Year(int year) => new(new Month(year, 1), new Month(year, 12));
        int Months(int year) => MonthsReader.Months(Board.Amount(period: Year(year)).Read(_ => null).Course).Length;

        Assert.Equal((12, 11, 0), (Months(2025), Months(2026), Months(2027)));
    }
}
