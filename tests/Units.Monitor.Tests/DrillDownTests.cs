using OpenQA.Selenium;
using Units.EndToEnd.Tests.Support;
using Units.Monitor.Tests.Support;

namespace Units.Monitor.Tests;

/// <summary>The way from the root to an entry, and what one sees of it on the way.</summary>
public sealed class DrillDownTests(SmallCountry country)
{
    [Fact]
    public async Task What_changed_is_marked_and_says_when()
    {
        using Browser browser = new();
        await browser.OpenLive(country.Page);
        await country.Report(SmallCountry.Commune(1, 2), "0.25");

        await browser.Sees(
            "the tile to be marked", "return document.querySelector('.tile.changed') !== null && document.querySelector('.tile .ago').textContent === 'vừa cập nhật'");
    }

    [Fact]
    public async Task From_the_root_one_clicks_down_to_the_entry_that_was_just_sent()
    {
        using Browser browser = new();
        await browser.OpenLive(country.Page);
        browser.Find($"[data-k=t-{SmallCountry.Indicator}] h3 a").Click();
        Assert.Equal(SmallCountry.Indicator, browser.Heading);
        browser.Find("tr[data-k=r-tinh-2] th a").Click();
        await browser.IsLive();
        string report = await country.Report(SmallCountry.Commune(2, 3), "2");

        // By the keyboard: the report may move the row while a mouse is on its way to it.
        browser.Find("tr[data-k=r-xa-2-3] th a").SendKeys(Keys.Enter);

        await browser.Sees("the entry", $"return document.querySelector('table.entries').textContent.includes('{report}')");
        Assert.Contains(Api.Source, browser.Text("table.entries tbody tr"), StringComparison.Ordinal);
        Assert.Contains("xa-2-3/", browser.Text("table.entries tbody tr"), StringComparison.Ordinal);

        // What comes while one looks appears by itself.
        browser.Size(800, 300);
        browser.Run("scrollTo(0, 120); document.querySelector('.league-box .scroll').focus({ preventScroll: true })");
        object? scrolled = browser.Run("return scrollY");
        string next = await country.Report(SmallCountry.Commune(2, 3), "3");
        await browser.Sees("the next entry", $"return document.querySelector('table.entries').textContent.includes('{next}')");
        // The page was read anew for it, and whoever reads on is where they were.
        Assert.Equal("scroll", browser.Run("return document.activeElement.className"));
        Assert.NotEqual(0L, scrolled);
        Assert.Equal(scrolled, browser.Run("return scrollY"));
        Assert.Contains("Quốc gia thử", browser.Text("nav.way"), StringComparison.Ordinal);
    }
}
