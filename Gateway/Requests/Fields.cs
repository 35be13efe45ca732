using System.Globalization;
using Units.Gateway.Errors;
using Units.Gateway.Identity;

namespace Units.Gateway.Requests;

/// <summary>Reads single fields. What does not follow its rule is noted and read as the default.</summary>
internal static class Fields
{
    /// <summary>The longest name.</summary>
    public const int MaxName = 200;

    /// <summary>The longest scheme or code of an identifier.</summary>
    public const int MaxCode = 64;

    /// <summary>The path of an item of a list.</summary>
    public static string Item(string field, int index) => string.Create(CultureInfo.InvariantCulture, $"{field}[{index}]");

    /// <summary>The id of a unit.</summary>
    public static UnitId Unit(this Violations found, string field, string text) => found.Id(field, text) ? new UnitId(text) : default;

    /// <summary>Notes a unit that does not exist or that the caller does not see, which is told in no way apart; one whose id could not be read
    /// is noted already.</summary>
    public static async ValueTask RequireSeen(
        this Violations found, UnitSight sight, Caller caller, string field, UnitId unit, CancellationToken cancellation)
    {
        if (unit.Text.Length > 0 && !await sight.Sees(caller, unit, cancellation))
        {
            found.Add(GatewayReasons.UnitNotFound, field, unit.Text);
        }
    }

    /// <summary>The id of a source.</summary>
    public static SourceId Source(this Violations found, string field, string text) => found.Id(field, text) ? new SourceId(text) : default;

    /// <summary>The id of a measure.</summary>
    public static MeasureId Measure(this Violations found, string field, string text) => found.Id(field, text) ? new MeasureId(text) : default;

    /// <summary>The id of an indicator.</summary>
    public static IndicatorId Indicator(this Violations found, string field, string text) =>
        found.Id(field, text) ? new IndicatorId(text) : default;

    /// <summary>The id of a report or a request.</summary>
    public static ReportId Report(this Violations found, string field, string text)
    {
        if (text.Length == 0)
        {
            found.Add(GatewayReasons.FieldRequired, field, text);
            return default;
        }

        if (ReportId.IsValid(text))
        {
            return new ReportId(text);
        }

        found.Add(GatewayReasons.BadReportId, field, text, ReportId.Rule);
        return default;
    }

    /// <summary>True when the text is an identifier of ours.</summary>
    public static bool Id(this Violations found, string field, string text)
    {
        if (IdentifierText.IsValid(text))
        {
            return true;
        }

        if (text.Length == 0)
        {
            found.Add(GatewayReasons.FieldRequired, field, text);
        }
        else
        {
            found.Add(GatewayReasons.BadIdentifier, field, text, IdentifierText.Rule);
        }

        return false;
    }

    /// <summary>A range of months; null where it is none.</summary>
    public static MonthRange? Range(this Violations found, string field, string text)
    {
        if (text.Length == 0)
        {
            found.Add(GatewayReasons.FieldRequired, field, text);
        }
        else if (!MonthRange.TryParse(text, out MonthRange range))
        {
            found.Add(GatewayReasons.BadRange, field, text, Number(MonthRange.MaxLength));
        }
        else
        {
            return range;
        }

        return null;
    }

    /// <summary>A month.</summary>
    public static Month? Month(this Violations found, string field, string text)
    {
        if (Units.Month.TryParse(text, out Month month))
        {
            return month;
        }

        found.Add(text.Length == 0 ? GatewayReasons.FieldRequired : GatewayReasons.BadMonth, field, text);
        return null;
    }

    /// <summary>A date, or null where the text is empty.</summary>
    public static DateOnly? Date(this Violations found, string field, string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
            && date.Year >= Units.Month.MinValue.Year && date.Year <= Units.Month.MaxValue.Year)
        {
            return date;
        }

        found.Add(GatewayReasons.BadDate, field, text);
        return null;
    }

    /// <summary>A text that people read. Control characters are refused: databases and terminals choke on some of them.</summary>
    public static string Text(this Violations found, string field, string text, int max, bool required = false)
    {
        if (required && string.IsNullOrWhiteSpace(text))
        {
            found.Add(GatewayReasons.FieldRequired, field, text);
        }
        else if (text.Length > max || text.Any(char.IsControl))
        {
            found.Add(GatewayReasons.BadText, field, text.Any(char.IsControl) ? "" : text, Number(max));
        }

        return text;
    }

    /// <summary>A whole number within bounds.</summary>
    public static int Whole(this Violations found, string field, int value, int least, int most)
    {
        if (value < least || value > most)
        {
            found.Add(GatewayReasons.NumberOutOfRange, field, Number(value), Number(least), Number(most));
        }

        return value;
    }

    /// <summary>A list within its bound.</summary>
    public static void Items(this Violations found, string field, int count, int most)
    {
        if (count > most)
        {
            found.Add(GatewayReasons.TooManyItems, field, "", Number(count), Number(most));
        }
    }

    /// <summary>A decimal string as an amount of a scale.</summary>
    public static Amount Amount(this Violations found, string field, string text, int scale)
    {
        switch (DecimalText.Parse(text, scale, out Amount amount))
        {
            case DecimalTextError.None:
                return amount;
            case DecimalTextError.TooManyDecimals:
                found.Add(GatewayReasons.TooManyDecimals, field, text, Number(scale));
                break;
            case DecimalTextError.OutOfRange:
                found.Add(GatewayReasons.ValueOutOfRange, field, text, DecimalText.Format(new Amount(Units.Amount.MaxStored), scale));
                break;
            case DecimalTextError.NotANumber:
            default:
                found.Add(text.Length == 0 ? GatewayReasons.FieldRequired : GatewayReasons.NotANumber, field, text);
                break;
        }

        return Units.Amount.Zero;
    }

    /// <summary>A number as a message shows it.</summary>
    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
