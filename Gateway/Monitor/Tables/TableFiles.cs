using Units.Gateway.Monitor.Asking;
using Units.Gateway.Monitor.Reading;
using Units.Gateway.Monitor.Views;
using Units.Gateway.Monitor.Words;

namespace Units.Gateway.Monitor.Tables;

/// <summary>Makes the table of a page.</summary>
internal static class TableFiles
{
    /// <summary>The table of a page as files. Of a list that goes on over pages a file has all.</summary>
    public static IReadOnlyList<LinkView> Links(MonitorAsk ask) =>
        [new("CSV", (ask with { Page = "" }).Path("/table.csv")), new("Excel", (ask with { Page = "" }).Path("/table.xlsx"))];

    /// <summary>The indicators of a unit.</summary>
    public static Table Of(PageContext page, IReadOnlyList<TileView> tiles) => new(
        page.Page.Title,
        Words(page.Ask, "Chỉ tiêu|Kết quả|Đơn vị tính|Chỉ tiêu giao|% chỉ tiêu|Trạng thái|Báo cáo", "Indicator|Value|Unit|Target|% of target|Status|Reported"),
        Rows(tiles.Select(t => (IReadOnlyList<TableCell>)[t.Name, Cell(t.Figures.Value), t.Figures.Unit, Cell(t.Figures.Target), Cell(t.Figures.Percent), t.Word, t.Reported])));

    /// <summary>The children of a unit by an indicator.</summary>
    public static Table Of(IndicatorView view) => new(
        view.Page.Title,
        Words(view.Page.Ask, "Hạng|Thay đổi|Đơn vị|Kết quả|Đơn vị tính|Chỉ tiêu giao|% chỉ tiêu|Trạng thái|Báo cáo", "Rank|Change|Name|Value|Unit|Target|% of target|Status|Reported"),
        Rows(view.League.Rows.Select(r => (IReadOnlyList<TableCell>)
            [int.TryParse(r.Rank, out int rank) ? new TableCell(r.Rank, rank) : r.Rank, r.Climb, r.Name, Cell(r.Figures.Value), r.Figures.Unit, Cell(r.Figures.Target), Cell(r.Figures.Percent), r.Word, r.Reported])));

    /// <summary>The entries of a unit, the newest first.</summary>
    /// <param name="page">The page.</param>
    /// <param name="pages">What was sent, page by page; where the last one names a next one there is more.</param>
    public static Table Of(PageContext page, IAsyncEnumerable<JournalPage> pages) => new(
        EntriesReader.Title(page),
        Words(page.Ask, "Nhận lúc|Người gửi|Nguồn|Số liệu|Tháng|Nội dung|Thay đổi|Kết quả|Biên nhận|Mã báo cáo", "Received|Who|Source|Measure|Month|Says|Change|Outcome|Receipt|Report id"),
        Rows(page, pages));

    /// <summary>The targets of a unit.</summary>
    public static Table Of(PlansView view) => new(
        view.Page.Title,
        Words(view.Page.Ask, "Chỉ tiêu|Cấp giao|Chỉ tiêu giao|Quyết định|Kết quả|So với chỉ tiêu|Trạng thái|Phân bổ|Đã giao cấp dưới", "Indicator|Tier|Target|Decision|Value|Against the target|Status|Allotment|Allotted below"),
        Rows(view.Indicators.SelectMany(i => i.Tiers.Select((t, at) =>
            (IReadOnlyList<TableCell>)[i.Name, t.Tier, t.Target, t.Decision, i.Value, $"{t.Against} {t.Caption}".Trim(), t.Word, at == 0 ? i.Word : "", at == 0 ? i.Sum : ""]))));

    /// <summary>What is to be known of a file that is sent on: whose figures they are, of which period, as of when, and whether they are invented.</summary>
    public static IEnumerable<IReadOnlyList<TableCell>> Notes(PageContext page, DateTimeOffset now)
    {
        MonitorAsk ask = page.Ask;
        yield return [""];
        yield return [$"{UnitWords.Name(page.Unit, page.Unit.Id, page.Period, ask.Language)}, {page.Page.Period} ({page.Page.Days})"];
        yield return [ask.In($"Cập nhật lúc {TimeText.Moment(now)}", $"Updated at {TimeText.Moment(now)}")];
        if (page.Page.IsDemo)
        {
            yield return [ask.In("Dữ liệu giả lập, không phải số liệu chính thức", "Invented data, no official figures")];
        }
    }

    private static IAsyncEnumerable<IReadOnlyList<TableCell>> Rows(IEnumerable<IReadOnlyList<TableCell>> rows) => rows.ToAsyncEnumerable();

    private static async IAsyncEnumerable<IReadOnlyList<TableCell>> Rows(PageContext page, IAsyncEnumerable<JournalPage> pages)
    {
        int count = 0;
        bool isCut = false;
        await foreach (JournalPage next in pages)
        {
            foreach (EntryView e in next.Lines.Select(line => EntryViews.Of(page.Unit.Id, line, page.Catalogue, page.Ask)))
            {
                count++;
                yield return [e.At, e.Who, e.Source, e.Subject, e.Month, e.Said, e.Delta, e.Outcome, e.Receipt, e.Report];
            }

            isCut = next.Next is not null;
        }

        if (isCut)
        {
            yield return [page.Ask.In(
                $"Tệp này chỉ có {count} dòng mới nhất; còn dòng cũ hơn. Hãy chọn kỳ ngắn hơn hoặc một chỉ tiêu.",
                $"This file has the latest {count} lines only; there are older ones. Choose a shorter period or an indicator.")];
        }
    }

    private static TableCell Cell(decimal? number) => new("", number);

    private static string[] Words(MonitorAsk ask, string vietnamese, string english) => ask.In(vietnamese, english).Split('|');
}
