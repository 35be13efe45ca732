using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using Units.Monitor.Tests.Support;

namespace Units.Monitor.Tests;

/// <summary>Files and heads of what pages are.</summary>
public sealed partial class FileTests(SmallCountry country, DemoProvinces demo) : IDisposable
{
    private readonly HttpClient _http = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });

    [Fact]
    public async Task Every_file_says_whose_figures_it_has_of_which_period_as_of_when_and_that_they_are_invented()
    {
        foreach (string path in (string[])["", "/indicators/demo-budget", "/entries", "/plans"])
        {
            string page = demo.Page("cao-bang-04") + path;
            string csv = await _http.GetStringAsync(new Uri(page + "/table.csv"));
            byte[] xlsx = await _http.GetByteArrayAsync(new Uri(page + "/table.xlsx"));
            foreach (string text in (string[])[csv, await Sheet(xlsx)])
            {
                Assert.Contains($"Cao Bằng, Năm {Year} (01/01/{Year} – 31/12/{Year})", text, StringComparison.Ordinal);
                Assert.Matches("Cập nhật lúc [0-9]{2}/[0-9]{2}/[0-9]{4} [0-9]{2}:[0-9]{2}", text);
                Assert.Contains("Dữ liệu giả lập", text, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Entries_as_a_file_are_whole_and_one_that_is_cut_says_so()
    {
        const string Unit = SmallCountry.Apart + "-2";
        await country.Many(Unit, 200);
        string few = await _http.GetStringAsync(new Uri($"{country.Process.HttpUrl}/monitor/{Unit}/entries/table.csv"));
        Assert.InRange(Line().Count(few), 200, 210);
        Assert.DoesNotContain("Tệp này chỉ có", few, StringComparison.Ordinal);

        await country.Many(Unit, 10_000);
        string many = await _http.GetStringAsync(new Uri($"{country.Process.HttpUrl}/monitor/{Unit}/entries/table.csv?by={SmallCountry.Indicator}&page=999.9"));
        Assert.Equal(10_000, Line().Count(many));
        Assert.Contains("Tệp này chỉ có 10000 dòng mới nhất", many, StringComparison.Ordinal);
        string sheet = await Sheet(await _http.GetByteArrayAsync(new Uri($"{country.Process.HttpUrl}/monitor/{Unit}/entries/table.xlsx?lang=en")));
        Assert.Contains("This file has the latest 10000 lines only", sheet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asks_for_the_head_gets_what_a_page_has_without_the_page()
    {
        string html = await _http.GetStringAsync(new Uri(country.Page));
        string host = country.Process.HttpUrl;
        foreach (string path in (string[])
            [$"/monitor/{SmallCountry.Root}", $"/monitor/{SmallCountry.Root}/plans", $"/monitor/{SmallCountry.Root}/entries/table.csv",
             $"/monitor/{SmallCountry.Root}/table.xlsx", "/monitor/-/search?q=xa", "/monitor/khong-co", "/monitor", Asset().Match(html).Groups[1].Value])
        {
            using HttpResponseMessage whole = await _http.GetAsync(new Uri(host + path));
            using HttpRequestMessage request = new(HttpMethod.Head, host + path);
            using HttpResponseMessage head = await _http.SendAsync(request);
            Assert.Equal((path, whole.StatusCode), (path, head.StatusCode));
            Assert.Empty(await head.Content.ReadAsByteArrayAsync());
            Assert.Equal(whole.Content.Headers.ContentType, head.Content.Headers.ContentType);
            Assert.Equal(whole.Content.Headers.ContentDisposition, head.Content.Headers.ContentDisposition);
            Assert.Equal(whole.Headers.CacheControl, head.Headers.CacheControl);
            Assert.Equal(whole.Headers.Location, head.Headers.Location);
        }

        using HttpRequestMessage stream = new(HttpMethod.Head, country.Page + "/live");
        using HttpResponseMessage endless = await _http.SendAsync(stream);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, endless.StatusCode);
    }

    public void Dispose() => _http.Dispose();

    private static string Year => SmallCountry.Month[..4];

    private static async Task<string> Sheet(byte[] xlsx)
    {
        await using ZipArchive book = new(new MemoryStream(xlsx));
        using StreamReader sheet = new(await book.GetEntry("xl/worksheets/sheet1.xml")!.OpenAsync());
        return await sheet.ReadToEndAsync();
    }

    // The receipt of a line: the unit, and the place in its journal.
    [GeneratedRegex(";vung-rieng-2/[0-9]+;")]
    private static partial Regex Line();

    [GeneratedRegex("href=\"(/monitor/-/[0-9a-f]+/monitor.css)\"")]
    private static partial Regex Asset();
}
