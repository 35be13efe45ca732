using System.Buffers;
using Orleans.Serialization.Buffers;
using Orleans.Serialization.Codecs;
using Orleans.Serialization.WireProtocol;

namespace Units.Storage.Tests.Versions;

/// <summary>Writes and reads a shape of this build as a later build would: with its one field more.</summary>
/// <param name="later">What writes and reads the later shape.</param>
/// <param name="build">Counts.</param>
internal abstract class LaterCodec<TNow, TLater>(IFieldCodec<TLater> later, LaterBuild build) : IFieldCodec<TNow>
    where TNow : class
    where TLater : class
{
    /// <inheritdoc/>
    public void WriteField<TBufferWriter>(ref Writer<TBufferWriter> writer, uint fieldIdDelta, Type? expectedType, TNow? value)
        where TBufferWriter : IBufferWriter<byte>
    {
        build.Wrote<TNow>();

        // Where the reader expects this type no type is named.
        later.WriteField(ref writer, fieldIdDelta, expectedType == typeof(TNow) ? typeof(TLater) : expectedType!, value is null ? null! : ToLater(value));
    }

    /// <inheritdoc/>
    public TNow? ReadValue<TInput>(ref Reader<TInput> reader, Field field)
    {
        if (later.ReadValue(ref reader, field) is not { } read)
        {
            return null;
        }

        (TNow value, string? note) = FromLater(read);
        build.Read<TNow>(note);
        return value;
    }

    /// <summary>The later shape, with its note.</summary>
    protected abstract TLater ToLater(TNow value);

    /// <summary>The shape of this build, and the note; none where this build has written it.</summary>
    protected abstract (TNow Value, string? Note) FromLater(TLater value);
}
