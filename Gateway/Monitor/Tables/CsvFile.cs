using System.Text;
using Units.Gateway.Errors;
using Units.Gateway.Monitor.Words;

namespace Units.Gateway.Monitor.Tables;

/// <summary>Writes a table as CSV the way a Vietnamese spreadsheet opens it: UTF-8 with its mark, semicolons, decimal commas.</summary>
internal static class CsvFile
{
    private const int MaxDecimals = 6;

    private const string FormulaStarts = "=@+-\t\r";

    /// <summary>The type of the file.</summary>
    public const string ContentType = "text/csv; charset=utf-8";

    /// <summary>Writes it.</summary>
    public static byte[] Write(Table table, Language language)
    {
        StringBuilder text = new();
        Line(text, table.Columns);
        foreach (IReadOnlyList<TableCell> row in table.Rows)
        {
            Line(text, row.Select(c => c.Number is { } number
                ? Math.Round(number, MaxDecimals).ToString("0.######", NumberText.Culture(language))
                : c.Text));
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static void Line(StringBuilder text, IEnumerable<string> cells)
    {
        bool isFirst = true;
        foreach (string cell in cells)
        {
            text.Append(isFirst ? "" : ";").Append(Quoted(cell));
            isFirst = false;
        }

        text.Append("\r\n");
    }

    private static string Quoted(string cell)
    {
        // A spreadsheet takes what begins like this for a formula, and names are chosen by others.
        string safe = cell.Length > 0 && FormulaStarts.Contains(cell[0]) && !IsNumber(cell) ? "'" + cell : cell;
        return safe.AsSpan().IndexOfAny(";\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static bool IsNumber(string cell) => cell.Skip(1).All(c => char.IsAsciiDigit(c) || c is ',' or '.');
}
