using System.Text;
using System.Text.Json;
using Units.LoadTest.Pages;
using Units.LoadTest.Processes;
using Units.LoadTest.Processes.Heaps;
using Units.LoadTest.SelfTest;
using Xunit;

namespace Units.LoadTest.Tests;

public sealed class PageTests(ITestOutputHelper output)
{
    [Fact]
    public void Frames_are_found_however_their_bytes_are_cut()
    {
        byte[] stream = Encoding.UTF8.GetBytes(
            "retry: 2000\n\nid: abc\nevent: page\ndata: {\"at\":\"10:00:00\",\"v\":\"1.41\",\"g\":{\"sum\":{}}}\n\n"
            + "id: abd\nevent: page\ndata: {\"at\":\"10:00:01\",\"v\":\"1.42\",\"g\":{\"r-hn\":{}}}\n\nid: abe\nevent: heartbeat\ndata: {\"heartbeat\":{}}\n\n");
        for (int cut = 0; cut <= stream.Length; cut++)
        {
            FrameReader reader = new();
            List<FrameMark> found = [.. Read(reader, stream.AsSpan(0, cut)), .. Read(reader, stream.AsSpan(cut))];

            Assert.Equal([new FrameMark(false, (1, 41)), new FrameMark(true, (1, 42))], found);
        }
    }

    [Fact]
    public void A_page_is_late_from_when_others_were_told_what_its_tiles_or_its_table_did_not_yet_show()
    {
        UnitVersions unit = new();
        PageLog page = new(unit);
        unit.Take((1, 1), 100);
        Assert.Null(page.Take(Tiles(1), 110));
        Assert.False(page.IsLive);
        Assert.Null(page.Take(Table(1), 110));
        Assert.True(page.IsLive);

        unit.Take((1, 2), 200);
        unit.Take((1, 3), 300);
        Assert.Equal(150L, page.Take(Tiles(3), 350)!.Value);
        Assert.Equal(200, page.WorstUntil(400));
        Assert.Equal(250L, page.Take(Table(3), 450)!.Value);
        Assert.Equal(250, page.WorstUntil(1_000));

        page.Begin();
        unit.Take((1, 4), 1_100);
        Assert.Equal(900, page.WorstUntil(2_000));
    }

    [Fact]
    public async Task What_lives_in_a_process_is_told_by_a_collection_of_it()
    {
        const int Megabyte = 1024 * 1024;
        byte[]?[] kept = [.. Enumerable.Range(0, 256).Select(_ => new byte[Megabyte])];
        long with = await LiveHeap.Collect(Environment.ProcessId, TestContext.Current.CancellationToken);
        GC.KeepAlive(kept);
        Array.Clear(kept);
        long without = await LiveHeap.Collect(Environment.ProcessId, TestContext.Current.CancellationToken);

        // Other tests of this process are about some megabytes.
        Assert.InRange((with - without) / Megabyte, 128, 384);
    }

    /// <summary>In CI 40 pages of 4 units and a second of load each; the figures of 2,000 are in docs/PERFORMANCE.md.</summary>
    [Fact]
    public async Task Live_pages_are_opened_beside_loads_and_all_stay_current()
    {
        await using SqliteFiles storage = new();
        (ServerProcess units, string http) = await Product.StartWithMonitor(storage.Settings);
        await using ServerProcess server = units;
        (int code, string last) = await LoadTool.Run(
            output,
            "watchers", "--grpc", units.GrpcUrl, "--http", http, "--country", "3x4", "--sse", "40", "--pairs", "1", "--seconds", "1", "--in-flight", "50",
            "--require", "pages_current_percent=100", "--require", "pages_broken=0", "--require", "page_asks_failed=0", "--require", "max_rate_ratio>0", "--json");

        using JsonDocument json = JsonDocument.Parse(last);
        Assert.Equal((0, "passed"), (code, json.RootElement.GetProperty("checker").GetString()));
        Assert.Equal(40, json.RootElement.GetProperty("pages").GetInt32());
        Assert.True(json.RootElement.GetProperty("page_frames_per_s").GetDouble() > 40);
        Assert.InRange(json.RootElement.GetProperty("page_kb").GetDouble(), 1, 1_000);
    }

    private static FrameMark Tiles(long n) => new(false, (1, n));

    private static FrameMark Table(long n) => new(true, (1, n));

    private static List<FrameMark> Read(FrameReader reader, ReadOnlySpan<byte> bytes)
    {
        List<FrameMark> found = [];
        while (reader.TryRead(ref bytes, out FrameMark frame))
        {
            found.Add(frame);
        }

        return found;
    }
}
