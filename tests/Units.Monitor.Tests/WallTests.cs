using System.Globalization;
using Units.Monitor.Tests.Support;

namespace Units.Monitor.Tests;

/// <summary>What is read from afar, and whether all of it is there.</summary>
public sealed class WallTests(DemoProvinces demo)
{
    private static readonly (int Width, int Height)[] Walls = [(1280, 720), (1920, 1080), (3840, 2160), (1024, 768)];

    [Fact]
    public async Task A_wall_turns_over_its_units_and_never_scrolls()
    {
        using Browser browser = new(1280, 720);
        await browser.OpenLive($"{demo.Page(DemoProvinces.Largest)}?kiosk=1&rotate=5s&page=3&units={DemoProvinces.Largest},cao-bang-04&theme=dark");
        foreach ((int width, int height) in Walls)
        {
            browser.Size(width, height);
            Assert.Equal(
                $"{width}x{height}",
                browser.Run("return `${Math.max(innerWidth, document.documentElement.scrollWidth)}x${Math.max(innerHeight, document.documentElement.scrollHeight)}`"));
        }

        await browser.Sees("the other province", "return document.querySelector('h1').textContent === 'Cao Bằng'");
    }

    [Fact]
    public async Task A_wall_that_is_left_gives_its_connection_back_and_is_live_again_for_whoever_comes_back()
    {
        // A browser opens so many to an address, and keeps as many pages that were left.
        const int Connections = 6;
        using Browser browser = new(390, 844);
        for (int i = 0; i < Connections + 2; i++)
        {
            await browser.OpenLive(string.Create(CultureInfo.InvariantCulture, $"{demo.Page("cao-bang-04")}?kiosk=1&page={1 + (i % 2)}"));
        }

        browser.Run("history.back()");
        await browser.Sees("the wall before", "return document.querySelector('.pages b').textContent.startsWith('1/')");
        string shown = (string)browser.Run("return document.documentElement.dataset.frames")!;
        await browser.Sees("the wall to go on", $"return Number(document.documentElement.dataset.frames) > {shown}");
    }

    [Fact]
    public void A_wall_is_legible_from_four_metres_and_nothing_on_it_is_cut()
    {
        using Browser browser = new();
        foreach ((string unit, int number) in ((string, int)[])[("viet-nam", 1), ("viet-nam", 2), ("viet-nam", 3), (DemoProvinces.Largest, 1), ("cao-bang-04", 2)])
        {
            browser.Open(string.Create(CultureInfo.InvariantCulture, $"{demo.Page(unit)}?kiosk=1&page={number}"));
            foreach ((int width, int height) in Walls)
            {
                browser.Size(width, height);
                // 28 pixels of a screen of 1080, and of others as much of their shorter measure.
                double least = Math.Min(height / 1080.0, width / 1920.0) * 28;
                Layout.IsLegible(browser, least - 0.5);
                Layout.IsWhole(browser);
                // Names of communes may be longer than there is room for, with dots; those of provinces are not.
                Assert.True(
                    unit != "viet-nam" || browser.Run("return [...document.querySelectorAll('.league th')].every(e => e.scrollWidth <= e.clientWidth + 1)") is true,
                    $"A name is cut at {width}x{height}.");
                // The unit itself stands above those of its children that there is room for, and none of them is cut.
                Assert.True(
                    browser.Run("const rows = [...document.querySelectorAll('.league tr')].filter(r => r.getClientRects().length > 0), end = document.querySelector('.league-box .scroll').getBoundingClientRect().bottom;"
                        + "return rows[0].dataset.k === 'whole' && rows.every(r => r.getBoundingClientRect().bottom <= end + 1)") is true,
                    $"A row is cut at {width}x{height}.");
                Assert.Equal(2L, browser.Run("return new Set([...document.querySelectorAll('.tile')].map(t => Math.round(t.getBoundingClientRect().left))).size"));
            }
        }
    }
}
