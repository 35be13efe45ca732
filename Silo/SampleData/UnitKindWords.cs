namespace Units.Silo.SampleData;

/// <summary>How the files write kinds of units.</summary>
internal static class UnitKindWords
{
    /// <summary>By word.</summary>
    public static IReadOnlyDictionary<string, V1.UnitKind> All { get; } = new Dictionary<string, V1.UnitKind>
    {
        ["nation"] = V1.UnitKind.Nation,
        ["province"] = V1.UnitKind.Province,
        ["municipality"] = V1.UnitKind.Municipality,
        ["city"] = V1.UnitKind.City,
        ["district"] = V1.UnitKind.District,
        ["commune"] = V1.UnitKind.Commune,
        ["ward"] = V1.UnitKind.Ward,
        ["township"] = V1.UnitKind.Township,
        ["special-zone"] = V1.UnitKind.SpecialZone,
        ["department"] = V1.UnitKind.Department,
        ["group"] = V1.UnitKind.Group,
        ["hamlet"] = V1.UnitKind.Hamlet,
        ["household"] = V1.UnitKind.Household,
    };
}
