using System.Text;
using Units.Gateway.Errors;
using Units.Gateway.Monitor.Words;

namespace Units.Gateway.Monitor.Tables;

/// <summary>Writes a table as CSV the way a Vietnamese spreadsheet opens it: UTF-8 with its mark, semicolons, decimal commas.</summary>
internal static class CsvFile
{
    private const int MaxDecimals = 6;

    // A program that is sold in Japan takes the wide ones as well.
    private const string FormulaStarts = "=@+-＝＠＋－\t\r\n";

    // So many letters are gathered before they are sent.
    private const int Chunk = 32 * 1024;

    /// <summary>The type of the file.</summary>
    public const string ContentType = "text/csv; charset=utf-8";

    /// <summary>Writes it.</summary>
    public static async Task Write(Table table, Language language, Stream file, CancellationToken cancellation)
    {
        StringBuilder text = new("\uFEFF");
        Line(text, table.Columns);
        await foreach (IReadOnlyList<TableCell> row in table.Rows.WithCancellation(cancellation))
        {
            Line(text, row.Select(c => c.Number is { } number
                ? Math.Round(number, MaxDecimals).ToString("0.######", NumberText.Culture(language))
                : c.Text));
            if (text.Length >= Chunk)
            {
                await Send(text, file, cancellation);
            }
        }

        await Send(text, file, cancellation);
    }

    private static async Task Send(StringBuilder text, Stream file, CancellationToken cancellation)
    {
        await file.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), cancellation);
        text.Clear();
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
        string safe = Starts(cell) && !IsNumber(cell) ? "'" + cell : cell;
        return safe.AsSpan().IndexOfAny(";\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static bool Starts(string cell) => cell.AsSpan().TrimStart(' ') is [var first, ..] && FormulaStarts.Contains(first);

    private static bool IsNumber(string cell) => cell[0] is '+' or '-' && cell.Skip(1).All(c => char.IsAsciiDigit(c) || c is ',' or '.');
}
