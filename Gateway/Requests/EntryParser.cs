using System.Globalization;
using Units.Gateway.Caches;
using Units.Gateway.Errors;

namespace Units.Gateway.Requests;

/// <summary>Judges one entry after another against the catalogue and the calendar.</summary>
internal sealed class EntryParser(CatalogueView catalogue, VietnamClock clock, Violations found)
{
    private readonly Month _civil = clock.CurrentMonth(MonthCalendar.Civil);
    private readonly Month _administrative = clock.CurrentMonth(MonthCalendar.Administrative);

    /// <summary>Reads an entry. One that breaks rules is refused for the first of them, and holds what could be read of it.</summary>
    public Entry Parse(V1.Entry sent, int index)
    {
        string path = string.Create(CultureInfo.InvariantCulture, $"entries[{index}]");
        int start = found.Count;
        Measure? measure = Measure(sent, path);
        ushort category = measure is null ? default : Category(sent, path, measure);
        Month? month = Month(sent, path, measure);
        if (measure is not null)
        {
            found.Calendar(path + ".calendar", sent.Calendar, measure.Calendar, measure.Id.Text);
        }

        (Amount value, SourceId newSource) = Statement(sent, path, measure);
        EntryKind kind = EntryText.Kind(sent);
        return new Entry
        {
            Kind = kind,
            Measure = measure?.Ref ?? default,
            Category = category,
            Month = kind == EntryKind.HandOver && month is { } m ? Units.Month.FirstOf(m.Year) : month ?? default,
            Value = value,
            Quality = (sent.Estimate ? Quality.Estimate : Quality.Final) | (sent.AtLeast ? Quality.AtLeast : Quality.Final),
            Revision = sent.HasRevision ? sent.Revision : null,
            NewSource = newSource,
            Refusal = found.FirstSince(start),
        };
    }

    private Measure? Measure(V1.Entry sent, string path)
    {
        if (catalogue.TryMeasure(sent.Measure, out Measure? measure))
        {
            return measure;
        }

        string field = path + ".measure";
        if (catalogue.TryIndicator(sent.Measure, out _))
        {
            found.Add(GatewayReasons.IndicatorNotReportable, field, sent.Measure);
        }
        else if (found.Id(field, sent.Measure))
        {
            found.Add(GatewayReasons.UnknownMeasure, field, sent.Measure);
        }

        return null;
    }

    private ushort Category(V1.Entry sent, string path, Measure measure)
    {
        if (CategoryText.TryFind(measure, sent.Category, out ushort? number))
        {
            return number ?? 0;
        }

        found.Add(GatewayReasons.UnknownCategory, path + ".category", sent.Category, measure.Id.Text);
        return default;
    }

    private Month? Month(V1.Entry sent, string path, Measure? measure)
    {
        string field = path + ".month";
        if (found.Month(field, sent.Month) is not { } month)
        {
            return null;
        }

        // Without a measure there is no calendar: the later of the two current months is the one that is surely right to refuse.
        bool administrative = measure is null || measure.Calendar == MonthCalendar.Administrative;
        Month current = administrative ? _administrative : _civil;
        if (month > current)
        {
            found.Add(GatewayReasons.MonthInFuture, field, sent.Month,
                current.ToString(), Calendars.Vi(Of(administrative)), Calendars.En(Of(administrative)));
        }

        return month;
    }

    private static MonthCalendar Of(bool administrative) => administrative ? MonthCalendar.Administrative : MonthCalendar.Civil;

    private (Amount Value, SourceId NewSource) Statement(V1.Entry sent, string path, Measure? measure)
    {
        string field = $"{path}.{EntryText.Field(sent)}";
        string text = EntryText.Statement(sent);
        switch (sent.StatementCase)
        {
            case V1.Entry.StatementOneofCase.None:
                found.Add(GatewayReasons.NoStatement, path, "");
                return default;
            case V1.Entry.StatementOneofCase.Clear:
                return default;
            case V1.Entry.StatementOneofCase.HandOver:
                if (measure is { Sources: SourceRule.Many })
                {
                    found.Add(GatewayReasons.HandOverOnManySources, field, text);
                }

                return (Amount.Zero, found.Source(field, text));
            case V1.Entry.StatementOneofCase.YearToDate when measure is { Kind: MeasureKind.Stock }:
                found.Add(GatewayReasons.YearToDateOnStock, field, text);
                break;
        }

        // Of a measure that is unknown only the shape of the number can be judged.
        return (found.Amount(field, text, measure?.Scale ?? DecimalText.MaxScale), default);
    }
}
