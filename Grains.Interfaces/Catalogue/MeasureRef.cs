namespace Units;

/// <summary>The facts of a measure that the ledger needs, resolved from the catalogue at the door. They never change.</summary>
/// <param name="Number">The number of the measure.</param>
/// <param name="Kind">Flow or stock.</param>
/// <param name="Sources">One source or many.</param>
/// <param name="Categories">How many categories there are beside the unclassified one.</param>
[GenerateSerializer, Immutable, Alias("units.MeasureRef")]
public readonly record struct MeasureRef(
    [property: Id(0)] int Number,
    [property: Id(1)] MeasureKind Kind,
    [property: Id(2)] SourceRule Sources,
    [property: Id(3)] ushort Categories);
