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
    }
}
