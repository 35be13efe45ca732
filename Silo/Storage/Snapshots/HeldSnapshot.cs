namespace Units.Silo.Storage;

/// <summary>The stored form of one held record. It has a parameterless constructor because Orleans makes an empty one for an absent row.</summary>
[GenerateSerializer, Alias("units.HeldSnapshot.v1")]
internal sealed class HeldSnapshot
{
    /// <summary>The version that is written. Records of version 1 lack what leaves tell of their targets, and are gathered anew.</summary>
    public const int CurrentFormat = 2;

    /// <summary>The version of the bytes; 0 where nothing is stored.</summary>
    [Id(0)] public int Format { get; set; }

    /// <summary>The record in Orleans' binary form: serialized beforehand, so that its size is known and no other thread sees it change.</summary>
    [Id(1)] public byte[] Record { get; set; } = [];
}
