using System.Globalization;
using Units.Monitor.Tests.Support;

namespace Units.Monitor.Tests;

/// <summary>Whether all of a page is there on a phone, a tablet and a desk.</summary>
public sealed class LayoutTests(DemoProvinces demo)
{
    [Fact]
    public async Task No_number_is_cut_on_any_page_and_each_fits_its_screen()
    {
        using Browser browser = new();
        string largest = DemoProvinces.Largest;
        foreach (string page in (string[])["viet-nam", "viet-nam?kiosk=1", "viet-nam/plans", "viet-nam/entries", $"{largest}/indicators/demo-budget"])
        {
            browser.Open(demo.Page(page));
            foreach ((int width, int height) in ((int, int)[])[(390, 844), (1024, 768), (1920, 1080)])
            {
                browser.Size(width, height);
                Layout.IsWhole(browser);
                Assert.True(
                    browser.Run("const top = s => document.querySelector(s)?.getBoundingClientRect().top; return !document.querySelector('.months') || top('.map') < top('.months') && top('.league') < top('.months')") is true,
                    $"The months of {page} stand before where the children stand, at {width} pixels.");
                Assert.True(browser.Run("return document.documentElement.scrollWidth <= innerWidth") is true, $"{page} is wider than {width} pixels.");
                Assert.True(
                    browser.Run("return [...document.querySelectorAll('.scroll:has(.league)')].every(e => e.scrollWidth <= e.clientWidth + 1)") is true,
                    $"The table of {page} is wider than its box at {width} pixels.");
            }
        }

        // Plans side by side are read across: what is the same of each stands at one height.
        browser.Size(1920, 1080);
        browser.Open(demo.Page("viet-nam/plans"));
        Assert.Equal("", browser.Run(
            "const box = e => e.getBoundingClientRect(), found = [], rows = Map.groupBy(document.querySelectorAll('.planned-card'), c => Math.round(box(c).top));"
            + "for (const cards of rows.values()) for (const part of ['h3', 'p', 'li:nth-child(1)', 'li:nth-child(2)', 'li:nth-child(3)']) {"
            + "const tops = cards.map(c => c.querySelector(part)).filter(e => e).map(e => Math.round(box(e).top)); if (new Set(tops).size > 1) found.push(`${part}: ${tops}`); }"
            + "for (const cards of rows.values()) if (new Set(cards.map(c => Math.round(box(c).bottom))).size > 1) found.push('bottoms');"
            + "return rows.size > 1 && rows.size < 10 ? found.join('; ') : `${rows.size} rows`"));

        // On a phone the heading leaves the page to the figures.
        browser.Size(390, 844);
        browser.Open(demo.Page("viet-nam"));
        Assert.InRange(Convert.ToDouble(browser.Run("return document.querySelector('header.top').getBoundingClientRect().height"), CultureInfo.InvariantCulture), 1, 120);
        // Its line of pages and periods is longer than the screen, and says so until its end was seen.
        const string Sign = "return getComputedStyle(document.querySelector('.tools'), '::after').opacity";
        Assert.StartsWith("\"›\"", (string)browser.Run("return getComputedStyle(document.querySelector('.tools'), '::after').content")!, StringComparison.Ordinal);
        await browser.Sees("a sign that the line goes on", $"{Sign} === '1'");
        browser.Run("document.querySelector('.tools').scrollLeft = 9999");
        await browser.Sees("no sign at its end", $"{Sign} === '0'");
    }
}
