using System.Collections.Concurrent;
using Units.EndToEnd.Tests.Support;
using Units.Monitor.Tests.Support;

namespace Units.Monitor.Tests;

public sealed class AccessibilityTests(SmallCountry country, DemoProvinces demo, GuardedUnits guarded, SampleUnits sample)
{
    private const int Browsers = 3;

    [Fact]
    public async Task Every_page_keeps_to_WCAG_in_both_themes_on_a_phone_and_on_a_wall_while_reports_arrive()
    {
        Axe axe = await Axe.Install();
        ConcurrentQueue<(string Page, string Theme)> left = new((await Pages()).SelectMany(p => (IEnumerable<(string, string)>)[(p, "light"), (p, "dark")]));
        ConcurrentBag<string> found = [];
        await Task.WhenAll(Enumerable.Range(0, Browsers).Select(_ => Task.Run(() => Look(axe, left, found))));

        Assert.Empty(left);
        Assert.Empty(found);
    }

    private static void Look(Axe axe, ConcurrentQueue<(string Page, string Theme)> left, ConcurrentBag<string> found)
    {
        using Browser browser = new();
        browser.Forgive("404 (Not Found)");
        browser.Forgive("401 (Unauthorized)");
        while (left.TryDequeue(out (string Page, string Theme) next))
        {
            (string page, string theme) = next;
            browser.Open($"{page}{(page.Contains('?', StringComparison.Ordinal) ? '&' : '?')}theme={theme}");
            foreach (int width in (int[])[390, 1920])
            {
                browser.Size(width, 1080);
                foreach (string violation in axe.Look(browser))
                {
                    found.Add($"{page} {theme} {width}: {violation}");
                }
            }
        }
    }

    private async Task<IEnumerable<string>> Pages()
    {
        string province = demo.Page("cao-bang-04");
        Task<UnitsProcess> samples = sample.Process;
        string signIn = (await guarded.Process).HttpUrl + "/monitor/tinh-a";
        string five = (await samples).HttpUrl + "/monitor";
        using HttpClient http = new(new HttpClientHandler { AllowAutoRedirect = false });
        using HttpResponseMessage kept = await http.PostAsync(new Uri($"{country.Page}/keep"), null);
        return
        [
            signIn, $"{five}/cam-pha", $"{five}/cam-pha/plans", country.Process.HttpUrl + kept.Headers.Location,
            province, $"{province}?kiosk=1", $"{province}?lang=en", $"{province}/indicators/demo-budget", $"{province}/plans", demo.Page("viet-nam"),
            demo.Page(DemoProvinces.Largest), $"{province}/entries", $"{country.Page}?kiosk=1",
            $"{demo.Process.HttpUrl}/monitor/-/search?q=cao", country.Page, $"{country.Page}/indicators/{SmallCountry.Indicator}",
            $"{country.Process.HttpUrl}/monitor/{SmallCountry.Commune(1, 1)}/entries?by={SmallCountry.Indicator}", $"{country.Process.HttpUrl}/monitor/khong-co",
        ];
    }
}
