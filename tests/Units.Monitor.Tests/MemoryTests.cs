using System.Globalization;

using Units.Monitor.Tests.Support;

namespace Units.Monitor.Tests;

public sealed class MemoryTests(SmallCountry country)
{
    private const int Frames = 20_000;
    private const int AllowedBytes = 2 * 1024 * 1024;

    [Fact]
    public async Task Twenty_thousand_frames_and_a_restart_leave_the_heap_within_2_MB()
    {
        using FrameServer server = await FrameServer.Before(country.Page);
        using Browser browser = new(countsRequests: false);
        browser.Forgive("ERR_INCOMPLETE_CHUNKED_ENCODING");
        browser.Forgive("ERR_CONNECTION_RESET");
        browser.Forgive("ERR_CONNECTION_REFUSED");
        browser.Forgive("ERR_EMPTY_RESPONSE");
        browser.Forgive("404 (Not Found)");
        browser.Open(server.Page);
        await server.Send(500);
        await Seen(browser, 500);
        long before = Heap(browser);

        await server.Send(Frames / 2);
        server.Break();
        await server.Send(Frames / 2);
        await Seen(browser, 500 + Frames);
        long after = Heap(browser);

        TestContext.Current.TestOutputHelper?.WriteLine($"heap {before} B before, {after} B after {Frames} frames and a break");
        Assert.InRange(after - before, long.MinValue, AllowedBytes);
    }

    private static Task Seen(Browser browser, int frames) => browser.Sees(
        string.Create(CultureInfo.InvariantCulture, $"{frames} frames"),
        string.Create(CultureInfo.InvariantCulture, $"return Number(document.documentElement.dataset.frames) >= {frames}"), TimeSpan.FromSeconds(60));

    private static long Heap(Browser browser)
    {
        browser.Command("HeapProfiler.collectGarbage", []);
        Dictionary<string, object> usage = (Dictionary<string, object>)browser.Command("Runtime.getHeapUsage", [])!;
        return Convert.ToInt64(usage["usedSize"], CultureInfo.InvariantCulture);
    }
}
