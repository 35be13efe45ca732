using System.Net;
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

        Assert.Contains($"Số 1234/QĐ-GL ngày 28/12/{year - 1}, Trung ương (dữ liệu giả lập)", html, StringComparison.Ordinal);
        Assert.Contains("Cấp trên giao:", html, StringComparison.Ordinal);
        Assert.Contains("Nghị quyết đại hội:", html, StringComparison.Ordinal);
        Assert.Contains("tổng chỉ tiêu của các đơn vị cấp dưới", html, StringComparison.Ordinal);
        Assert.Contains("phân bổ thiếu", html, StringComparison.Ordinal);
        Assert.Contains("phân bổ vượt", html, StringComparison.Ordinal);
        Assert.Contains("chỉ tiêu này không cộng được giữa các đơn vị", html, StringComparison.Ordinal);
        Assert.Contains("giao tiếp chưa khớp", html, StringComparison.Ordinal);
        Assert.Contains("Bản 2: ban hành", html, StringComparison.Ordinal);
        Assert.Contains("giao 2 đơn vị, theo số giao từng đơn vị", html, StringComparison.Ordinal);
        if (TimeText.Today(TimeProvider.System) >= new DateOnly(year, 7, 15))
        {
            Assert.Contains("Bản 3: điều chỉnh", html, StringComparison.Ordinal);
            Assert.Contains($"Số 567/QĐ-GL ngày 15/07/{year}", html, StringComparison.Ordinal);
            Assert.Contains("Số lượt khách du lịch (Cấp trên giao):", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_province_has_its_targets_from_above_beside_those_of_its_council()
    {
        string html = await Text("/plans", DemoProvinces.Largest);

        Assert.Contains("HĐND giao:", html, StringComparison.Ordinal);
        Assert.Contains("/NQ-GL ngày", html, StringComparison.Ordinal);
        Assert.Contains("giao 168 đơn vị", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ceiling_never_reads_as_a_per_cent_attained()
    {
        string html = await Text("");
        string tile = html[html.IndexOf("data-k=\"t-demo-poverty\"", StringComparison.Ordinal)..];
        tile = tile[..tile.IndexOf("</article>", StringComparison.Ordinal)];

        Assert.Matches("(vượt|dưới) trần [0-9,]+\\sđiểm\\s%", tile);
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

    private async Task<string> Text(string path, string unit = Country)
    {
        using HttpResponseMessage answer = await _http.GetAsync(new Uri(demo.Page(unit) + path));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }
}
