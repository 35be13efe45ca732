using Units.Monitor.Tests.Support;

namespace Units.Monitor.Tests;

public sealed class AccessibilityTests(SmallCountry country, DemoProvinces demo)
{
    [Fact]
    public async Task Every_page_keeps_to_WCAG_in_both_themes_on_a_phone_and_on_a_wall_while_reports_arrive()
    {
        Axe axe = await Axe.Install();
        using Browser browser = new();
        browser.Forgive("404 (Not Found)");
        List<string> found = [];
        foreach (string page in Pages())
        {
            foreach (string theme in (string[])["light", "dark"])
            {
                browser.Open($"{page}{(page.Contains('?', StringComparison.Ordinal) ? '&' : '?')}theme={theme}");
                foreach (int width in (int[])[390, 1920])
                {
                    browser.Size(width, 1080);
                    found.AddRange(axe.Look(browser).Select(v => $"{page} {theme} {width}: {v}"));
                }
            }
        }

        Assert.Empty(found);
    }

    private IEnumerable<string> Pages()
    {
        string province = demo.Page("cao-bang-04");
        return
        [
            province, $"{province}?kiosk=1", $"{province}?lang=en", $"{province}/indicators/demo-budget", $"{province}/plans", demo.Page("viet-nam"),
            $"{demo.Process.HttpUrl}/monitor/-/search?q=cao", country.Page, $"{country.Page}/indicators/{SmallCountry.Indicator}",
            $"{country.Process.HttpUrl}/monitor/{SmallCountry.Commune(1, 1)}/entries?by={SmallCountry.Indicator}", $"{country.Process.HttpUrl}/monitor/khong-co",
        ];
    }
}
