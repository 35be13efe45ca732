using System.Net;
using System.Text.RegularExpressions;
using Units.Monitor.Tests.Support;

namespace Units.Monitor.Tests;

public sealed partial class WallTurnTests(DemoProvinces demo)
{
    [Fact]
    public async Task A_wall_turns_over_every_indicator_and_comes_back()
    {
        using HttpClient http = new();
        HashSet<string> tiles = [];
        HashSet<string> fronts = [];
        string page = $"{demo.Page("cao-bang-04")}?kiosk=1&rotate=30s";
        int turns = 0;
        do
        {
            string html = await http.GetStringAsync(new Uri(page));
            string mark = Mark().Match(html).Groups[1].Value;
            Assert.Equal($"{(turns % 4) + 1}/4", mark);
            tiles.UnionWith(Tiles().Matches(html).Select(m => m.Groups[1].Value));
            fronts.Add(Front().Match(html).Groups[1].Value);
            page = demo.Process.HttpUrl + WebUtility.HtmlDecode(Next().Match(html).Groups[1].Value);
        }
        while (++turns < 8);

        Assert.Equal(20, tiles.Count);
        // In the second round the table is by other indicators.
        Assert.InRange(fronts.Count, 5, 8);
        Assert.Contains("kiosk=1&rotate=30s", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wall_that_turns_without_a_script_has_a_way_to_the_same_page_standing_still()
    {
        using HttpClient http = new();
        string html = await http.GetStringAsync(new Uri($"{demo.Page("cao-bang-04")}?kiosk=1&rotate=30s&page=2&theme=dark"));
        string still = WebUtility.HtmlDecode(Stop().Match(html).Groups[1].Value);
        Assert.Contains("http-equiv=\"refresh\"", html, StringComparison.Ordinal);
        Assert.Equal("/monitor/cao-bang-04?theme=dark&kiosk=1&page=2", still);

        string stopped = await http.GetStringAsync(new Uri(demo.Process.HttpUrl + still));
        Assert.DoesNotContain("http-equiv=\"refresh\"", stopped, StringComparison.Ordinal);
        Assert.DoesNotMatch(Stop(), stopped);
        Assert.Equal(Mark().Match(html).Groups[1].Value, Mark().Match(stopped).Groups[1].Value);
    }

    [GeneratedRegex("<article class=\"tile[^>]*data-k=\"t-([^\"]+)\"")]
    private static partial Regex Tiles();

    [GeneratedRegex("<article class=\"tile front\" data-k=\"t-([^\"]+)\"")]
    private static partial Regex Front();

    [GeneratedRegex("<noscript><a class=\"hold\" href=\"([^\"]+)\"")]
    private static partial Regex Stop();

    [GeneratedRegex("data-next=\"([^\"]+)\"")]
    private static partial Regex Next();

    [GeneratedRegex("<b>([0-9]+/[0-9]+)</b>")]
    private static partial Regex Mark();
}
