using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using Units.Grains.Storage;
using Xunit;

namespace Units.Storage.Tests.Versions;

/// <summary>
/// Two builds in one cluster: what one writes the other reads, though the later one has a field more. On the wire no type is named for what a
/// call declares, so the bytes of either are what the other would get.
/// </summary>
public sealed class SideBySideTests : IDisposable
{
    private static readonly ImmutableArray<CellValue> Cells = [new(CellKey.Of(Aspect.Actual, 7, 1, Some.January), new Amount(-5))];

    private static readonly PushMessage Push = new(Some.Unit("ward-a"), new UnitVersion(2, 3), new UnitVersion(2, 1), Cells);

    private static readonly HeldRecord Held = new(Some.Unit("ward-a"), new UnitVersion(2, 3), Cells);

    private readonly ServiceProvider _services = new ServiceCollection().AddSerializer().BuildServiceProvider();

    [Fact]
    public void A_push_is_written_so_for_ever() => Assert.Equal(
        "2020000321E820400D776172642D61E021E80009010DE021E800090105E02120000321E8200060000080BB1CE0210013E0E0E0E0E0E0E0",
        Convert.ToHexString(Of<ImmutableArray<PushMessage>>().SerializeToArray([Push])));

    [Fact]
    public void A_push_of_this_build_is_read_by_a_later_one_and_one_of_a_later_build_by_this()
    {
        LaterPushMessage later = new(Push.Child, Push.Version, Push.Base, Cells, "of a later build");

        // As they travel: several of one call, so that whatever the reader does not know must be left out exactly.
        ImmutableArray<PushMessage> read = Of<ImmutableArray<PushMessage>>().Deserialize(
            Of<ImmutableArray<LaterPushMessage>>().SerializeToArray([later, later]));
        ImmutableArray<LaterPushMessage> readLater = Of<ImmutableArray<LaterPushMessage>>().Deserialize(
            Of<ImmutableArray<PushMessage>>().SerializeToArray([Push, Push]));

        Assert.Equal(2, read.Length);
        Assert.All(read, push => Assert.Equal((Push.Child, Push.Version, Push.Base), (push.Child, push.Version, push.Base)));
        Assert.All(read, push => Assert.Equal(Cells.AsEnumerable(), push.Cells));
        Assert.Equal(2, readLater.Length);
        Assert.All(readLater, push => Assert.Equal((Push.Child, Push.Version, Push.Base, (string?)null), (push.Child, push.Version, push.Base, push.Note)));
        Assert.All(readLater, push => Assert.Equal(Cells.AsEnumerable(), push.Cells));
    }

    [Fact]
    public void A_snapshot_of_this_build_is_read_by_a_later_one_and_one_of_a_later_build_by_this()
    {
        HeldRecord? read = Of<HeldRecord>().Deserialize(
            Of<LaterHeldRecord>().SerializeToArray(new LaterHeldRecord(Held.Child, Held.Version, Cells, "of a later build")));
        LaterHeldRecord? later = Of<LaterHeldRecord>().Deserialize(Of<HeldRecord>().SerializeToArray(Held));

        Assert.Equal((Held.Child, Held.Version), (read!.Child, read.Version));
        Assert.Equal(Cells.AsEnumerable(), read.Cells);
        Assert.Equal((Held.Child, Held.Version, (string?)null), (later!.Child, later.Version, later.Note));
        Assert.Equal(Cells.AsEnumerable(), later.Cells);
    }

    public void Dispose() => _services.Dispose();

    private Serializer<T> Of<T>() => _services.GetRequiredService<Serializer<T>>();
}
