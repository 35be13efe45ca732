using Orleans.Serialization;
using Orleans.Storage;
using Units.Grains.Storage;

namespace Units.Silo.Storage;

/// <summary>Held records through Orleans' grain storage: one row a child, and one that lists the children.</summary>
/// <param name="storage">AdoNet storage over the snapshot file.</param>
/// <param name="serializer">Orleans' binary serializer.</param>
/// <param name="logger">Where failures end.</param>
internal sealed class AdoNetSnapshots(IGrainStorage storage, Serializer<HeldRecord> serializer, ILogger<AdoNetSnapshots> logger) : ISnapshots, IDisposable
{
    /// <summary>The name under which the storage provider is registered.</summary>
    public const string ProviderName = "units-snapshots";

    /// <summary>The largest record that is kept. A larger one is cheaper to gather anew than to rewrite at every change.</summary>
    public const int MaxBytes = 1 << 20;

    /// <summary>What the name of a record begins with; the id of the child follows.</summary>
    public const string RecordPrefix = "unit-held/";

    // State names are the only part of the key that tells one grain class's record from another's, so they are unique over all of them.
    private const string IndexName = "unit-held-index";
    private static readonly GrainType Type = GrainType.Create("unit");

    // One write at a time a silo: snapshots must not crowd the disk that the journal flushes to.
    private readonly SemaphoreSlim _oneWrite = new(1, 1);

    /// <inheritdoc/>
    public Task<IReadOnlyList<HeldRecord>> Load(UnitId unit) => Task.Run(async () =>
    {
        try
        {
            return await Read(unit).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            StorageLog.SnapshotUnread(logger, e, unit.Text);
            return [];
        }
    });

    /// <inheritdoc/>
    public Task Save(UnitId unit, IReadOnlyList<HeldRecord> changed) => Task.Run(async () =>
    {
        await _oneWrite.WaitAsync().ConfigureAwait(false);
        try
        {
            await Write(unit, changed).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            StorageLog.SnapshotUnwritten(logger, e, unit.Text);
        }
        finally
        {
            _oneWrite.Release();
        }
    });

    /// <inheritdoc/>
    public void Dispose() => _oneWrite.Dispose();

    /// <summary>A record out of the bytes of its row; null where this build cannot read them.</summary>
    public static HeldRecord? Decode(Serializer serializer, byte[] row)
    {
        try
        {
            return serializer.Deserialize<HeldSnapshot>(row) is { Format: HeldSnapshot.CurrentFormat } stored ? serializer.Deserialize<HeldRecord>(stored.Record) : null;
        }
        catch (Exception)
        {
            // Bytes of unknown origin may break a serializer in any way.
            return null;
        }
    }

    private async Task<IReadOnlyList<HeldRecord>> Read(UnitId unit)
    {
        GrainId id = Key(unit);
        GrainState<HeldIndex> index = new();
        await storage.ReadStateAsync(IndexName, id, index).ConfigureAwait(false);
        List<HeldRecord> records = [];
        foreach (string child in index.State?.Children ?? [])
        {
            GrainState<HeldSnapshot> stored = new();
            await storage.ReadStateAsync(RecordPrefix + child, id, stored).ConfigureAwait(false);
            if (Decode(unit, stored.State) is { } record)
            {
                records.Add(record);
            }
        }

        return records;
    }

    private async Task Write(UnitId unit, IReadOnlyList<HeldRecord> changed)
    {
        GrainId id = Key(unit);
        List<string> written = [];
        foreach (HeldRecord record in changed)
        {
            byte[] bytes = serializer.SerializeToArray(record);
            if (bytes.Length > MaxBytes)
            {
                StorageLog.SnapshotTooLarge(logger, unit.Text, record.Child.Text, bytes.Length, MaxBytes);
                continue;
            }

            GrainState<HeldSnapshot> stored = new();
            await storage.ReadStateAsync(RecordPrefix + record.Child.Text, id, stored).ConfigureAwait(false);
            stored.State = new HeldSnapshot { Format = HeldSnapshot.CurrentFormat, Record = bytes };
            await storage.WriteStateAsync(RecordPrefix + record.Child.Text, id, stored).ConfigureAwait(false);
            written.Add(record.Child.Text);
        }

        await WriteIndex(id, written).ConfigureAwait(false);
    }

    // After the records: an index must not name what is not there, while a record that it does not name only takes room.
    private async Task WriteIndex(GrainId id, List<string> written)
    {
        GrainState<HeldIndex> index = new();
        await storage.ReadStateAsync(IndexName, id, index).ConfigureAwait(false);
        SortedSet<string> children = new(index.State?.Children ?? [], StringComparer.Ordinal);
        int before = children.Count;
        children.UnionWith(written);
        if (children.Count > before)
        {
            index.State = new HeldIndex { Children = [.. children] };
            await storage.WriteStateAsync(IndexName, id, index).ConfigureAwait(false);
        }
    }

    private HeldRecord? Decode(UnitId unit, HeldSnapshot? stored)
    {
        if (stored?.Format != HeldSnapshot.CurrentFormat)
        {
            return null;
        }

        try
        {
            return serializer.Deserialize(stored.Record);
        }
        catch (Exception e)
        {
            StorageLog.SnapshotUnread(logger, e, unit.Text);
            return null;
        }
    }

    private static GrainId Key(UnitId unit) => GrainId.Create(Type, UnitKey.Of(unit));
}
