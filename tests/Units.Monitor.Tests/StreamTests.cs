using System.Globalization;
using System.Net;
using Units.Monitor.Tests.Support;

namespace Units.Monitor.Tests;

/// <summary>What comes over the stream of a page, and streams that are refused.</summary>
public sealed class StreamTests(SmallCountry country, SharedBrowser shared) : IClassFixture<SharedBrowser>
{
    // More than the questions that one gateway asks about one unit.
    private const int TooMany = 80;

    [Fact]
    public async Task A_stream_that_asks_for_too_much_is_refused_with_a_reason_and_the_page_says_it()
    {
        using SocketsHttpHandler handler = new();
        using HttpClient http = new(handler);
        List<HttpResponseMessage> streams = [];
        try
        {
            HttpResponseMessage last;
            do
            {
                last = await http.GetAsync(new Uri(Live(streams.Count)), HttpCompletionOption.ResponseHeadersRead);
                streams.Add(last);
            }
            while (last.StatusCode == HttpStatusCode.OK && streams.Count < TooMany);

            Assert.Equal(HttpStatusCode.TooManyRequests, last.StatusCode);
            Assert.Contains("TOO_MANY_QUESTIONS", await last.Content.ReadAsStringAsync(), StringComparison.Ordinal);

            Browser browser = shared.Browser;
            browser.Forgive("429 (Too Many Requests)");
            browser.Open(Live(TooMany).Replace("/live", "", StringComparison.Ordinal));
            await browser.Sees(
                "the page to say why",
                "return document.getElementById('lost').textContent.startsWith('máy chủ chưa gửi số liệu mới (Đơn vị xa-1-4 đang được theo dõi với quá nhiều câu hỏi khác nhau')");
        }
        finally
        {
            streams.ForEach(s => s.Dispose());
        }

        // Once there is room the page finds it by itself.
        await shared.Browser.IsLive();
        Assert.Equal("", shared.Browser.Text("#lost"));
    }

    [Fact]
    public async Task A_name_with_markup_that_comes_over_the_stream_is_text()
    {
        const string Named = SmallCountry.Apart + "-1";
        const string Other = SmallCountry.Apart + "-2";
        Browser browser = shared.Browser;
        await browser.OpenLive($"{country.Process.HttpUrl}/monitor/{SmallCountry.Apart}?by={SmallCountry.Indicator}&period={SmallCountry.Due}");
        Assert.Contains("Xã riêng", browser.Text(".late"), StringComparison.Ordinal);

        // From now on the one with the name is the only one that has not reported: the line that says so comes by a frame.
        await country.Report(Other, "1", SmallCountry.Due);
        await browser.Sees("the frame", "const late = document.querySelector('.late').textContent; return late.length > 0 && !late.includes('Xã riêng')");

        Assert.Contains(SmallCountry.Markup, browser.Text(".late"), StringComparison.Ordinal);
        // What it reports itself comes with the latest entries.
        await country.Report(Named, "1");
        await browser.Sees("its entry", "return document.getElementById('ticker').textContent.includes('Xã <script>alert(1)</script>')");
        Assert.Equal(0L, browser.Run("return document.querySelectorAll('body script, .late b, #ticker b').length"));
    }

    [Fact]
    public async Task What_the_signs_of_a_page_mean_comes_with_the_first_target()
    {
        Browser browser = shared.Browser;
        await browser.OpenLive($"{country.Process.HttpUrl}/monitor/{SmallCountry.Apart}/indicators/{SmallCountry.Indicator}");
        Assert.Equal("", browser.Text(".thresholds").Trim());
        Assert.Equal("value", browser.Run("return document.querySelector('.league caption').dataset.by"));
        Assert.Equal(0L, browser.Run("return [...document.querySelectorAll('.thresholds li, .head-line .sign')].filter(e => e.getClientRects().length > 0).length"));

        browser.Run("document.querySelector('.thresholds').id = 'as-it-was'");
        await country.Assign(SmallCountry.Apart + "-1", "12");

        // By a frame, and not by a page that is read again.
        await browser.Sees("the thresholds", "return document.querySelector('#as-it-was [data-f=Progress]')?.textContent.startsWith('Số đạt dần trong kỳ')");
        Assert.Equal("", browser.Run("return document.querySelector('.league caption').dataset.by"));
        Assert.Equal("none", browser.Run("return getComputedStyle(document.querySelector('#as-it-was [data-f=Ceiling]')).display"));
    }

    private string Live(int number)
    {
        DateOnly month = new DateOnly(2020, 1, 1).AddMonths(number);
        return string.Create(CultureInfo.InvariantCulture, $"{country.Process.HttpUrl}/monitor/{SmallCountry.Commune(1, 4)}/live?period={month:yyyy-MM}&by={SmallCountry.Indicator}");
    }
}
