namespace Units;

/// <summary>One part of a target, of the unit and of its children.</summary>
/// <param name="Own">The unit's own; null where it has none.</param>
/// <param name="ChildrenSum">The sum of what the children pass up; zero where none does, or where it is never added.</param>
/// <param name="ChildrenCount">How many units' targets stand behind that sum.</param>
[GenerateSerializer, Immutable, Alias("units.TargetFigure")]
public readonly record struct TargetFigure([property: Id(0)] Amount? Own, [property: Id(1)] Amount ChildrenSum, [property: Id(2)] long ChildrenCount)
{
    /// <summary>What holds: the unit's own, else the children's sum; null where there is neither.</summary>
    public Amount? Held => Own ?? (ChildrenCount > 0 ? ChildrenSum : null);

    /// <summary>True where neither the unit nor a child has one.</summary>
    public bool IsEmpty => Own is null && ChildrenCount == 0;
}
