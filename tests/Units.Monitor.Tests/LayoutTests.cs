using System.Globalization;
using Units.Monitor.Tests.Support;

namespace Units.Monitor.Tests;

/// <summary>Whether all of a page is there on a phone, a tablet and a desk.</summary>
public sealed class LayoutTests(DemoProvinces demo)
{
    [Fact]
    public void No_number_is_cut_on_any_page_and_no_page_is_wider_than_its_screen()
    {
        using Browser browser = new();
        foreach (string path in (string[])["", "?kiosk=1", "/indicators/demo-budget", "/plans", "/entries"])
        {
            foreach (string unit in (string[])["viet-nam", DemoProvinces.Largest])
            {
                browser.Open(demo.Page(unit) + path);
                foreach ((int width, int height) in ((int, int)[])[(390, 844), (1024, 768), (1920, 1080)])
                {
                    browser.Size(width, height);
                    Layout.IsWhole(browser);
                    Assert.True(browser.Run("return document.documentElement.scrollWidth <= innerWidth") is true, $"{unit}{path} is wider than {width} pixels.");
                }
            }
        }
    }

    [Fact]
    public void On_a_phone_the_heading_leaves_the_page_to_the_figures()
    {
        using Browser browser = new(390, 844);
        browser.Open(demo.Page("viet-nam"));

        Assert.InRange(Convert.ToDouble(browser.Run("return document.querySelector('header.top').getBoundingClientRect().height"), CultureInfo.InvariantCulture), 1, 120);
    }
}
