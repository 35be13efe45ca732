using System.Collections.Immutable;

namespace Units;

/// <summary>Which units, measures and indicators there are. One grain, key 0; it writes rarely and is read through caches.</summary>
[Alias("units.IRegistryGrain")]
public interface IRegistryGrain : IGrainWithIntegerKey
{
    /// <summary>Creates a unit under parents that exist.</summary>
    [Alias("CreateUnit"), AlwaysInterleave]
    Task<CreateResult<Unit>> CreateUnit(Unit unit);

    /// <summary>The units of these ids that exist; at most 1,000 ids.</summary>
    [Alias("GetUnits"), AlwaysInterleave]
    Task<ImmutableArray<Unit>> GetUnits(ImmutableArray<UnitId> ids);

    /// <summary>A page of units.</summary>
    [Alias("ListUnits"), AlwaysInterleave]
    Task<ImmutableArray<Unit>> ListUnits(UnitFilter filter);

    /// <summary>The units that carry this identifier on this day; more than one where the scheme is not unique.</summary>
    [Alias("FindUnits"), AlwaysInterleave]
    Task<ImmutableArray<Unit>> FindUnits(string scheme, string value, DateOnly day);

    /// <summary>Creates a measure; its number and those of its categories are given here.</summary>
    [Alias("CreateMeasure")]
    Task<CreateResult<Measure>> CreateMeasure(Measure measure);

    /// <summary>Creates an indicator on measures that exist.</summary>
    [Alias("CreateIndicator")]
    Task<CreateResult<Indicator>> CreateIndicator(Indicator indicator);

    /// <summary>All measures and indicators.</summary>
    [Alias("GetCatalogue"), AlwaysInterleave]
    Task<Catalogue> GetCatalogue();

    /// <summary>Names this ledger among all others; never changes.</summary>
    [Alias("GetLedgerId"), AlwaysInterleave]
    Task<Guid> GetLedgerId();

    /// <summary>False when storage does not answer.</summary>
    [Alias("Ping"), AlwaysInterleave]
    Task<bool> Ping();
}
