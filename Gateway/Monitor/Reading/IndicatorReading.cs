using System.Collections.Immutable;

namespace Units.Gateway.Monitor.Reading;

/// <summary>An indicator of a unit as a screen needs it. What it says of targets was judged by <see cref="Comparer"/>.</summary>
internal sealed record IndicatorReading
{
    /// <summary>The indicator with what it is computed from.</summary>
    public required Formula Formula { get; init; }

    /// <summary>How far the period has come.</summary>
    public required PeriodCourse Course { get; init; }

    /// <summary>Its exact value so far in the period, the month that runs among it.</summary>
    public required IndicatorValue Value { get; init; }

    /// <summary>Its value in the month that has begun last.</summary>
    public required IndicatorValue Month { get; init; }

    /// <summary>How many statements there are of the month of which it is told who has reported.</summary>
    public required long Statements { get; init; }

    /// <summary>How many there are of the month that has begun last.</summary>
    public required long StatementsSince { get; init; }

    /// <summary>Its value over the judged months, beside the same of a year before.</summary>
    public required ComparedUnit Judged { get; init; }

    /// <summary>Its targets for the period, of every tier, held against the judged months.</summary>
    public required ImmutableArray<TargetComparison> Targets { get; init; }

    /// <summary>The same targets held against all that is known now.</summary>
    public required ImmutableArray<TargetComparison> Live { get; init; }

    /// <summary>Value over expected at the end of the judged month before; null where there was none.</summary>
    public Fraction? ScoreBefore { get; init; }

    /// <summary>The indicator.</summary>
    public Indicator Indicator => Formula.Indicator;

    /// <summary>The measure behind it.</summary>
    public Measure Numerator => Formula.Numerator;

    /// <summary>The target in front: the assigned one, else that of the next tier that has one; null where none is set.</summary>
    public TargetComparison? Target => Targets.IsEmpty ? null : Targets[0];

    /// <summary>Its bounds; null without a target or where it has none.</summary>
    public TargetBounds? Bounds => Target?.Bounds;

    /// <summary>Its status. What can no longer be missed is attained at once, also by what came after the judged months.</summary>
    public TargetStatus Status => StatusOf(Target);

    /// <summary>Why there is no status; none where there is one.</summary>
    public Gap Why => WhyOf(Target);

    /// <summary>By what children are ranked: value over expected, turned where less is better.</summary>
    public Fraction? Score => IsSilent ? null : Target?.PercentOfExpected;

    /// <summary>What the value comes to by the end of its target's months at the current pace; null where that cannot be told.</summary>
    public Fraction? Forecast => Target is { HasEnded: false, Projected: { } projected } && !IsSilent && Formula.Accumulates ? projected : null;

    /// <summary>True where it stands well by now and at the current pace misses its target nevertheless: what is a little short of what was expected is on course.</summary>
    public bool IsForecastMissed => MayMiss(Status) && Forecast is { } end && Bounds is { } bounds && !bounds.Contain(end);

    /// <summary>True where nobody has reported the month that was due last: what is known of earlier ones says nothing of how it stands.</summary>
    public bool IsSilent => Course.Due is not null && Statements == 0 && Numerator.Kind == MeasureKind.Flow;

    /// <summary>The value as a decimal; null where it is missing.</summary>
    public decimal? Shown => Figures.Of(Value);

    /// <summary>The figure that the target is named by; null where there is none.</summary>
    public decimal? Figure => Figures.Of(Bounds?.Figure);

    /// <summary>True where less is better.</summary>
    public bool LowerIsBetter => Bounds?.LowerIsBetter ?? Indicator.LowerIsBetter;

    /// <summary>Value over target in per cent; null where either is missing, the target is 0, or more is not always better: then it would read backwards.</summary>
    public decimal? Percent => !LowerIsBetter && Bounds?.Upper is null && Shown is { } value && Figure is { } figure && figure != 0 ? value / figure * 100 : null;

    /// <summary>True where nothing is said of the month that was due last nor of the one that runs, so that the value is of earlier ones.</summary>
    public bool IsOld => Shown is not null && Statements == 0 && StatementsSince == 0;

    /// <summary>True where there is something to show: a value or a target.</summary>
    public bool IsAbout => Value.Quotient is not null || Target is not null;

    /// <summary>Decimals to show.</summary>
    public int Decimals => Indicator.Formula == FormulaKind.Amount ? Math.Min(1, Numerator.Scale) : Indicator.Decimals;

    /// <summary>True for a good status that is no promise: what has it may miss its target by the end.</summary>
    public static bool MayMiss(TargetStatus status) => status is TargetStatus.OnCourse or TargetStatus.Ahead;

    /// <summary>The status of one of its targets.</summary>
    public TargetStatus StatusOf(TargetComparison? target) => target is null ? TargetStatus.NotYetAssessable
        : Live.FirstOrDefault(t => (t.Target.Tier, t.Target.Range) == (target.Target.Tier, target.Target.Range))?.Status == TargetStatus.Attained
            ? TargetStatus.Attained
        : IsSilent && target.Target.Kind is not (TargetKind.Qualitative or TargetKind.Composite) ? TargetStatus.NotYetAssessable
        : target.Status;

    /// <summary>Why there is no status by one of its targets.</summary>
    public Gap WhyOf(TargetComparison? target) => target is null ? Gap.NoTarget
        : StatusOf(target) != TargetStatus.NotYetAssessable ? Gap.None
        : target.StatusGap == Gap.None ? Gap.NotReported : target.StatusGap;
}
