using Orleans.Serialization.Codecs;
using Units.Grains.Storage;

namespace Units.Storage.Tests.Versions;

/// <summary>A record of a snapshot as a later build has it.</summary>
internal sealed class LaterHeldCodec(IFieldCodec<LaterHeldRecord> later, LaterBuild build) : LaterCodec<HeldRecord, LaterHeldRecord>(later, build)
{
    /// <inheritdoc/>
    protected override LaterHeldRecord ToLater(HeldRecord value) => new(value.Child, value.Version, value.Cells, LaterBuild.Note);

    /// <inheritdoc/>
    protected override (HeldRecord Value, string? Note) FromLater(LaterHeldRecord value) => (new(value.Child, value.Version, value.Cells), value.Note);
}
