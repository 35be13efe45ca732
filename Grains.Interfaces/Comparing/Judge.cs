using System.Collections.Immutable;

namespace Units;

/// <summary>Judges whether values keep a target.</summary>
public static class Judge
{
    /// <summary>Whether a value keeps the bounds.</summary>
    /// <param name="bounds">The bounds.</param>
    /// <param name="value">The value.</param>
    /// <param name="before">The value of the same months a year before; only a direction looks at it.</param>
    /// <param name="members">The units that a count names; each has to be among those that have attained.</param>
    public static Finding Of(TargetBounds bounds, IndicatorValue value, IndicatorValue? before, ImmutableArray<UnitId> members = default)
    {
        if (value.Value is not { } now)
        {
            return Finding.Lacks(Missing(value));
        }

        if (bounds.Kind is TargetKind.Increase or TargetKind.Decrease)
        {
            return before?.Value is not { } then ? Finding.Lacks(Gap.NothingBefore)
                : Partial(value, Finding.Is(bounds.Kind == TargetKind.Increase ? now > then : now < then));
        }

        if (bounds.Figure is null)
        {
            return Finding.Lacks(Gap.NoTarget);
        }

        bool named = members.IsDefaultOrEmpty || value.Count is not { } count || members.All(count.Who.Contains);
        return Partial(value, Finding.Is(bounds.Contain(now) && named));
    }

    /// <summary>Whether the value kept the bounds in each month that has one. A month outside is not made good by later ones.</summary>
    /// <param name="bounds">The bounds.</param>
    /// <param name="months">The value of each month, with the month.</param>
    public static Finding Maintained(TargetBounds bounds, IEnumerable<(Month Month, IndicatorValue Value)> months)
    {
        if (bounds.Figure is null)
        {
            return Finding.Lacks(Gap.NoTarget);
        }

        ImmutableArray<Month>.Builder breaches = ImmutableArray.CreateBuilder<Month>();
        bool any = false;
        bool partial = false;
        foreach ((Month month, IndicatorValue value) in months)
        {
            if (value.Value is not { } then)
            {
                continue;
            }

            any = true;
            partial |= value.IsPartial;
            if (!bounds.Contain(then))
            {
                breaches.Add(month);
            }
        }

        return !any ? Finding.Lacks(Gap.NotReported)
            : breaches.Count > 0 ? Finding.Is(false) with { Breaches = breaches.ToImmutable() }
            : partial ? Finding.Lacks(Gap.Partial) : Finding.Is(true);
    }

    /// <summary>A headline: met when all of its components are, not met as soon as one is not.</summary>
    public static Finding OfAll(IReadOnlyCollection<Finding> components) =>
        components.Any(c => c.Verdict == Verdict.NotMet) ? Finding.Is(false)
        : components.Count == 0 || components.Any(c => c.Verdict == Verdict.NotAssessable) ? Finding.Lacks(Gap.Component)
        : Finding.Is(true);

    /// <summary>Why there is no value; none where there is one.</summary>
    public static Gap Missing(IndicatorValue value) => value switch
    {
        { Quotient: not null } => Gap.None,
        { Reported: true, Numerator: not null, Denominator: null } => Gap.KnownAtTheUnit,
        { Reported: true } => Gap.OverZero,
        _ => Gap.NotReported,
    };

    /// <summary>What is known of a part can break a bound, but not prove that it is kept.</summary>
    private static Finding Partial(IndicatorValue value, Finding finding) =>
        value.IsPartial && finding.Verdict == Verdict.Met ? Finding.Lacks(Gap.Partial) : finding;
}
