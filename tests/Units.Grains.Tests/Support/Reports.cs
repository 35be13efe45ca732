using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Units.Grains.Tests.Support;

/// <summary>Makes reports.</summary>
internal static class Reports
{
    public static readonly SourceId Source = new("statistics");

    public static Report Of(string id, params Entry[] entries) => Of(Source, id, entries);

    public static Report Of(SourceId source, string id, params Entry[] entries) => new()
    {
        Source = source,
        Id = new ReportId(id),
        ContentHash = HashOf(string.Join('|', entries.Select(e => $"{e.Kind} {e.Measure.Number} {e.Category} {e.Month} {e.Value} {e.Quality} {e.Revision}"))),
        Entries = [.. entries],
    };

    public static ImmutableArray<byte> HashOf(string content) => [.. SHA256.HashData(Encoding.UTF8.GetBytes(content))];

    public static Entry Add(Measure measure, Month month, long value, ushort category = 0) => Entry(EntryKind.Add, measure, month, value, category);

    public static Entry Set(Measure measure, Month month, long value, ushort category = 0) => Entry(EntryKind.Set, measure, month, value, category);

    public static Entry YearToDate(Measure measure, Month month, long value) => Entry(EntryKind.YearToDate, measure, month, value, 0);

    public static Entry Entry(EntryKind kind, Measure measure, Month month, long value, ushort category) => new()
    {
        Kind = kind,
        Measure = measure.Ref,
        Month = month,
        Value = new Amount(value),
        Category = category,
    };

    /// <summary>One to four entries of any kind that the measures allow, over two years.</summary>
    public static Report Random(Random random, Country country, string id)
    {
        Entry[] entries = new Entry[random.Next(1, 5)];
        for (int i = 0; i < entries.Length; i++)
        {
            Measure measure = country.Measures[random.Next(country.Measures.Length)];
            EntryKind kind = random.Next(10) switch
            {
                < 4 => EntryKind.Add,
                < 7 => EntryKind.Set,
                < 9 when measure.Kind == MeasureKind.Flow => EntryKind.YearToDate,
                9 => EntryKind.Clear,
                _ => EntryKind.Set,
            };
            Month month = new(2024 + random.Next(2), random.Next(1, 13));
            entries[i] = Entry(kind, measure, month, random.Next(-1000, 100_000), (ushort)random.Next(measure.Categories.Length + 1)) with
            {
                Quality = random.Next(5) == 0 ? Quality.Estimate : Quality.Final,
            };
        }

        return Of(new SourceId($"source-{random.Next(2)}"), id, entries);
    }
}
