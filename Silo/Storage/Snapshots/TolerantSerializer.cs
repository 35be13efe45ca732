using Orleans.Storage;

namespace Units.Silo.Storage;

/// <summary>Reads what it can and takes the rest for absent: a snapshot that this build cannot read must neither stop a unit nor be kept for ever.</summary>
internal sealed class TolerantSerializer(IGrainStorageSerializer inner, ILogger logger) : IGrainStorageSerializer
{
    /// <inheritdoc/>
    public BinaryData Serialize<T>(T? input) => inner.Serialize(input);

    /// <inheritdoc/>
    public T? Deserialize<T>(BinaryData input)
    {
        try
        {
            return inner.Deserialize<T>(input);
        }
        catch (Exception e)
        {
            // Bytes of unknown origin may break a serializer in any way. Orleans takes null for a record yet to be written.
            StorageLog.SnapshotUnreadable(logger, e, typeof(T).Name);
            return default;
        }
    }
}
