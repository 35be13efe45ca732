namespace Units;

/// <summary>A category (phân tổ) of a measure.</summary>
/// <param name="Number">1 to 65535, as the cell stores it; 0 is the unclassified part.</param>
/// <param name="Id">Its identifier within the measure.</param>
/// <param name="Name">Vietnamese name.</param>
/// <param name="NameEn">English name; may be empty.</param>
[GenerateSerializer, Immutable, Alias("units.Category")]
public sealed record Category([property: Id(0)] ushort Number, [property: Id(1)] string Id, [property: Id(2)] string Name, [property: Id(3)] string NameEn);
