using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Units.Gateway.Errors;
using Units.Gateway.Monitor.Tables;

namespace Units.Monitor.Tests.Figures;

/// <summary>What others chose as a name is a text in a file too, whatever a spreadsheet makes of such texts.</summary>
public sealed class TableFileTests
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("=1", "'=1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("\t=1+1", "'\t=1+1")]
    [InlineData("  =1+1", "'  =1+1")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("=HYPERLINK(\"x\";\"y\")", "\"'=HYPERLINK(\"\"x\"\";\"\"y\"\")\"")]
    [InlineData("+12,5", "+12,5")]
    [InlineData("-3", "-3")]
    [InlineData("Xã A; B", "\"Xã A; B\"")]
    public async Task A_cell_of_CSV_is_no_formula(string name, string cell)
    {
        using MemoryStream file = new();
        await CsvFile.Write(Table("t", name), Language.Vi, file, CancellationToken.None);
        string text = Encoding.UTF8.GetString(file.ToArray());

        Assert.Equal($"\uFEFFTên;Số\r\n{cell};1,5\r\n", text);
    }

    [Theory]
    [InlineData("Thu: chi / [2026]", "Thu chi  2026")]
    [InlineData(":\\/?*[]", "Units")]
    [InlineData("'Tỉnh Đà Nẵng'", "Tỉnh Đà Nẵng")]
    [InlineData("'''", "Units")]
    [InlineData("history", "Units")]
    [InlineData("", "Units")]
    [InlineData("123456789012345678901234567890\U0001F3E0 và", "123456789012345678901234567890")]
    [InlineData("12345678901234567890123456789\U0001F3E0 và", "12345678901234567890123456789\U0001F3E0")]
    [InlineData("123456789012345678901234567890' và", "123456789012345678901234567890")]
    public async Task A_sheet_has_a_name_that_spreadsheets_take(string title, string name)
    {
        XElement book = await Part(Table(title, "x"), "xl/workbook.xml");

        Assert.Equal(name, book.Descendants(Main + "sheet").Single().Attribute("name")!.Value);
    }

    [Fact]
    public async Task A_cell_of_a_workbook_is_a_text_as_it_is()
    {
        XElement sheet = await Part(Table("t", "  =1+1 <b>"), "xl/worksheets/sheet1.xml");

        XElement cell = sheet.Descendants(Main + "c").ElementAt(2);
        Assert.Equal("inlineStr", cell.Attribute("t")!.Value);
        Assert.Equal("  =1+1 <b>", cell.Value);
        Assert.Equal("preserve", cell.Descendants(Main + "t").Single().Attribute(XNamespace.Xml + "space")!.Value);
        Assert.Equal("1.5", sheet.Descendants(Main + "v").Single().Value);
    }

    private static Table Table(string title, string name) =>
        new(title, ["Tên", "Số"], ((IEnumerable<IReadOnlyList<TableCell>>)[[name, new TableCell("", 1.5m)]]).ToAsyncEnumerable());

    private static async Task<XElement> Part(Table table, string part)
    {
        using MemoryStream file = new();
        await XlsxFile.Write(table, file, CancellationToken.None);
        await using ZipArchive book = new(file, ZipArchiveMode.Read);
        await using Stream stream = await book.GetEntry(part)!.OpenAsync();
        return await XElement.LoadAsync(stream, LoadOptions.PreserveWhitespace, CancellationToken.None);
    }
}
