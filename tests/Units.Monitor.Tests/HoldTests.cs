using System.Globalization;
using Units.Monitor.Tests.Support;

namespace Units.Monitor.Tests;

/// <summary>What a page does with frames that are not the usual ones, and what a reader may do about them.</summary>
public sealed class HoldTests(SmallCountry country)
{
    private const string Tile = $"document.querySelector('[data-k=t-{SmallCountry.Indicator}] [data-f=n]').textContent";

    [Fact]
    public async Task A_reader_stops_what_moves_and_a_page_of_an_older_build_begins_anew()
    {
        using FrameServer server = await FrameServer.Before(country.Page);
        using Browser browser = new(countsRequests: false);
        browser.Forgive("ERR_INCOMPLETE_CHUNKED_ENCODING");
        browser.Forgive("404 (Not Found)");
        browser.Open(server.Page);
        Assert.True(Apart(browser, "hidden"));

        // Somebody has no rank any more: what stands above says so.
        await server.Send(5);
        await Shows(browser, 5);
        Assert.True(Apart(browser, "nextElementSibling.dataset.k === 'r-tinh-3'"));
        Assert.False(Apart(browser, "hidden"));

        browser.Find("#hold").Click();
        await server.Send(1);
        await browser.Sees("a frame that waits", "return document.documentElement.dataset.waiting === '1'");
        await Shows(browser, 5);
        Assert.StartsWith("đã tạm dừng — cập nhật lần cuối lúc ", browser.Text("#lost"), StringComparison.Ordinal);

        browser.Find("#hold").Click();
        await Shows(browser, 6);
        Assert.True(Apart(browser, "hidden"));
        Assert.Equal("", browser.Text("#lost"));

        // The server is replaced by another build: its page has other files.
        browser.Run("window.isOld = true; Math.random = () => 0; document.querySelector('script[src]').setAttribute('src', '/monitor/-/0/monitor.js')");
        server.Break();
        await server.Send(1);
        await browser.Sees("the page of the other build", "return !window.isOld && document.readyState === 'complete'");
    }

    private static Task Shows(Browser browser, int frame) => browser.Sees(
        string.Create(CultureInfo.InvariantCulture, $"frame {frame}"), string.Create(CultureInfo.InvariantCulture, $"return {Tile} === '{frame}'"));

    private static bool Apart(Browser browser, string what) => browser.Run($"return document.querySelector('#league .apart').{what}") is true;
}
