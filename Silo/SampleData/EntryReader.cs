namespace Units.Silo.SampleData;

/// <summary>Reads one entry of a report.</summary>
internal sealed class EntryReader(CatalogueReader catalogue)
{
    private static readonly Dictionary<string, EntryKind> Kinds = new()
    {
        ["set"] = EntryKind.Set,
        ["year-to-date"] = EntryKind.YearToDate,
        ["add"] = EntryKind.Add,
    };

    /// <summary>Reads it.</summary>
    public V1.Entry Read(SampleNode node)
    {
        string id = node.Text("measure");
        if (!catalogue.Measures.TryGetValue(id, out V1.Measure? measure))
        {
            throw node.Fail("measure", id, "a measure of the catalogue is expected");
        }

        string category = node.OptionalText("category") ?? "";
        if (category.Length > 0 && measure.Categories.All(c => c.Id != category))
        {
            throw node.Fail("category", category, $"a category of {id} is expected");
        }

        V1.Entry entry = new()
        {
            Measure = id,
            Category = category,
            Month = node.MonthText("month"),
            Estimate = node.Flag("estimate"),
            AtLeast = node.Flag("atLeast"),
        };
        EntryKind kind = node.Word("kind", Kinds);
        if (kind == EntryKind.YearToDate && measure.Kind == V1.MeasureKind.Stock)
        {
            throw node.Fail("kind", "year-to-date", $"{id} is a stock: its level is set");
        }

        Say(entry, kind, node.Value("value", measure.Scale));
        node.End();
        return entry;
    }

    private static void Say(V1.Entry entry, EntryKind kind, string value)
    {
        switch (kind)
        {
            case EntryKind.Set:
                entry.Set = value;
                break;
            case EntryKind.YearToDate:
                entry.YearToDate = value;
                break;
            default:
                entry.Add = value;
                break;
        }
    }
}
