using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
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
        string both = Token(2, 41, 2, 40);
        byte[] stream = Encoding.UTF8.GetBytes(
            $"retry: 2000\n\nid: {Token(2, 41, 0)}\nevent: page\ndata: {{\"at\":\"10:00:00\",\"v\":\"1.41\",\"g\":{{}}}}\n\n"
            + $"id: {both}\nevent: page\ndata: {{\"at\":\"10:00:01\",\"v\":\"1.40\",\"g\":{{}}}}\n\nevent: latest\ndata: {{\"html\":\"\"}}\n\n"
            + $"id: {both}\nevent: heartbeat\ndata: {{\"heartbeat\":{{}}}}\n\n");
        for (int cut = 0; cut <= stream.Length; cut++)
        {
            FrameReader reader = new();
            List<FrameMark> found = [.. Read(reader, stream.AsSpan(0, cut)), .. Read(reader, stream.AsSpan(cut))];

            Assert.Equal([new FrameMark((1, 41), null), new FrameMark((1, 41), (1, 40))], found);
        }
    }

    [Fact]
    public void A_page_is_late_from_when_others_were_told_what_its_tiles_or_its_table_did_not_yet_show()
    {
        UnitVersions unit = new();
        PageLog page = new(unit);
        unit.Take((1, 1), 100);
        Assert.Null(page.Take(new FrameMark((1, 1), null), 110));
        Assert.False(page.IsLive);
        Assert.Null(page.Take(new FrameMark((1, 1), (1, 1)), 110));
        Assert.True(page.IsLive);

        unit.Take((1, 2), 200);
        unit.Take((1, 3), 300);
        Assert.Equal(150L, page.Take(new FrameMark((1, 3), (1, 1)), 350)!.Value);
        Assert.Equal(200, page.WorstUntil(400));
        Assert.Equal(250L, page.Take(new FrameMark((1, 3), (1, 3)), 450)!.Value);
        Assert.Equal(250, page.WorstUntil(1_000));

        page.Begin();
        unit.Take((1, 4), 1_100);
        Assert.Equal(900, page.WorstUntil(2_000));
    }

    [Fact]
    public async Task The_bytes_of_an_answer_are_read_whole_whether_it_says_its_length_or_comes_in_chunks()
    {
        using Socket server = new(SocketType.Stream, ProtocolType.Tcp);
        server.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        server.Listen();
        Task answering = Answer(
            server, "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nwhole", "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\nin \r\n", "A;x=y\r\ntwo chunks\r\n0\r\n\r\n",
            "HTTP/1.1 404 Not Found\r\n\r\n");
        using PageConnection connection = new(new Uri($"http://127.0.0.1:{((IPEndPoint)server.LocalEndPoint!).Port}"));

        Assert.Equal("whole", await connection.Get("/", TestContext.Current.CancellationToken));
        Assert.Equal("in two chunks", await connection.Get("/", TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<IOException>(() => connection.Get("/", TestContext.Current.CancellationToken));
        await answering;
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

    private static string Token(params byte[] versions) => Base64Url.EncodeToString([.. new byte[17], .. versions]);

    // Each answer but the rest of one follows a request.
    private static async Task Answer(Socket server, params string[] answers)
    {
        using Socket connection = await server.AcceptAsync();
        byte[] request = new byte[4096];
        foreach (string answer in answers)
        {
            if (answer.StartsWith("HTTP", StringComparison.Ordinal))
            {
                await connection.ReceiveAsync(request);
            }

            await connection.SendAsync(Encoding.ASCII.GetBytes(answer));
        }
    }

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
