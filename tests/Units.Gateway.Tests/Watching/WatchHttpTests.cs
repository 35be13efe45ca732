using System.Net;
using System.Text.Json.Nodes;
using Units.Gateway.Errors;
using Units.Gateway.Tests.Support;
using Xunit;

namespace Units.Gateway.Tests.Watching;

/// <summary>Totals that move, over HTTP: a JSON object a line, or Server-Sent Events.</summary>
public sealed class WatchHttpTests : IAsyncLifetime
{
    private const string Totals = "/v1/totals:watch?units=cam-pha&measures=thu-ngan-sach&range=2025&min_interval=0.001s";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly LiveGatewayHost _gateway = new();

    private PublishedTotals CamPha => _gateway.CamPha.Published;

    public ValueTask InitializeAsync() => _gateway.InitializeAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task What_Last_Event_ID_names_is_later_than_a_token_in_the_address_and_an_error_is_an_event()
    {
        using HttpResponseMessage begun = await Open("text/event-stream");
        using StreamReader lines = new(await begun.Content.ReadAsStreamAsync());
        string id = "";
        for (string line = ""; line != "event: totals"; line = (await lines.ReadLineAsync().WaitAsync(Limit))!)
        {
            id = line.StartsWith("id: ", StringComparison.Ordinal) ? line["id: ".Length..] : id;
        }

        using HttpResponseMessage refused = await Open("text/event-stream", query: "&resume_token=abc");
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains(GatewayReasons.BadResumeToken, await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using HttpResponseMessage resumed = await Open("text/event-stream", id, "&resume_token=abc");
        Assert.Equal(HttpStatusCode.OK, resumed.StatusCode);

        _gateway.Lifetime.StopApplication();
        while (await lines.ReadLineAsync().WaitAsync(Limit) != "event: error")
        {
            // What was sent before it.
        }

        JsonNode status = JsonNode.Parse((await lines.ReadLineAsync().WaitAsync(Limit))!["data: ".Length..])!;
        Assert.Equal(GatewayReasons.GatewayStopping, status["details"]![0]!["reason"]!.GetValue<string>());
    }

    [Fact]
    public async Task Over_HTTP_a_watch_is_a_JSON_object_a_line()
    {
        using HttpResponseMessage response = await Open(null);
        Assert.Equal((HttpStatusCode.OK, "application/json"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        using StreamReader lines = new(await response.Content.ReadAsStreamAsync());
        JsonNode first = JsonNode.Parse((await lines.ReadLineAsync().WaitAsync(Limit))!)!;
        CamPha.Publish(new UnitVersion(1, 2), 2500);
        JsonNode second = JsonNode.Parse((await lines.ReadLineAsync().WaitAsync(Limit))!)!;

        Assert.Equal("0.001", first["totals"]!["measures"]![0]!["value"]!.GetValue<string>());
        Assert.Equal("2", second["totals"]!["version"]!["n"]!.GetValue<string>());
        Assert.NotEqual(first["resumeToken"]!.GetValue<string>(), second["resumeToken"]!.GetValue<string>());

        _gateway.Lifetime.StopApplication();
        string last = (await lines.ReadLineAsync().WaitAsync(Limit))!;
        Assert.Equal(14, JsonNode.Parse(last)!["error"]!["code"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("application/json", """{"table":""")]
    [InlineData("text/event-stream", "data: ")]
    public async Task The_league_table_comes_over_HTTP_in_both_forms(string accept, string start)
    {
        using HttpResponseMessage response = await Open(accept, address: "/v1/units/cam-pha/children:watch?indicator=tong-thu&range=2025");
        Assert.Equal((HttpStatusCode.OK, accept), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        using StreamReader lines = new(await response.Content.ReadAsStreamAsync());
        string line;
        do
        {
            line = (await lines.ReadLineAsync().WaitAsync(Limit))!;
        }
        while (!line.StartsWith(start, StringComparison.Ordinal));
        JsonNode table = JsonNode.Parse(line[line.IndexOf('{', StringComparison.Ordinal)..])!["table"]!;

        Assert.Equal(["cam-tay", "cam-son", "mong-duong"], table["children"]!.AsArray().Select(c => c!["unit"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Over_Server_Sent_Events_the_token_is_the_id_and_comes_back_as_Last_Event_ID()
    {
        string id;
        using (HttpResponseMessage response = await Open("text/event-stream"))
        {
            Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
            using StreamReader lines = new(await response.Content.ReadAsStreamAsync());
            Assert.Equal("retry: 2000", await lines.ReadLineAsync().WaitAsync(Limit));
            await lines.ReadLineAsync().WaitAsync(Limit);
            id = (await lines.ReadLineAsync().WaitAsync(Limit))!;
            Assert.StartsWith("id: ", id, StringComparison.Ordinal);
            Assert.Equal("event: totals", await lines.ReadLineAsync().WaitAsync(Limit));
            string data = (await lines.ReadLineAsync().WaitAsync(Limit))!;
            Assert.Equal("cam-pha", JsonNode.Parse(data["data: ".Length..])!["totals"]!["unit"]!.GetValue<string>());
            Assert.Equal("", await lines.ReadLineAsync().WaitAsync(Limit));
        }

        using HttpResponseMessage resumed = await Open("text/event-stream", id["id: ".Length..]);
        using StreamReader rest = new(await resumed.Content.ReadAsStreamAsync());
        string text = "";
        while (!text.StartsWith("event", StringComparison.Ordinal))
        {
            text = (await rest.ReadLineAsync().WaitAsync(Limit))!;
        }

        Assert.Equal("event: heartbeat", text);
    }

    private async Task<HttpResponseMessage> Open(string? accept, string? lastEventId = null, string query = "", string address = Totals)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, address + query);
        if (accept is not null)
        {
            request.Headers.Accept.ParseAdd(accept);
        }

        if (lastEventId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastEventId);
        }

        return await _gateway.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }
}
