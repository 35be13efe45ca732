using System.Net;
using System.Text.RegularExpressions;
using Units.Gateway.Monitor.Words;
using Units.Monitor.Tests.Support;

namespace Units.Monitor.Tests;

/// <summary>What the pages of the demo country say of its plans, and how they say it.</summary>
public sealed class PlanPageTests(DemoProvinces demo) : IDisposable
{
    private const string Country = "viet-nam";

    private readonly HttpClient _http = new();

    [Fact]
    public async Task Targets_of_several_tiers_stand_side_by_side_with_their_decisions_and_what_was_allotted_of_them()
    {
        string html = await Text("/plans");
        int year = TimeText.Today(TimeProvider.System).Year;

        // Each field has a decision of its own, by the body that has to take it.
        Assert.Matches($"Số 918/{year - 1}/QH[0-9]{{2}} ngày 02/12/{year - 1}, Quốc hội \\(dữ liệu giả lập\\)", html);
        Assert.Contains($"Số 2940/QĐ-TTg ngày 11/12/{year - 1}, Thủ tướng Chính phủ (dữ liệu giả lập)", html, StringComparison.Ordinal);
        Assert.Contains("Đại hội đại biểu toàn quốc (dữ liệu giả lập)", html, StringComparison.Ordinal);
        Assert.Contains("Quốc hội, Chính phủ giao:", html, StringComparison.Ordinal);
        Assert.Contains("Nghị quyết đại hội:", html, StringComparison.Ordinal);
        // What was given on is told apart from what those below set themselves.
        Assert.Contains("đã giao 2 đơn vị cấp dưới", html, StringComparison.Ordinal);
        Assert.Contains("HĐND các tỉnh giao:", html, StringComparison.Ordinal);
        Assert.Contains("cộng chỉ tiêu do HĐND của 2 đơn vị cấp dưới tự quyết định", html, StringComparison.Ordinal);
        Assert.Contains("đánh giá theo mức ghi đầu tiên ở mỗi chỉ tiêu: “Quốc hội, Chính phủ giao”", html, StringComparison.Ordinal);
        Assert.Contains("phân bổ thiếu", html, StringComparison.Ordinal);
        Assert.Contains("phân bổ vượt", html, StringComparison.Ordinal);
        Assert.Contains("chỉ tiêu tỷ lệ: giao từng đơn vị, không cộng thành tổng", html, StringComparison.Ordinal);
        Assert.Contains("Đơn vị cấp dưới phân bổ chưa khớp chỉ tiêu được giao", html, StringComparison.Ordinal);
        Assert.Contains("Bản 2: ban hành", html, StringComparison.Ordinal);
        Assert.Contains("giao 2 đơn vị, theo số giao từng đơn vị", html, StringComparison.Ordinal);
        if (TimeText.Today(TimeProvider.System) >= new DateOnly(year, 7, 15))
        {
            Assert.Contains("Bản 3: điều chỉnh", html, StringComparison.Ordinal);
            Assert.Contains($"Số 1862/QĐ-TTg ngày 15/07/{year}", html, StringComparison.Ordinal);
            Assert.Contains("Số lượt khách du lịch (Quốc hội, Chính phủ giao):", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_province_has_its_targets_from_above_beside_those_of_its_council()
    {
        string html = await Text("/plans", DemoProvinces.Largest);

        Assert.Contains("Trung ương giao:", html, StringComparison.Ordinal);
        Assert.Contains("HĐND giao:", html, StringComparison.Ordinal);
        Assert.Matches("Số [0-9]+/NQ-HĐND ngày [0-9/]+, HĐND thành phố Hồ Chí Minh \\(dữ liệu giả lập\\)", html);
        Assert.Matches("Số [0-9]+/QĐ-UBND ngày [0-9/]+, UBND thành phố Hồ Chí Minh \\(dữ liệu giả lập\\)", html);
        Assert.Contains("giao 168 đơn vị", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plans_stand_in_the_order_of_the_overview_those_at_risk_first()
    {
        string[] tiles = [.. Names("<article class=\"tile[^>]*>\\s*<h3><a[^>]*>([^<]+)<", await Text(""))];
        string[] cards = [.. Names("<article class=\"planned-card\">\\s*<h3><a[^>]*>([^<]+)<", await Text("/plans"))];

        Assert.Equal(20, cards.Length);
        // Reports keep arriving: two that are close may change places between both.
        Assert.All(cards.Index(), card => Assert.InRange(Array.IndexOf(tiles, card.Item) - card.Index, -2, 2));
    }

    [Fact]
    public async Task A_ceiling_never_reads_as_a_per_cent_attained()
    {
        string html = await Text("");
        string tile = html[html.IndexOf("data-k=\"t-demo-poverty\"", StringComparison.Ordinal)..];
        tile = tile[..tile.IndexOf("</article>", StringComparison.Ordinal)];

        Assert.Matches("(vượt|dưới) trần [0-9,]+\\sđiểm\\sphần\\străm", tile);
        Assert.DoesNotContain("đạt ", tile, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_table_of_plans_is_a_file_in_both_languages()
    {
        string vietnamese = await Text("/plans/table.csv");
        string english = await Text("/plans/table.csv?lang=en");

        Assert.Contains("Chỉ tiêu;Cấp giao;Chỉ tiêu giao;Quyết định", vietnamese, StringComparison.Ordinal);
        Assert.Contains("Congress resolution", english, StringComparison.Ordinal);
    }

    public void Dispose() => _http.Dispose();

    private static IEnumerable<string> Names(string pattern, string html) => Regex.Matches(html, pattern).Select(m => m.Groups[1].Value);

    private async Task<string> Text(string path, string unit = Country)
    {
        using HttpResponseMessage answer = await _http.GetAsync(new Uri(demo.Page(unit) + path));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }
}
