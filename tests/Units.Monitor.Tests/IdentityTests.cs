using System.Net;
using Units.EndToEnd.Tests.Support;
using Units.Monitor.Tests.Support;

namespace Units.Monitor.Tests;

/// <summary>Where identity is configured a page shows what its token may see, and nothing else.</summary>
public sealed class IdentityTests(GuardedUnits units) : IAsyncLifetime
{
    private readonly HttpClient _http = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });
    private UnitsProcess _process = null!;

    public async ValueTask InitializeAsync() => _process = await units.Process;

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_viewer_sees_its_subtree_only()
    {
        using (HttpResponseMessage nobody = await Get("/monitor/tinh-a", null))
        {
            Assert.Equal(HttpStatusCode.Unauthorized, nobody.StatusCode);
            Assert.Contains("Mã truy cập", await nobody.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        string cookie = await SignIn(DeskToken.Of("viewer", "tinh-a"));
        using (HttpResponseMessage first = await Get("/monitor", cookie))
        {
            Assert.Equal("/monitor/tinh-a", first.Headers.Location?.ToString());
        }

        using HttpResponseMessage own = await Get("/monitor/tinh-a", cookie);
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        Assert.DoesNotContain("/monitor/goc", await own.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        foreach (string hidden in (string[])["/monitor/tinh-b", "/monitor/goc", "/monitor/tinh-b/live?by=x-y-z", "/monitor/tinh-b/latest", "/monitor/tinh-b/table.csv"])
        {
            using HttpResponseMessage answer = await Get(hidden, cookie);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        await Leaves();
        using HttpResponseMessage found = await Get("/monitor/-/search?q=tinh", cookie);
        string html = await found.Content.ReadAsStringAsync();
        Assert.Contains("/monitor/tinh-a", html, StringComparison.Ordinal);
        Assert.DoesNotContain("/monitor/tinh-b", html, StringComparison.Ordinal);

        // The cookie reads and does nothing else.
        using HttpRequestMessage report = new(HttpMethod.Post, _process.HttpUrl + "/v1/units/xa-a/reports") { Content = new StringContent("{}") };
        report.Headers.Add("Cookie", cookie);
        using HttpResponseMessage refused = await _http.SendAsync(report);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Fact]
    public async Task What_was_kept_outlives_the_process_and_is_for_those_who_see_its_unit()
    {
        string all = Cookie(DeskToken.Of("viewer", "*"));
        string own = Cookie(DeskToken.Of("viewer", "tinh-a"));
        string other = Cookie(DeskToken.Of("viewer", "tinh-b"));
        string kept = await Keep("/monitor/tinh-a", all);
        foreach ((string address, string by) in ((string, string)[])[(GuardedUnits.KeptBefore, "người dùng máy chủ"), (kept, "man-hinh-phong-hop")])
        {
            foreach (string cookie in (string[])[all, own])
            {
                using HttpResponseMessage seen = await Get(address, cookie);
                string html = await seen.Content.ReadAsStringAsync();
                Assert.Equal(HttpStatusCode.OK, seen.StatusCode);
                Assert.Contains($"lưu lại bởi {by}", html, StringComparison.Ordinal);
                // Also where who kept it sees more.
                Assert.DoesNotContain("/monitor/goc", html, StringComparison.Ordinal);
            }

            using HttpResponseMessage hidden = await Get(address, other);
            Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
            using HttpResponseMessage nobody = await Get(address, null);
            Assert.Equal(HttpStatusCode.Unauthorized, nobody.StatusCode);
        }

        using HttpResponseMessage refused = await Post("/monitor/tinh-a/keep", other);
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    private static string Cookie(string token) => $"units_token={token}";

    private async Task<string> Keep(string page, string? cookie)
    {
        using HttpResponseMessage answer = await Post(page + "/keep", cookie);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    private async Task<HttpResponseMessage> Post(string path, string? cookie)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, _process.HttpUrl + path);
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        return await _http.SendAsync(request);
    }

    private async Task Leaves()
    {
        using HttpRequestMessage elsewhere = new(HttpMethod.Post, _process.HttpUrl + "/monitor/-/sign-in") { Content = new FormUrlEncodedContent([new("token", "a.b.c")]) };
        elsewhere.Headers.Add("Sec-Fetch-Site", "cross-site");
        using HttpResponseMessage refused = await _http.SendAsync(elsewhere);
        Assert.Equal((HttpStatusCode.BadRequest, false), (refused.StatusCode, refused.Headers.Contains("Set-Cookie")));

        using HttpResponseMessage left = await _http.PostAsync(new Uri(_process.HttpUrl + "/monitor/-/sign-out"), null);
        Assert.Equal(HttpStatusCode.SeeOther, left.StatusCode);
        Assert.Contains("expires=Thu, 01 Jan 1970", left.Headers.GetValues("Set-Cookie").Single(), StringComparison.OrdinalIgnoreCase);
    }

    private async Task<string> SignIn(string token)
    {
        using FormUrlEncodedContent form = new(new Dictionary<string, string> { ["token"] = token, ["back"] = "//elsewhere.example" });
        using HttpResponseMessage answer = await _http.PostAsync(new Uri(_process.HttpUrl + "/monitor/-/sign-in"), form);
        Assert.Equal((HttpStatusCode.SeeOther, "/monitor"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        string cookie = answer.Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        return cookie[..cookie.IndexOf(';', StringComparison.Ordinal)];
    }

    private async Task<HttpResponseMessage> Get(string path, string? cookie)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, _process.HttpUrl + path);
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        return await _http.SendAsync(request);
    }
}
