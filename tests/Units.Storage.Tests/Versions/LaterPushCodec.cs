using Orleans.Serialization.Codecs;

namespace Units.Storage.Tests.Versions;

/// <summary>A push as a later build has it.</summary>
internal sealed class LaterPushCodec(IFieldCodec<LaterPushMessage> later, LaterBuild build) : LaterCodec<PushMessage, LaterPushMessage>(later, build)
{
    /// <inheritdoc/>
    protected override LaterPushMessage ToLater(PushMessage value) => new(value.Child, value.Version, value.Base, value.Cells, LaterBuild.Note);

    /// <inheritdoc/>
    protected override (PushMessage Value, string? Note) FromLater(LaterPushMessage value) => (new(value.Child, value.Version, value.Base, value.Cells), value.Note);
}
