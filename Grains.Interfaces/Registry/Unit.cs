using System.Collections.Immutable;

namespace Units;

/// <summary>A unit (đơn vị) as the registry knows it. What it holds is in its grain.</summary>
[GenerateSerializer, Immutable, Alias("units.Unit")]
public sealed record Unit
{
    /// <summary>Its id.</summary>
    [Id(0)] public required UnitId Id { get; init; }

    /// <summary>Names and kinds, the earliest first; at least one.</summary>
    [Id(1)] public required ImmutableArray<UnitNaming> Namings { get; init; }

    /// <summary>Parents by month, the earliest first; empty for a root.</summary>
    [Id(2)] public ImmutableArray<UnitEdge> Edges { get; init; } = [];

    /// <summary>Identifiers in the schemes of others.</summary>
    [Id(3)] public ImmutableArray<UnitIdentifier> Identifiers { get; init; } = [];

    /// <summary>True when the identity is inferred from context and not stated by a source.</summary>
    [Id(4)] public bool IdentityInferred { get; init; }

    /// <summary>The naming on a day: the last one that has begun, else the first.</summary>
    public UnitNaming NamingOn(DateOnly day) => Namings.LastOrDefault(n => n.From is null || n.From <= day) ?? Namings[0];

    /// <summary>The parent in a month, or null for a root.</summary>
    public UnitId? ParentIn(Month month)
    {
        UnitId? parent = null;
        foreach (UnitEdge edge in Edges)
        {
            if (edge.From <= month)
            {
                parent = edge.Parent;
            }
        }

        return parent;
    }
}
