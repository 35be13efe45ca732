using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Units.EndToEnd.Tests.Support;
using Units.Monitor.Tests.Support;

namespace Units.Monitor.Tests;

/// <summary>A permanent link shows what was seen, whatever is reported later.</summary>
public sealed partial class KeptPageTests(SmallCountry country, DemoProvinces demo, SharedBrowser shared) : IClassFixture<SharedBrowser>, IDisposable
{
    private readonly HttpClient _http = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });

    [Theory]
    [InlineData("")]
    [InlineData("/indicators/" + SmallCountry.Indicator)]
    [InlineData("/plans")]
    public async Task What_was_kept_stays_as_it_was_while_the_live_page_goes_on(string path)
    {
        string address = await Keep(country.Page + path);
        string kept = await Text(address);
        Assert.Matches(@"Số liệu tại phiên bản [0-9]+\.[0-9]+ lúc [0-9:]{8} [0-9/]{10}, lưu lại bởi", kept);
        Assert.Contains($"<a href=\"/monitor/{SmallCountry.Root}{path}?period={SmallCountry.Month[..4]}", kept, StringComparison.Ordinal);

        string before = Version().Match(await Text(country.Page + path)).Groups[1].Value;
        await country.Report(SmallCountry.Commune(3, 1), "1.5");
        await Until.Becomes("the live page to move on", () => Text(country.Page + path), live => Version().Match(live).Groups[1].Value != before);

        Assert.Equal(kept, await Text(address));
        // Nothing runs, nothing is asked of it, and nothing is loaded that another build would have otherwise.
        Assert.DoesNotContain("<script", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", kept, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?:href|src)=\"/monitor/-/[0-9a-f]{12}/", kept);
    }

    [Fact]
    public async Task Without_a_script_a_button_keeps_the_page_and_what_was_kept_looks_as_it_did()
    {
        Browser browser = shared.Browser;
        browser.Command("Emulation.setScriptExecutionDisabled", new() { ["value"] = true });
        browser.Open(country.Page);
        string width = Width(browser);
        browser.Find("form[action*='/keep'] button").Click();
        browser.Command("Emulation.setScriptExecutionDisabled", new() { ["value"] = false });

        Assert.Matches("/monitor/-/kept/[0-9a-f]{32}$", browser.Url);
        Assert.Equal("Quốc gia thử", browser.Heading);
        Assert.Contains("Số liệu tại phiên bản", browser.Text(".kept"), StringComparison.Ordinal);
        Assert.Equal(width, Width(browser));
        browser.Find(".kept a").Click();
        await browser.IsLive();
    }

    [Fact]
    public async Task Who_pressed_the_button_on_an_older_page_is_told()
    {
        using FormUrlEncodedContent form = new([new("seen", "0.1")]);
        using HttpResponseMessage answer = await _http.PostAsync(new Uri($"{country.Page}/keep?lang=en"), form);
        string kept = await Text(country.Process.HttpUrl + answer.Headers.Location);

        Assert.Contains("The screen showed version 0.1 when it was kept.", kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_with_markup_is_text_in_what_was_kept()
    {
        string kept = await Text(await Keep($"{country.Process.HttpUrl}/monitor/tinh-3"));

        Assert.Contains("Xã &lt;script&gt;alert(1)&lt;/script&gt;", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_longest_pages_of_the_demo_country_are_kept()
    {
        foreach (string path in (string[])["", "/indicators/demo-budget", "/plans"])
        {
            string address = await Keep(demo.Page(DemoProvinces.Largest) + path);
            string kept = await Text(address);
            using HttpRequestMessage packed = new(HttpMethod.Head, address);
            packed.Headers.AcceptEncoding.ParseAdd("br");
            using HttpResponseMessage head = await _http.SendAsync(packed);
            TestContext.Current.TestOutputHelper?.WriteLine($"{path}: {Encoding.UTF8.GetByteCount(kept)} B, stored in {head.Content.Headers.ContentLength} B");
            Assert.Contains("dữ liệu giả lập", kept, StringComparison.Ordinal);
            Assert.InRange(head.Content.Headers.ContentLength ?? 0, 1, 100_000);
        }
    }

    [Theory]
    [InlineData("00000000000000000000000000000000")]
    [InlineData("khong-co")]
    public async Task What_nobody_kept_is_not_there(string id)
    {
        using HttpResponseMessage answer = await _http.GetAsync(new Uri($"{country.Process.HttpUrl}/monitor/-/kept/{id}"));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("Không có trang lưu nào mang mã này", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_our_own_pages_have_one_kept()
    {
        using HttpRequestMessage elsewhere = new(HttpMethod.Post, $"{country.Page}/keep");
        elsewhere.Headers.Add("Sec-Fetch-Site", "cross-site");
        using HttpResponseMessage refused = await _http.SendAsync(elsewhere);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);

        using HttpResponseMessage entries = await _http.PostAsync(new Uri($"{country.Page}/entries/keep"), null);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, entries.StatusCode);
    }

    public void Dispose() => _http.Dispose();

    private static string Width(Browser browser) => browser.Run("return getComputedStyle(document.querySelector('.tile')).width")?.ToString() ?? "";

    private async Task<string> Keep(string page)
    {
        Uri address = new(page);
        using HttpResponseMessage answer = await _http.PostAsync(new Uri($"{page}/keep"), null);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return address.GetLeftPart(UriPartial.Authority) + answer.Headers.Location;
    }

    private async Task<string> Text(string url)
    {
        using HttpResponseMessage answer = await _http.GetAsync(new Uri(url));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    [GeneratedRegex("<span id=\"version\">([0-9.]+)</span>")]
    private static partial Regex Version();
}
