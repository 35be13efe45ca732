using System.Collections.Immutable;

namespace Units.Silo.Storage;

/// <summary>A unit as the database keeps it; its edges and identifiers are in tables of their own.</summary>
/// <param name="V">The version of this shape.</param>
/// <param name="Namings">The earliest first.</param>
/// <param name="Inferred">True when the identity is inferred.</param>
internal sealed record StoredUnit(int V, ImmutableArray<StoredNaming> Namings, bool Inferred)
{
    /// <summary>The shape that is written.</summary>
    public const int Version = 1;

    /// <summary>The stored form.</summary>
    public static StoredUnit From(Unit unit) =>
        new(Version, [.. unit.Namings.Select(n => new StoredNaming(n.From, (int)n.Kind, n.Name, n.NameEn))], unit.IdentityInferred);

    /// <summary>The unit, with what the tables say.</summary>
    public Unit ToUnit(UnitId id, ImmutableArray<UnitEdge> edges, ImmutableArray<UnitIdentifier> identifiers) => new()
    {
        Id = id,
        Namings = [.. Namings.Select(n => new UnitNaming(n.From, (UnitKind)n.Kind, n.Name, n.NameEn))],
        Edges = edges,
        Identifiers = identifiers,
        IdentityInferred = Inferred,
    };
}
