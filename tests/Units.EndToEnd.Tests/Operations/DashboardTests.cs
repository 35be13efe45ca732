using System.Net;
using System.Text.RegularExpressions;
using Units.EndToEnd.Tests.Support;
using Xunit;

namespace Units.EndToEnd.Tests.Operations;

/// <summary>Orleans' dashboard is there where it is asked for, needs nobody else, and answers nobody else.</summary>
public sealed partial class DashboardTests
{
    [Fact]
    public async Task It_is_off_until_it_is_turned_on_and_then_all_of_it_comes_from_here()
    {
        await using UnitsProcess units = await UnitsProcess.Started();
        using HttpClient http = new();
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri($"{units.HttpUrl}/dashboard"), TestContext.Current.CancellationToken)).StatusCode);
        await units.Stop();

        units.Settings["Units__Dashboard__Enabled"] = "true";
        await units.Start();
        string page = await units.Get($"{units.HttpUrl}/dashboard/");
        string[] parts = [.. Part().Matches(page).Select(m => m.Groups[1].Value)];
        Assert.NotEmpty(parts);
        foreach (string part in parts)
        {
            Assert.DoesNotContain("//", part, StringComparison.Ordinal);
            string body = await units.Get($"{units.HttpUrl}/dashboard/{part.TrimStart('.', '/')}");
            Assert.DoesNotMatch(Foreign(), body);
        }

        Assert.Contains("totalActivationCount", await units.Get($"{units.HttpUrl}/dashboard/DashboardCounters"), StringComparison.OrdinalIgnoreCase);

        using HttpRequestMessage foreign = new(HttpMethod.Get, new Uri($"{units.HttpUrl}/dashboard/DashboardCounters")) { Headers = { Host = "elsewhere.example" } };
        Assert.Equal(HttpStatusCode.Forbidden, (await http.SendAsync(foreign, TestContext.Current.CancellationToken)).StatusCode);
    }

    [GeneratedRegex("""(?:src|href)="([^"#]+)["#]""")]
    private static partial Regex Part();

    // What a browser would fetch from elsewhere.
    [GeneratedRegex("""(?:url\(\s*["']?|@import\s+["']|\.src\s*=\s*["']|fetch\(["'])https?://""")]
    private static partial Regex Foreign();
}
