namespace Units.Gateway.Planning;

/// <summary>One part of a target at a unit that adds up over units, as it is or as it would be.</summary>
/// <param name="Own">The unit's own.</param>
/// <param name="Children">The sum of what its children pass up; null where none does.</param>
internal readonly record struct PartFigure(Amount? Own, Amount? Children)
{
    /// <summary>What the unit passes up: its own, else the sum.</summary>
    public Amount? PassedUp => Own ?? Children;

    /// <summary>The figure of a reading.</summary>
    public static PartFigure Of(TargetFigure figure) => new(figure.Own, figure.ChildrenCount > 0 ? figure.ChildrenSum : null);

    /// <summary>The figure once a child passes up something else.</summary>
    public PartFigure After(Amount? childBefore, Amount? childAfter)
    {
        if (childBefore == childAfter)
        {
            return this;
        }

        Amount sum = (Children ?? Amount.Zero) - (childBefore ?? Amount.Zero) + (childAfter ?? Amount.Zero);
        return this with { Children = childAfter is null && sum.IsZero ? null : sum };
    }
}
