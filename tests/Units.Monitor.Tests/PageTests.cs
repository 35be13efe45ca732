using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using Units.EndToEnd.Tests.Support;
using Units.Monitor.Tests.Support;

namespace Units.Monitor.Tests;

/// <summary>What the server answers, without a browser.</summary>
public sealed partial class PageTests(SmallCountry country, DemoProvinces demo) : IDisposable
{
    private readonly HttpClient _http = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });

    [Fact]
    public async Task The_monitor_opens_on_the_first_root()
    {
        using HttpResponseMessage answer = await _http.GetAsync(new Uri($"{country.Process.HttpUrl}/monitor"));

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal($"/monitor/{SmallCountry.Root}", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task The_first_HTML_is_Vietnamese_and_has_the_values_without_a_script()
    {
        // In January the month that was due is of the year before, and the one that runs is told of.
        string month = SmallCountry.Due[..4] == SmallCountry.Month[..4] ? SmallCountry.Due : SmallCountry.Month;
        string html = await Until.Becomes(
            "a total on the page", () => Text(country.Page), text => Value().IsMatch(text) && text.Contains("12/12", StringComparison.Ordinal));

        Assert.Contains("<html lang=\"vi\"", html, StringComparison.Ordinal);
        Assert.Contains($"12/12 đơn vị đã báo cáo tháng {int.Parse(month[5..], CultureInfo.InvariantCulture)}/{month[..4]}", html, StringComparison.Ordinal);
        Assert.Contains("Tỉnh Đà Nẵng", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/monitor/khong-co-dau", HttpStatusCode.NotFound, "Không có đơn vị “khong-co-dau”")]
    [InlineData("/monitor/quoc-gia?period=hom-qua", HttpStatusCode.BadRequest, "Không đọc được kỳ “hom-qua”")]
    [InlineData("/monitor/quoc-gia?lang=xx", HttpStatusCode.BadRequest, "Không có ngôn ngữ “xx”")]
    [InlineData("/monitor/quoc-gia/indicators/khong-co", HttpStatusCode.NotFound, "Không có chỉ tiêu “khong-co”")]
    [InlineData("/monitor/quoc-gia/khong/co/gi", HttpStatusCode.NotFound, "Không")]
    public async Task What_is_not_there_is_said_in_Vietnamese_with_a_way_on(string path, HttpStatusCode status, string sentence)
    {
        using HttpResponseMessage answer = await _http.GetAsync(new Uri(country.Process.HttpUrl + path));
        string html = await answer.Content.ReadAsStringAsync();

        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(sentence, html, StringComparison.Ordinal);
        Assert.Contains("Về trang đầu", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_that_asks_for_nothing_that_changes_is_refused_with_a_reason()
    {
        using HttpResponseMessage answer = await _http.GetAsync(new Uri($"{country.Page}/entries/live"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("FIELD_REQUIRED", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_with_markup_is_text()
    {
        string html = await Text($"{country.Process.HttpUrl}/monitor/tinh-3");

        Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_is_found_with_and_without_diacritics()
    {
        foreach (string typed in (string[])["da nang", "Đà Nẵng", "ĐÀ NẴNG"])
        {
            string html = await Text($"{country.Process.HttpUrl}/monitor/-/search?q={Uri.EscapeDataString(typed)}");
            Assert.Contains("/monitor/tinh-1\"", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_page_of_the_demo_country_says_that_its_figures_are_invented()
    {
        foreach (string path in (string[])["", "/indicators/demo-budget", "/entries", "/plans"])
        {
            Assert.Contains("dữ liệu giả lập", await Text(demo.Page(DemoProvinces.Largest) + path), StringComparison.Ordinal);
        }

        Assert.Contains("Dữ liệu giả lập", await Text(demo.Page(DemoProvinces.Largest) + "/table.csv"), StringComparison.Ordinal);
        Assert.DoesNotContain("dữ liệu giả lập", await Text(country.Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_map_opens_on_a_telling_indicator_and_says_so_unless_one_is_asked_for()
    {
        const string Rule = "cấp dưới khác nhau nhiều nhất";

        Assert.Contains(Rule, await Text(demo.Page(DemoProvinces.Largest)), StringComparison.Ordinal);
        Assert.DoesNotContain(Rule, await Text(demo.Page(DemoProvinces.Largest) + "?by=demo-budget"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_number_and_sign_of_a_page_says_what_it_counts_and_of_which_month()
    {
        string html = await Text(demo.Page(DemoProvinces.Largest));
        string month = $"tháng {int.Parse(SmallCountry.Due[5..], CultureInfo.InvariantCulture)}";

        Assert.Contains("<b data-f=\"n\">20</b> chỉ tiêu:", html, StringComparison.Ordinal);
        if (SmallCountry.Due[..4] == SmallCountry.Month[..4])
        {
            Assert.Contains($"mức cần đạt đến hết {month}", html, StringComparison.Ordinal);
        }

        // The unit itself stands above its children, and which of 168 squares is which is told by its rank.
        Assert.Contains("Toàn thành phố", html, StringComparison.Ordinal);
        Assert.Contains("Số trong ô là hạng ở bảng xếp hạng", html, StringComparison.Ordinal);
        string wall = await Text(demo.Page(DemoProvinces.Largest) + "?kiosk=1");
        Assert.Matches(@"cuối bảng, </span><span [^>]*>(\d+/)?168 đơn vị", wall);
        Assert.Contains("% chỉ tiêu năm ", wall, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_load_weighs_at_most_60_KB_compressed_of_which_30_are_script()
    {
        using HttpRequestMessage request = new(HttpMethod.Get, demo.Page(DemoProvinces.Largest));
        request.Headers.AcceptEncoding.ParseAdd("br");
        using HttpResponseMessage answer = await _http.SendAsync(request);
        byte[] page = await answer.Content.ReadAsByteArrayAsync();
        string html = await Brotli(page);
        long all = page.Length;
        long script = 0;
        foreach (string path in Files().Matches(html).Select(m => m.Groups[1].Value).Distinct())
        {
            using HttpRequestMessage file = new(HttpMethod.Get, demo.Process.HttpUrl + path);
            file.Headers.AcceptEncoding.ParseAdd("br");
            using HttpResponseMessage got = await _http.SendAsync(file);
            byte[] bytes = await got.Content.ReadAsByteArrayAsync();
            all += bytes.Length;
            script += path.EndsWith(".js", StringComparison.Ordinal) ? (await Brotli(bytes)).Length : 0;
            Assert.True(got.Headers.CacheControl?.MaxAge > TimeSpan.FromDays(300), path);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"page {page.Length} B, all {all} B, script {script} B unpacked");
        Assert.InRange(script, 1, 30 * 1024);
        Assert.InRange(all, 1, 60 * 1024);
        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_way_here_ends_with_the_page_itself()
    {
        string html = await Text($"{country.Process.HttpUrl}/monitor/tinh-1/indicators/{SmallCountry.Indicator}");

        string way = html[html.IndexOf("<nav class=\"way\"", StringComparison.Ordinal)..html.IndexOf("</nav>", StringComparison.Ordinal)];
        Assert.Matches($"Quốc gia thử.*Tỉnh Đà Nẵng.*aria-current=\"page\">{SmallCountry.Indicator}", way.ReplaceLineEndings(" "));
        Assert.Single(Current().Matches(way));
    }

    [Fact]
    public async Task A_table_is_a_file_that_a_spreadsheet_opens()
    {
        string csv = await Text($"{country.Page}/indicators/{SmallCountry.Indicator}/table.csv");
        byte[] xlsx = await _http.GetByteArrayAsync(new Uri($"{country.Page}/indicators/{SmallCountry.Indicator}/table.xlsx"));

        Assert.Contains("Hạng;Thay đổi;Đơn vị", csv, StringComparison.Ordinal);
        Assert.Contains("Tỉnh Đà Nẵng", csv, StringComparison.Ordinal);
        await using ZipArchive book = new(new MemoryStream(xlsx));
        using StreamReader sheet = new(await book.GetEntry("xl/worksheets/sheet1.xml")!.OpenAsync());
        Assert.Contains("Tỉnh Đà Nẵng", await sheet.ReadToEndAsync(), StringComparison.Ordinal);
    }

    public void Dispose() => _http.Dispose();

    private static async Task<string> Brotli(byte[] bytes)
    {
        await using BrotliStream unpacked = new(new MemoryStream(bytes), CompressionMode.Decompress);
        using StreamReader reader = new(unpacked);
        return await reader.ReadToEndAsync();
    }

    private async Task<string> Text(string url)
    {
        using HttpResponseMessage answer = await _http.GetAsync(new Uri(url));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    [GeneratedRegex("(?:href|src)=\"(/monitor/-/[0-9a-f]+/[^\"]+)\"")]
    private static partial Regex Files();

    [GeneratedRegex("<b data-f=\"n\">[0-9]+")]
    private static partial Regex Value();

    [GeneratedRegex("aria-current=\"page\"")]
    private static partial Regex Current();
}
