using System.Collections.Immutable;
using System.Globalization;
using Units.Gateway.Caches;
using Units.Gateway.Errors;

namespace Units.Gateway.Requests;

/// <summary>Reads measures that are to be created; <see cref="IndicatorParser"/> reads indicators.</summary>
internal static class CatalogParser
{
    private const int MaxKinds = 32;

    /// <summary>Reads a measure; what breaks a rule is noted.</summary>
    public static Measure Measure(V1.Measure sent, Violations found) => new()
    {
        Id = found.Measure("measure.id", sent.Id),
        Kind = Enums.From(found.Choice("measure.kind", sent.Kind, required: true)),
        Scale = found.Whole("measure.scale", sent.Scale, 0, DecimalText.MaxScale),
        Sources = Enums.From(found.Choice("measure.sources", sent.Sources)),
        Calendar = Enums.From(found.Choice("measure.calendar", sent.Calendar)),
        Categories = Categories(sent, found),
        Name = found.Text("measure.display_name", sent.DisplayName, Fields.MaxName, required: true),
        NameEn = found.Text("measure.display_name_en", sent.DisplayNameEn, Fields.MaxName),
        UnitOfMeasure = found.Text("measure.unit_of_measure", sent.UnitOfMeasure, Fields.MaxCode),
        ReportedBy = Kinds("measure.reported_by", sent.ReportedBy, found),
        DueDay = found.Whole("measure.due_day", sent.DueDay, 0, Units.Measure.MaxDueDay),
    };

    /// <summary>Kinds of units, each once.</summary>
    public static ImmutableArray<UnitKind> Kinds(string field, IReadOnlyList<V1.UnitKind> sent, Violations found)
    {
        found.Items(field, sent.Count, MaxKinds);
        HashSet<UnitKind> kinds = [];
        for (int i = 0; i < Math.Min(sent.Count, MaxKinds); i++)
        {
            string path = Fields.Item(field, i);
            if (!kinds.Add(Enums.From(found.Choice(path, sent[i], required: true))))
            {
                found.Add(GatewayReasons.Duplicate, path, sent[i].ToString());
            }
        }

        return [.. kinds.Order()];
    }

    private static ImmutableArray<Category> Categories(V1.Measure sent, Violations found)
    {
        found.Items("measure.categories", sent.Categories.Count, Units.Measure.MaxCategories);
        ImmutableArray<Category>.Builder categories = ImmutableArray.CreateBuilder<Category>();
        HashSet<string> ids = new(StringComparer.Ordinal);
        foreach (V1.Category category in sent.Categories.Take(Units.Measure.MaxCategories))
        {
            string path = string.Create(CultureInfo.InvariantCulture, $"measure.categories[{categories.Count}]");
            if (found.Id(path + ".id", category.Id) && !ids.Add(category.Id))
            {
                found.Add(GatewayReasons.Duplicate, path + ".id", category.Id);
            }

            categories.Add(new Category(
                (ushort)(categories.Count + 1), category.Id,
                found.Text(path + ".display_name", category.DisplayName, Fields.MaxName, required: true),
                found.Text(path + ".display_name_en", category.DisplayNameEn, Fields.MaxName)));
        }

        return categories.ToImmutable();
    }
}
