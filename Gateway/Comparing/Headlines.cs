using System.Collections.Immutable;

namespace Units.Gateway.Comparing;

/// <summary>Judges headlines by their components, from the inside out.</summary>
internal static class Headlines
{
    /// <summary>The indicators with their headlines judged. One that names itself on a way through others cannot be assessed.</summary>
    public static ImmutableArray<ComparedIndicator> Of(IReadOnlyCollection<ComparedIndicator> indicators)
    {
        if (!indicators.Any(i => i.Targets.Any(t => t.Target.Kind == TargetKind.Composite)))
        {
            return [.. indicators];
        }

        Dictionary<int, ComparedIndicator> known = indicators.ToDictionary(i => i.Number);
        return [.. indicators.Select(i => i with { Targets = [.. i.Targets.Select(t => Judge(t, known, []))] })];
    }

    private static TargetComparison Judge(TargetComparison target, Dictionary<int, ComparedIndicator> known, ImmutableHashSet<int> above)
    {
        if (target.Target is not { Kind: TargetKind.Composite, Stated.Components: var components })
        {
            return target;
        }

        ImmutableHashSet<int> here = above.Add(target.Target.Indicator);
        List<TargetComparison> found = [];
        foreach (int number in components)
        {
            TargetComparison? component = here.Contains(number) || !known.TryGetValue(number, out ComparedIndicator? indicator) ? null
                : indicator.Targets.FirstOrDefault(t => t.Target.Range == target.Target.Range && t.Target.Tier == target.Target.Tier);
            found.Add(component is null ? Missing(target, number) : Judge(component, known, here));
        }

        return Comparer.Headline(target, found);
    }

    private static TargetComparison Missing(TargetComparison headline, int number) => headline with
    {
        Target = headline.Target with { Indicator = number, Stated = null },
        Finding = Finding.Lacks(Gap.NoTarget),
        Status = TargetStatus.NotYetAssessable,
        StatusGap = Gap.NoTarget,
    };
}
