using System.Text;
using Units.LoadTest.Checking;
using Units.LoadTest.Countries;
using Units.LoadTest.Load;
using Units.LoadTest.Pages;
using Units.LoadTest.Processes;
using Units.LoadTest.SelfTest;
using Xunit;

namespace Units.LoadTest.Tests;

public sealed class PageTests(ITestOutputHelper output)
{
    [Fact]
    public void The_version_of_a_frame_is_found_however_its_bytes_are_cut()
    {
        byte[] stream = Encoding.UTF8.GetBytes(
            "retry: 2000\n\nid: abc\nevent: page\ndata: {\"at\":\"10:00:00\",\"v\":\"1.41\",\"g\":{}}\n\nid: abd\nevent: page\ndata: {\"at\":\"10:00:01\",\"v\":\"1.42\",\"g\":{}}\n\n");
        for (int cut = 0; cut <= stream.Length; cut++)
        {
            FrameVersions versions = new();
            (long, long)? first = versions.Take(stream.AsSpan(0, cut));
            (long, long)? second = versions.Take(stream.AsSpan(cut));

            Assert.Equal((1L, 42L), (second ?? first)!.Value);
        }
    }

    [Fact]
    public void A_page_is_late_from_when_others_were_told_what_it_did_not_yet_show()
    {
        UnitVersions unit = new();
        PageLog page = new(unit);
        unit.Take((1, 1), 100);
        Assert.Null(page.Take((1, 1), 110));

        unit.Take((1, 2), 200);
        unit.Take((1, 3), 300);
        Assert.Equal(150L, page.Take((1, 3), 350)!.Value);
        Assert.Equal(150, page.WorstUntil(1_000));

        unit.Take((1, 4), 1_100);
        Assert.Equal(900, page.WorstUntil(2_000));
    }

    [Fact]
    public async Task Live_pages_are_opened_beside_a_load_and_all_stay_current()
    {
        await using SqliteFiles storage = new();
        (ServerProcess units, string http) = await Product.StartWithMonitor(storage.Settings);
        await using ServerProcess server = units;
        LoadPlan plan = new() { Gateways = [units.GrpcUrl], Country = SyntheticCountry.Of(3, 4), Rate = 50, Duration = TimeSpan.FromSeconds(3) };

        (LoadResult result, PageFigures pages) = await new PageRun(http, 40).Run(plan, new CheckPlan(), null, TestContext.Current.CancellationToken);

        output.WriteLine(string.Join(", ", pages.Named.Select(f => $"{f.Key} {f.Value:0.#}")));
        Assert.True(result.Checks.Passed);
        Assert.Equal((40.0, 0.0, 100.0), (pages.Named["pages"], pages.Named["pages_broken"], pages.Named["pages_current_percent"]));
        Assert.True(pages.Named["page_frames_per_s"] > 40);
        Assert.True(pages.Named.ContainsKey("page_kb"));
    }
}
