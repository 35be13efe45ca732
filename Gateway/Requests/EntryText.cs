namespace Units.Gateway.Requests;

/// <summary>The one text that an entry's statement carries.</summary>
internal static class EntryText
{
    /// <summary>The amount or the source; empty for a clear and for nothing.</summary>
    public static string Statement(V1.Entry entry) => entry.StatementCase switch
    {
        V1.Entry.StatementOneofCase.Set => entry.Set,
        V1.Entry.StatementOneofCase.YearToDate => entry.YearToDate,
        V1.Entry.StatementOneofCase.Add => entry.Add,
        V1.Entry.StatementOneofCase.HandOver => entry.HandOver,
        _ => "",
    };

    /// <summary>The name of the field that carries it.</summary>
    public static string Field(V1.Entry entry) => entry.StatementCase switch
    {
        V1.Entry.StatementOneofCase.Set => "set",
        V1.Entry.StatementOneofCase.YearToDate => "year_to_date",
        V1.Entry.StatementOneofCase.Add => "add",
        V1.Entry.StatementOneofCase.Clear => "clear",
        V1.Entry.StatementOneofCase.HandOver => "hand_over",
        _ => "statement",
    };

    /// <summary>The kind of entry; <see cref="EntryKind.Set"/> for nothing.</summary>
    public static EntryKind Kind(V1.Entry entry) => entry.StatementCase switch
    {
        V1.Entry.StatementOneofCase.YearToDate => EntryKind.YearToDate,
        V1.Entry.StatementOneofCase.Add => EntryKind.Add,
        V1.Entry.StatementOneofCase.Clear => EntryKind.Clear,
        V1.Entry.StatementOneofCase.HandOver => EntryKind.HandOver,
        _ => EntryKind.Set,
    };
}
