using System.Text;
using OpenQA.Selenium;
using Units.Monitor.Tests.Support;

namespace Units.Monitor.Tests;

/// <summary>How pages are used and shown: languages, paper, keyboards.</summary>
public sealed class ScreenTests(SmallCountry country, SharedBrowser shared) : IClassFixture<SharedBrowser>
{
    [Fact]
    public async Task A_switch_changes_the_language()
    {
        Browser browser = shared.Browser;
        await browser.OpenLive(country.Page);
        Assert.Equal("vi", browser.Run("return document.documentElement.lang"));

        browser.Find(".switches a[hreflang=en]").Click();
        await browser.IsLive();

        Assert.Equal("en", browser.Run("return document.documentElement.lang"));
        Assert.Equal("Test country", browser.Heading);
        Assert.Contains("Indicators, those at risk first", browser.Text("main"), StringComparison.Ordinal);
        browser.Find(".switches a[hreflang=vi]").Click();
        Assert.Equal("Quốc gia thử", browser.Heading);
    }

    [Fact]
    public void A_unit_prints_on_A4_without_what_only_a_screen_needs()
    {
        Browser browser = shared.Browser;
        browser.Open(country.Page);
        byte[] paper = browser.Print();
        Assert.StartsWith("%PDF", Encoding.Latin1.GetString(paper), StringComparison.Ordinal);

        browser.Command("Emulation.setEmulatedMedia", new() { ["media"] = "print" });
        foreach (string selector in (string[])[".tools", ".news", ".way"])
        {
            Assert.Equal("none", browser.Run("return getComputedStyle(document.querySelector(arguments[0])).display", selector));
        }

        Assert.NotEqual("none", browser.Run("return getComputedStyle(document.querySelector('.tiles')).display"));
        // How old a value is goes on paper as a time: what was a moment ago is not when it is read.
        browser.Run("document.querySelector('.ago').textContent = 'vừa cập nhật'");
        Assert.Equal("none", browser.Run("return getComputedStyle(document.querySelector('.ago')).display"));
        Assert.Equal("inline", browser.Run("return getComputedStyle(document.querySelector('.moment')).display"));
        browser.Command("Emulation.setEmulatedMedia", new() { ["media"] = "" });
    }

    [Fact]
    public async Task Everything_is_reached_by_keyboard_alone()
    {
        Browser browser = shared.Browser;
        await browser.OpenLive(country.Page);
        browser.Type(Keys.Tab);
        Assert.Equal("skip", browser.Run("return document.activeElement.className"));

        browser.TypeWithCtrl("/");
        Assert.Equal("q", browser.Run("return document.activeElement.id"));
        browser.Type("da nang" + Keys.Enter);
        await browser.Sees("what was found", "return document.querySelector('.found a') !== null");
        browser.Run("document.querySelector('.found a').focus()");
        browser.Type(Keys.Enter);
        await browser.Sees("the unit that was found", "return document.querySelector('h1').textContent === 'Tỉnh Đà Nẵng'");

        Assert.Equal(0L, browser.Run("return document.querySelectorAll('[tabindex]:not([tabindex=\"0\"]):not([tabindex=\"-1\"])').length"));
        Assert.Equal(0L, browser.Run("return [...document.querySelectorAll('[onclick]')].length"));
        Assert.True(browser.Run("return [...document.querySelectorAll('.tile,#league tr:not(.apart)')].every(e => e.querySelector('a[href]'))") is true);
    }

    [Fact]
    public async Task Who_wants_no_motion_sees_none()
    {
        Browser browser = shared.Browser;
        browser.Command("Emulation.setEmulatedMedia", new()
        {
            ["features"] = new object[] { new Dictionary<string, object> { ["name"] = "prefers-reduced-motion", ["value"] = "reduce" } },
        });
        await browser.OpenLive(country.Page);
        browser.Run("document.querySelector('.tile').classList.add('changed')");

        Assert.Equal("none", browser.Run("return getComputedStyle(document.querySelector('.tile')).animationName"));
        browser.Command("Emulation.setEmulatedMedia", new() { ["features"] = Array.Empty<object>() });
    }

    [Fact]
    public void Without_a_script_the_page_is_all_there()
    {
        Browser browser = shared.Browser;
        browser.Command("Emulation.setScriptExecutionDisabled", new() { ["value"] = true });
        browser.Open(country.Page);
        browser.Command("Emulation.setScriptExecutionDisabled", new() { ["value"] = false });

        Assert.Equal("Quốc gia thử", browser.Heading);
        Assert.NotEqual("—", browser.Find($"[data-k=t-{SmallCountry.Indicator}] [data-f=n]").Text);
        Assert.Null(browser.Run("return document.documentElement.dataset.frames ?? null"));
    }
}
