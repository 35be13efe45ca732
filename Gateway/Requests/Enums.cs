using Units.Gateway.Errors;

namespace Units.Gateway.Requests;

/// <summary>Choices between the wire, where 0 is unspecified, and the vocabulary.</summary>
internal static class Enums
{
    /// <summary>The choice as it is sent, noted where nobody defined it or where one must be made. What nobody defined is read as if nothing were said:
    /// its number need not fit the vocabulary's.</summary>
    public static T Choice<T>(this Violations found, string field, T value, bool required = false)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(value))
        {
            found.Add(GatewayReasons.BadChoice, field, value.ToString());
            return default;
        }

        if (required && EqualityComparer<T>.Default.Equals(value, default))
        {
            found.Add(GatewayReasons.FieldRequired, field, "");
        }

        return value;
    }

    /// <summary>To the vocabulary: the names agree, the numbers too.</summary>
    public static UnitKind From(V1.UnitKind kind) => (UnitKind)(int)kind;

    /// <summary>To the wire.</summary>
    public static V1.UnitKind To(UnitKind kind) => (V1.UnitKind)(int)kind;

    /// <summary>To the vocabulary.</summary>
    public static MeasureKind From(V1.MeasureKind kind) => kind == V1.MeasureKind.Stock ? MeasureKind.Stock : MeasureKind.Flow;

    /// <summary>To the wire.</summary>
    public static V1.MeasureKind To(MeasureKind kind) => kind == MeasureKind.Stock ? V1.MeasureKind.Stock : V1.MeasureKind.Flow;

    /// <summary>To the vocabulary; one source where nothing is said.</summary>
    public static SourceRule From(V1.SourceRule rule) => rule == V1.SourceRule.Many ? SourceRule.Many : SourceRule.One;

    /// <summary>To the wire.</summary>
    public static V1.SourceRule To(SourceRule rule) => rule == SourceRule.Many ? V1.SourceRule.Many : V1.SourceRule.One;

    /// <summary>To the vocabulary; civil where nothing is said.</summary>
    public static MonthCalendar From(V1.MonthCalendar calendar) =>
        calendar == V1.MonthCalendar.Administrative ? MonthCalendar.Administrative : MonthCalendar.Civil;

    /// <summary>To the wire.</summary>
    public static V1.MonthCalendar To(MonthCalendar calendar) =>
        calendar == MonthCalendar.Administrative ? V1.MonthCalendar.Administrative : V1.MonthCalendar.Civil;

    /// <summary>To the vocabulary.</summary>
    public static FormulaKind From(V1.FormulaKind kind) => kind switch
    {
        V1.FormulaKind.Ratio => FormulaKind.Ratio,
        V1.FormulaKind.Growth => FormulaKind.Growth,
        V1.FormulaKind.WeightedMean => FormulaKind.WeightedMean,
        V1.FormulaKind.AttainedCount => FormulaKind.AttainedCount,
        V1.FormulaKind.Minimum => FormulaKind.Minimum,
        V1.FormulaKind.Worst => FormulaKind.Worst,
        _ => FormulaKind.Amount,
    };

    /// <summary>To the wire.</summary>
    public static V1.FormulaKind To(FormulaKind kind) => kind switch
    {
        FormulaKind.Ratio => V1.FormulaKind.Ratio,
        FormulaKind.Growth => V1.FormulaKind.Growth,
        FormulaKind.WeightedMean => V1.FormulaKind.WeightedMean,
        FormulaKind.AttainedCount => V1.FormulaKind.AttainedCount,
        FormulaKind.Minimum => V1.FormulaKind.Minimum,
        FormulaKind.Worst => V1.FormulaKind.Worst,
        FormulaKind.Amount => V1.FormulaKind.Amount,
        _ => V1.FormulaKind.Unspecified,
    };

    /// <summary>To the wire: the names agree, the numbers are one more.</summary>
    public static V1.TargetStatus To(TargetStatus status) => (V1.TargetStatus)((int)status + 1);

    /// <summary>To the wire: the names agree, the numbers too.</summary>
    public static V1.Gap To(Gap gap) => (V1.Gap)(int)gap;

    /// <summary>To the vocabulary.</summary>
    public static Bound From(V1.Bound bound) => bound == V1.Bound.AtMost ? Bound.AtMost : Bound.AtLeast;

    /// <summary>To the wire.</summary>
    public static V1.Bound To(Bound bound) => bound == Bound.AtMost ? V1.Bound.AtMost : V1.Bound.AtLeast;

    /// <summary>To the vocabulary.</summary>
    public static EntryOutcome From(V1.EntryOutcome outcome) => outcome switch
    {
        V1.EntryOutcome.Unchanged => EntryOutcome.Unchanged,
        V1.EntryOutcome.Superseded => EntryOutcome.Superseded,
        V1.EntryOutcome.Refused => EntryOutcome.Refused,
        _ => EntryOutcome.Accepted,
    };

    /// <summary>To the wire.</summary>
    public static V1.JournalEntryKind To(JournalLineKind kind) => kind switch
    {
        JournalLineKind.Set => V1.JournalEntryKind.Set,
        JournalLineKind.YearToDate => V1.JournalEntryKind.YearToDate,
        JournalLineKind.Add => V1.JournalEntryKind.Add,
        JournalLineKind.Clear => V1.JournalEntryKind.Clear,
        JournalLineKind.HandOver => V1.JournalEntryKind.HandOver,
        JournalLineKind.Carried => V1.JournalEntryKind.Carried,
        JournalLineKind.Target or JournalLineKind.RatioTarget => V1.JournalEntryKind.Target,
        JournalLineKind.Move => V1.JournalEntryKind.Move,
        JournalLineKind.ClosePeriod => V1.JournalEntryKind.ClosePeriod,
        JournalLineKind.ReopenPeriod => V1.JournalEntryKind.ReopenPeriod,
        >= JournalLineKind.PlanDraft and <= JournalLineKind.Allot => V1.JournalEntryKind.PlanDraft + (kind - JournalLineKind.PlanDraft),
        _ => V1.JournalEntryKind.Unspecified,
    };

    /// <summary>To the wire.</summary>
    public static V1.EntryOutcome To(EntryOutcome outcome) => outcome switch
    {
        EntryOutcome.Accepted => V1.EntryOutcome.Accepted,
        EntryOutcome.Unchanged => V1.EntryOutcome.Unchanged,
        EntryOutcome.Superseded => V1.EntryOutcome.Superseded,
        EntryOutcome.Refused => V1.EntryOutcome.Refused,
        _ => V1.EntryOutcome.Unspecified,
    };
}
