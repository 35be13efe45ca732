using System.Diagnostics;
using System.Text.RegularExpressions;
using Units.Monitor.Tests.Support;

namespace Units.Monitor.Tests;

[Collection(Measured.Name)]
public sealed partial class PageSpeedTests(DemoProvinces demo)
{
    [Fact]
    public async Task The_overview_of_a_province_with_168_communes_takes_at_most_50_ms()
    {
        using HttpClient http = new();
        Uri page = new(demo.Page(DemoProvinces.Largest));
        Assert.Equal(168, Rows().Count(await http.GetStringAsync(page)));
        List<double> times = [];
        for (int i = 0; i < 40; i++)
        {
            long began = Stopwatch.GetTimestamp();
            await http.GetStringAsync(page);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        double median = times.Skip(10).Order().ElementAt(15);
        TestContext.Current.TestOutputHelper?.WriteLine($"median {median:0.0} ms, worst {times.Skip(10).Max():0.0} ms");
        Assert.InRange(median, 0, 50);
    }

    [GeneratedRegex("<tr data-k=\"r-")]
    private static partial Regex Rows();
}
