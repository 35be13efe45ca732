namespace Units.Silo.Storage;

/// <summary>Of which children a unit has stored records: storage can be asked for a name, but not for all names.</summary>
[GenerateSerializer, Alias("units.HeldIndex.v1")]
internal sealed class HeldIndex
{
    /// <summary>The ids of the children, sorted.</summary>
    [Id(0)] public List<string> Children { get; set; } = [];
}
