namespace Units.Grains.Ledger;

/// <summary>Where one target on an indicator stands: its months and tier.</summary>
internal readonly record struct TargetPlace(MonthRange Range, Tier Tier) : IComparable<TargetPlace>
{
    /// <summary>The place of a target's cell.</summary>
    public static TargetPlace Of(CellKey key) => new(new MonthRange(key.Month, key.Month.Plus(key.Span - 1)), key.Tier);

    /// <summary>True where it has a month in common with a range.</summary>
    public bool Overlaps(MonthRange range) => Range.From <= range.To && range.From <= Range.To;

    /// <inheritdoc/>
    public int CompareTo(TargetPlace other)
    {
        int order = Range.From.CompareTo(other.Range.From);
        order = order != 0 ? order : Range.Length.CompareTo(other.Range.Length);
        return order != 0 ? order : Tier.CompareTo(other.Tier);
    }
}
