using System.Globalization;
using Units.EndToEnd.Tests.Support;
using Units.Monitor.Tests.Support;

namespace Units.Monitor.Tests;

/// <summary>Takes the pictures of docs/images, of the whole demo country: <c>docs/images/take.sh</c>. Looked at by people, not by tests.</summary>
public sealed class PictureTests
{
    /// <summary>Where they go; not set where nobody wants any.</summary>
    private const string Variable = "UNITS_PICTURES";

    private static readonly (int Width, int Height)[] Sizes = [(1920, 1080), (3840, 2160), (1024, 768), (390, 844)];

    private static readonly (string Name, string Path)[] Pages =
    [
        ("overview", "/monitor/viet-nam"),
        ("drill-down", "/monitor/viet-nam/indicators/demo-budget"),
        ("province", "/monitor/ho-chi-minh-79"),
        ("plans", "/monitor/viet-nam/plans"),
        ("kiosk", "/monitor/viet-nam?kiosk=1"),
        ("kiosk-province", "/monitor/ho-chi-minh-79?kiosk=1&page=2"),
    ];

    [Fact]
    public async Task The_pages_of_the_demo_country_in_every_size_and_theme()
    {
        string? directory = Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrEmpty(directory))
        {
            // A skip would be counted as something that is missing.
            return;
        }

        await using UnitsProcess process = new() { Arguments = ["demo"] };
        await process.Start();
        await process.Line("filled in");
        using Browser browser = new(countsRequests: false);
        // By then the gateway has seen most values change, and pages say when.
        await browser.OpenLive($"{process.HttpUrl}{Pages[0].Path}");
        await browser.Sees("values that change", "return document.querySelectorAll('.ago:not(:empty)').length >= 8");
        foreach ((string name, string path) in Pages)
        {
            foreach ((int width, int height) in Sizes)
            {
                foreach (string theme in (string[])["light", "dark"])
                {
                    browser.Size(width, height);
                    browser.Open($"{process.HttpUrl}{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}theme={theme}");
                    // As it is once it is live; a page without a stream is what it is.
                    await browser.Sees("the page as it stays", "return !document.documentElement.dataset.stream || document.documentElement.dataset.live === '1'");
                    browser.Picture(Path.Combine(directory, string.Create(CultureInfo.InvariantCulture, $"{name}-{width}x{height}-{theme}.png")));
                }
            }
        }
    }
}
