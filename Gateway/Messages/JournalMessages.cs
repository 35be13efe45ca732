using Google.Protobuf.WellKnownTypes;
using Units.Gateway.Caches;
using Units.Gateway.Requests;

namespace Units.Gateway.Messages;

/// <summary>Writes lines of a journal on the wire.</summary>
internal static class JournalMessages
{
    /// <summary>True when the catalogue knows all that the lines are about.</summary>
    public static bool Covers(CatalogueView view, JournalPage page) => page.Lines.All(line => line.Subject is not { } subject
        || (IsTarget(line) ? view.TryIndicator(subject, out _) : view.TryMeasure(subject, out _)));

    /// <summary>A line.</summary>
    public static V1.JournalEntry Of(JournalLine line, CatalogueView view)
    {
        Measure? measure = line.Subject is { } m && !IsTarget(line) && view.TryMeasure(m, out Measure? known) ? known : null;
        Indicator? indicator = line.Subject is { } i && IsTarget(line) && view.TryIndicator(i, out Indicator? found) ? found : null;
        int scale = measure?.Scale ?? (indicator is null ? 0 : ScaleOf(PartOf(line), indicator, view));
        V1.JournalEntry entry = new()
        {
            Sequence = line.Place.Sequence,
            N = line.Place.N,
            Source = line.Source.Text,
            ReportId = line.Report.Text,
            ReceivedAt = Timestamp.FromDateTimeOffset(line.ReceivedAt),
            Kind = Enums.To(line.Kind),
            Measure = measure?.Id.Text ?? "",
            Category = measure is not null ? CategoryText.IdOf(measure, line.Category) : "",
            Indicator = indicator?.Id.Text ?? "",
            Range = Range(line),
            Value = HasValue(line) ? DecimalText.Format(line.Value, scale) : "",
            Estimate = line.Quality.HasFlag(Quality.Estimate),
            AtLeast = line.Quality.HasFlag(Quality.AtLeast),
            Outcome = Enums.To(line.Outcome),
            Delta = DecimalText.Format(line.Delta, scale),
            Amount = line.Amount is { } amount ? DecimalText.Format(amount, scale) : "",
            Violation = line.Violation is { } violation ? ReceiptMessages.Of(violation) : null,
            By = line.By,
            Reason = line.Reason,
            To = line.To,
            Who = line.Who ?? "",
            Tier = indicator is null ? V1.Tier.Unspecified : TargetEnums.To((Tier)(line.Category >> 8)),
            Part = indicator is null ? "" : TargetMessages.NameOf(PartOf(line)),
            Plan = line.Plan,
        };
        if (line.Revision is { } revision)
        {
            entry.Revision = revision;
        }

        if (line.Replaced is { } replaced)
        {
            entry.Replaced = new V1.ReplacedStatement
            {
                Amount = DecimalText.Format(replaced.Amount, scale),
                Source = replaced.Source.Text,
                Sequence = replaced.Sequence,
                Estimate = replaced.Quality.HasFlag(Quality.Estimate),
                AtLeast = replaced.Quality.HasFlag(Quality.AtLeast),
            };
        }

        return entry;
    }

    private static TargetPart PartOf(JournalLine line) => (TargetPart)(line.Category & 0xFF);

    private static int ScaleOf(TargetPart part, Indicator indicator, CatalogueView view) => part switch
    {
        TargetPart.Lower or TargetPart.Upper => IndicatorMath.TargetScale(indicator, view.MeasuresOf(indicator).Numerator),
        TargetPart.Numerator => view.MeasuresOf(indicator).Numerator.Scale,
        TargetPart.Denominator => view.MeasuresOf(indicator).Denominator?.Scale ?? 0,
        _ => 0,
    };

    private static bool IsTarget(JournalLine line) => line.Kind is JournalLineKind.Target or JournalLineKind.RatioTarget;

    private static bool HasValue(JournalLine line) =>
        line.Kind is JournalLineKind.Set or JournalLineKind.YearToDate or JournalLineKind.Add || IsTarget(line);

    private static string Range(JournalLine line) => line.Span <= 1
        ? line.Month.ToString()
        : new MonthRange(line.Month, line.Month.Plus(line.Span - 1)).ToString();
}
