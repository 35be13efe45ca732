using System.Globalization;
using Google.Protobuf.Collections;
using Units.Gateway.Caches;
using Units.Gateway.Errors;
using Units.Gateway.Identity;

namespace Units.Gateway.Requests;

/// <summary>Reads targets of any kind; what breaks a rule is noted, each with the path of its field.</summary>
/// <param name="view">The catalogue.</param>
/// <param name="sight">What callers see: a unit that a target names is one of those, or is told in no way apart from one that does not exist.</param>
/// <param name="caller">Who sends them.</param>
/// <param name="found">Where it is noted.</param>
internal sealed class TargetParser(CatalogueView view, UnitSight sight, Caller caller, Violations found)
{
    /// <summary>Decimals of a share.</summary>
    public const int ShareScale = 6;

    /// <summary>Reads one. It is usable where nothing was noted.</summary>
    /// <param name="sent">What was sent.</param>
    /// <param name="prefix">Before the names of fields: <c>targets[3].</c>.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async ValueTask<Target?> Parse(V1.Target sent, string prefix, CancellationToken cancellation)
    {
        int before = found.Count;
        (TargetKey key, Indicator? indicator) = Key(prefix, sent.Indicator, sent.Range, sent.Tier);
        TargetKind kind = TargetEnums.From(found.Choice(prefix + "kind", sent.Kind, required: true));
        UnitId[] members = Listed(prefix + "members", sent.Members, Target.MaxMembers, found.Unit);
        int[] components = Listed(prefix + "components", sent.Components, Target.MaxComponents, (field, id) => Indicator(field, id)?.Number ?? 0);
        Decision? decision = found.Decision(prefix + "decision", sent.Decision);
        string words = found.Text(prefix + "words", sent.Words, Target.MaxWords);
        await Seen(prefix + "members", members, cancellation);
        if (indicator is null)
        {
            return null;
        }

        (Measure numerator, Measure? denominator) = view.MeasuresOf(indicator);
        found.Calendar(prefix + "calendar", sent.Calendar, numerator.Calendar, indicator.Id.Text);
        int scale = IndicatorMath.TargetScale(indicator, numerator);
        bool isAmount = indicator.IsAdditive;
        Target target = new()
        {
            Indicator = indicator.Number,
            Range = key.Range,
            Tier = key.Tier,
            Kind = kind,
            Lower = found.Figure(prefix + "lower", sent.Lower, scale, isAmount),
            Upper = found.Figure(prefix + "upper", sent.Upper, scale, isAmount),
            Numerator = found.Figure(prefix + "numerator", sent.Numerator, numerator.Scale, isAmount: true),
            Denominator = found.Figure(prefix + "denominator", sent.Denominator, denominator?.Scale ?? 0, isAmount: true),
            Members = [.. members],
            Reference = sent.Reference is { } reference ? await Reference(prefix + "reference.", reference, indicator, cancellation) : null,
            Components = [.. components],
            Course = Course(prefix + "course.", sent.Course, scale),
            Words = words,
            Decision = decision,
        };
        if (found.Count == before)
        {
            found.AddRange(target.Validate(indicator, prefix));
        }

        return found.Count == before ? target : null;
    }

    /// <summary>Reads where a target stands; the indicator is null where there is none of this id.</summary>
    public (TargetKey Key, Indicator? Indicator) Key(string prefix, string indicator, string range, V1.Tier tier)
    {
        Indicator? on = Indicator(prefix + "indicator", indicator);
        MonthRange? months = found.Range(prefix + "range", range);
        if (on is not null && months is { } asked && !view.Formula(on).IsDefinedOver(asked))
        {
            found.Add(GatewayReasons.RangeTooEarly, prefix + "range", range);
        }

        return (new TargetKey(on?.Number ?? 0, months ?? default, TargetEnums.From(found.Choice(prefix + "tier", tier))), on);
    }

    private Indicator? Indicator(string field, string id) => found.TargetedIndicator(view, field, id);

    private T[] Listed<T>(string field, RepeatedField<string> sent, int most, Func<string, string, T> read)
    {
        found.Items(field, sent.Count, most);
        return [.. sent.Take(most).Select((text, i) => read(Fields.Item(field, i), text))];
    }

    private async ValueTask Seen(string field, UnitId[] units, CancellationToken cancellation)
    {
        for (int i = 0; i < units.Length; i++)
        {
            await found.RequireSeen(sight, caller, Fields.Item(field, i), units[i], cancellation);
        }
    }

    private async ValueTask<TargetReference> Reference(string prefix, V1.TargetReference sent, Indicator own, CancellationToken cancellation)
    {
        UnitId unit = found.Unit(prefix + "unit", sent.Unit);
        await found.RequireSeen(sight, caller, prefix + "unit", unit, cancellation);
        Indicator? indicator = sent.Indicator.Length == 0 ? own : Indicator(prefix + "indicator", sent.Indicator);
        MonthRange? range = sent.Range.Length == 0 ? null : found.Range(prefix + "range", sent.Range);
        return new TargetReference(unit, indicator?.Number ?? 0, TargetEnums.From(found.Choice(prefix + "tier", sent.Tier)), range);
    }

    private TargetCourse Course(string prefix, V1.TargetCourse? sent, int scale)
    {
        if (sent is null)
        {
            return TargetCourse.Even;
        }

        CourseKind kind = TargetEnums.From(found.Choice(prefix + "kind", sent.Kind));
        found.Items(prefix + "steps", sent.Steps.Count, MonthRange.MaxLength);
        return new TargetCourse(kind, [.. sent.Steps.Take(MonthRange.MaxLength).Select(
            (step, i) => found.Amount(Fields.Item(prefix + "steps", i), step, kind == CourseKind.Shares ? ShareScale : scale))]);
    }
}
