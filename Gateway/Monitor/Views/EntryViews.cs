using System.Globalization;
using Units.Gateway.Caches;
using Units.Gateway.Errors;
using Units.Gateway.Monitor.Asking;
using Units.Gateway.Monitor.Reading;
using Units.Gateway.Monitor.Words;

namespace Units.Gateway.Monitor.Views;

/// <summary>Writes lines of journals in words.</summary>
internal static class EntryViews
{
    /// <summary>A line in a table.</summary>
    public static EntryView Of(UnitId unit, JournalLine line, CatalogueView view, MonitorAsk ask)
    {
        Language language = ask.Language;
        (string subject, int scale, string unitOfMeasure) = Subject(line, view, language);
        bool isReport = line.Kind is JournalLineKind.Set or JournalLineKind.Add or JournalLineKind.YearToDate or JournalLineKind.Clear;
        return new EntryView
        {
            At = TimeText.Moment(line.ReceivedAt),
            Who = line.Who ?? (line.By.Length > 0 ? line.By : ""),
            Source = line.Source.Text,
            Subject = subject,
            Month = line.Span <= 1 ? TimeText.Month(line.Month, language) : TimeText.Period(new MonthRange(line.Month, line.Month.Plus(line.Span - 1)), language),
            Said = Said(line, Value(Figures.Of(line.Value, scale), scale, unitOfMeasure, language), language),
            Delta = line.Delta.IsZero ? "0" : NumberText.WithSign(Figures.Of(line.Delta, scale), scale, language),
            Outcome = Outcome(line, language),
            IsRefused = line.Outcome == EntryOutcome.Refused,
            Receipt = string.Create(CultureInfo.InvariantCulture, $"{unit.Text}/{line.Place.Sequence}"),
            Report = line.Report.Text,
            ReceiptHref = isReport
                ? $"/v1/units/{unit.Text}/receipt?source={Uri.EscapeDataString(line.Source.Text)}&report_id={Uri.EscapeDataString(line.Report.Text)}"
                : "",
        };
    }

    /// <summary>A line in the ticker.</summary>
    /// <param name="news">The line.</param>
    /// <param name="unit">Its unit; null where the registry does not know it.</param>
    /// <param name="above">The units above such units, as far as they are known.</param>
    /// <param name="today">Today.</param>
    /// <param name="context">The page.</param>
    public static NewsView Of(News news, Unit? unit, IReadOnlyDictionary<UnitId, Unit> above, DateOnly today, PageContext context)
    {
        MonitorAsk ask = context.Ask;
        Language language = ask.Language;
        (string subject, int scale, string unitOfMeasure) = Subject(news.Line, context.Catalogue, language);
        // On the page of a province its own name would only be said again; on its own page a unit needs none.
        string Named(string name) => ask.Kiosk ? UnitWords.Short(name) : name;
        string parent = news.Unit != context.Unit.Id && unit?.ParentIn(context.Period.To) is { } id && id != context.Unit.Id && above.TryGetValue(id, out Unit? known)
            ? $", {Named(UnitWords.Name(known, id, context.Period, language))}" : "";
        return new NewsView(
            TimeText.Recent(news.Line.ReceivedAt, today),
            Named(UnitWords.Name(unit, news.Unit, context.Period, language)) + parent,
            $"{subject} {TimeText.Month(news.Line.Month, language)}: {Said(news.Line, Brief(Figures.Of(news.Line.Value, scale), scale, unitOfMeasure, language), language)}",
            ask.Of(news.Unit.Text).At(MonitorView.Entries).Address);
    }

    private static (string Name, int Scale, string Unit) Subject(JournalLine line, CatalogueView view, Language language)
    {
        if (line.Kind is JournalLineKind.Target or JournalLineKind.RatioTarget)
        {
            return line.Subject is { } number && view.TryIndicator(number, out Indicator? indicator)
                ? (IndicatorWords.Name(indicator, language), IndicatorMath.TargetScale(indicator, view.MeasuresOf(indicator).Numerator), indicator.UnitOfMeasure)
                : ("", 0, "");
        }

        if (line.Subject is not { } measured || !view.TryMeasure(measured, out Measure? measure))
        {
            return ("", 0, "");
        }

        string name = language == Language.En && measure.NameEn.Length > 0 ? measure.NameEn : measure.Name;
        Category? category = line.Category == 0 ? null : measure.Categories.FirstOrDefault(c => c.Number == line.Category);
        return (category is null ? name : $"{name} – {(language == Language.En && category.NameEn.Length > 0 ? category.NameEn : category.Name)}",
            measure.Scale, measure.UnitOfMeasure);
    }

    private static string Value(decimal value, int scale, string unitOfMeasure, Language language) =>
        $"{NumberText.Of(value, scale, language)} {UnitText.Of("", unitOfMeasure, language)}".TrimEnd();

    /// <summary>The same as one says it: 51 triệu đồng, where 0,051 tỷ đồng were sent.</summary>
    private static string Brief(decimal value, int scale, string unitOfMeasure, Language language) => unitOfMeasure == UnitText.BillionDong && Math.Abs(value) is > 0 and < 1
        ? Value(value * 1_000, Math.Max(0, scale - 3), UnitText.MillionDong, language)
        : Value(value, scale, unitOfMeasure, language);

    private static string Said(JournalLine line, string value, Language language)
    {
        bool isVi = language == Language.Vi;
        string text = line.Kind switch
        {
            JournalLineKind.Set => value,
            JournalLineKind.YearToDate => isVi ? $"lũy kế {value}" : $"year to date {value}",
            JournalLineKind.Add => isVi ? $"thêm {value}" : $"add {value}",
            JournalLineKind.Clear => isVi ? "xóa số liệu" : "cleared",
            JournalLineKind.HandOver => isVi ? $"chuyển nguồn cho {line.To}" : $"handed over to {line.To}",
            JournalLineKind.Carried => isVi ? "điều chỉnh theo lũy kế" : "carried by a year-to-date figure",
            JournalLineKind.Target or JournalLineKind.RatioTarget => isVi ? $"giao chỉ tiêu {value}" : $"target {value}",
            JournalLineKind.Move => isVi ? $"chuyển về {line.To}" : $"moved to {line.To}",
            JournalLineKind.ClosePeriod => isVi ? $"khóa kỳ: {line.Reason}" : $"closed: {line.Reason}",
            JournalLineKind.ReopenPeriod => isVi ? $"mở lại kỳ: {line.Reason}" : $"reopened: {line.Reason}",
            JournalLineKind.Allot => isVi ? "phân bổ chỉ tiêu" : "targets allotted",
            _ => isVi ? "bước của kế hoạch" : "a step of a plan",
        };
        string quality = (line.Quality.HasFlag(Quality.Estimate) ? (isVi ? " (ước)" : " (estimate)") : "")
            + (line.Quality.HasFlag(Quality.AtLeast) ? (isVi ? " (trên)" : " (at least)") : "");
        return text + quality;
    }

    private static string Outcome(JournalLine line, Language language) => (line.Outcome, language) switch
    {
        (EntryOutcome.Refused, _) when line.Violation is { } violation => ErrorText.Sentence(language, violation.Reason, violation.Arguments),
        (EntryOutcome.Refused, Language.Vi) => "từ chối",
        (EntryOutcome.Refused, _) => "refused",
        (EntryOutcome.Superseded, Language.Vi) => "bị bản mới hơn thay",
        (EntryOutcome.Superseded, _) => "superseded",
        (EntryOutcome.Unchanged, Language.Vi) => "không đổi",
        (EntryOutcome.Unchanged, _) => "unchanged",
        (_, Language.Vi) => "đã nhận",
        _ => "accepted",
    };
}
