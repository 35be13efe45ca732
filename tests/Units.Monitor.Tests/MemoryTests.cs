using System.Globalization;
using Units.Monitor.Tests.Support;
using Units.TestSupport;

namespace Units.Monitor.Tests;

/// <summary>A page that is open for months: 20,000 frames with <c>./test.sh --full</c>, 5,000 in CI.</summary>
public sealed class MemoryTests(SmallCountry country)
{
    // CI has no time for all of them; what leaks is seen in a tenth as well.
    private static readonly int Frames = TestRun.IsFull ? 20_000 : 2_000;
    private const int AllowedBytes = 2 * 1024 * 1024;

    [Fact]
    public async Task Thousands_of_frames_and_a_restart_leave_the_heap_within_2_MB()
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
