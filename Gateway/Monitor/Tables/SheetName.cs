namespace Units.Gateway.Monitor.Tables;

/// <summary>Names of sheets as spreadsheets take them: a workbook with another is one that they offer to repair.</summary>
internal static class SheetName
{
    /// <summary>How long one may be.</summary>
    public const int Max = 31;

    private const string Forbidden = ":\\/?*[]";

    private const string Nameless = "Units";

    // Spreadsheets keep it for themselves.
    private const string Reserved = "History";

    /// <summary>The name of a sheet after a title.</summary>
    public static string Of(string title)
    {
        string name = string.Concat(title.Where(c => !Forbidden.Contains(c, StringComparison.Ordinal) && !char.IsControl(c)));
        if (name.Length > Max)
        {
            // Half a letter of two parts is none.
            name = name[..(char.IsHighSurrogate(name[Max - 1]) ? Max - 1 : Max)];
        }

        // Within a formula a name stands between apostrophes.
        name = name.Trim('\'', ' ');
        return name.Length == 0 || name.Equals(Reserved, StringComparison.OrdinalIgnoreCase) ? Nameless : name;
    }
}
