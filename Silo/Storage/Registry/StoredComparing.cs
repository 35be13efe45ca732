using System.Collections.Immutable;

namespace Units.Silo.Storage;

/// <summary>What the database keeps of how an indicator is compared, and of formulas with more than two terms.</summary>
internal sealed record StoredComparing(
    int Base, ImmutableArray<int> Kinds, ImmutableArray<int> Components, bool LowerIsBetter, int Ahead, int OnCourse, int AtRisk)
{
    /// <summary>As an indicator is that says nothing of it.</summary>
    public static readonly StoredComparing None = new((int)SumTime.YearBefore, [], [], false,
        StatusThresholds.Usual.Ahead, StatusThresholds.Usual.OnCourse, StatusThresholds.Usual.AtRisk);

    /// <summary>The stored form; null where the first shape of an indicator says it all.</summary>
    public static StoredComparing? From(Indicator indicator)
    {
        bool isOld = indicator is { Base: SumTime.YearBefore, Kinds.Length: 0, Components.Length: 0, LowerIsBetter: false, Formula: <= FormulaKind.WeightedMean }
            && indicator.Thresholds == StatusThresholds.Usual
            && (indicator.Formula != FormulaKind.Growth || indicator.Denominator is null);
        return isOld ? null : new StoredComparing(
            (int)indicator.Base, [.. indicator.Kinds.Select(kind => (int)kind)], indicator.Components, indicator.LowerIsBetter,
            indicator.Thresholds.Ahead, indicator.Thresholds.OnCourse, indicator.Thresholds.AtRisk);
    }

    /// <summary>The indicator with it.</summary>
    public Indicator Onto(Indicator indicator) => indicator with
    {
        Base = (SumTime)Base,
        Kinds = [.. Kinds.Select(kind => (UnitKind)kind)],
        Components = Components,
        LowerIsBetter = LowerIsBetter,
        Thresholds = new StatusThresholds(Ahead, OnCourse, AtRisk),
    };
}
