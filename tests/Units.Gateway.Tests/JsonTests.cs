using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Protobuf;

namespace Units.Gateway.Tests;

public sealed class JsonTests(GatewayHost gateway) : IClassFixture<GatewayHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_report_over_JSON_gives_the_receipt_that_gRPC_gives()
    {
        string id = Sample.NewId();
        (HttpStatusCode code, string json) = await Post("/v1/units/cam-pha/reports", $$"""
            {"source":"so-tai-chinh","reportId":"{{id}}","entries":[
              {"measure":"thu-ngan-sach","month":"2026-10","set":"12.5","estimate":true },
              {"measure":"ho-dan","month":"2026-10","clear":{ } },
              {"measure":"ho-so","month":"2026-13","add":"1"}]}
            """);
        Assert.True(code == HttpStatusCode.OK, json);

        V1.GetReceiptRequest asked = new() { Unit = "cam-pha", Source = "so-tai-chinh", ReportId = id };
        V1.Receipt grpc = (await gateway.Reports.GetReceiptAsync(asked)).Receipt;
        Assert.Equal(grpc, JsonParser.Default.Parse<V1.SubmitReportResponse>(json).Receipt);
        string read = await gateway.Http.GetStringAsync($"/v1/units/cam-pha/receipt?source=so-tai-chinh&reportId={id}", Cancellation);
        Assert.Equal(grpc, JsonParser.Default.Parse<V1.GetReceiptResponse>(read).Receipt);
    }

    [Theory]
    [InlineData("/v1/units/cam-pha")]
    [InlineData("/v1/units?rootsOnly=true")]
    [InlineData("/v1/units:find?scheme=vn.gso&value=010&asOf=2025-01-01")]
    [InlineData("/v1/measures/ho-so")]
    [InlineData("/v1/measures?pageSize=2")]
    [InlineData("/v1/indicators/ty-le-qua-mang")]
    [InlineData("/v1/indicators")]
    [InlineData("/v1/units/cam-pha/totals?indicators=ty-le-qua-mang&indicators=tong-thu&measures=ho-so&range=2025-01/2025-06")]
    [InlineData("/v1/units/cam-pha/children?indicator=tong-thu&range=2025-Q1")]
    public async Task Every_reading_method_answers_over_JSON(string path)
    {
        HttpResponseMessage response = await gateway.Http.GetAsync(path, Cancellation);

        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task Every_creating_method_takes_JSON()
    {
        foreach ((string path, string body) in ((string, string)[])
        [
            ("/v1/units", """{"id":"tu-json","namings":[{"kind":"UNIT_KIND_WARD","name":"Phường"}]}"""),
            ("/v1/measures", """{"id":"so-lieu-json","kind":"MEASURE_KIND_FLOW","displayName":"Số liệu"}"""),
            ("/v1/indicators", """{"id":"chi-tieu-json","formula":"FORMULA_KIND_AMOUNT","numerator":{"measure":"ho-so"},"displayName":"Chỉ tiêu"}"""),
            ("/v1/units/cam-pha/targets",
                """{"source":"ubnd-tinh","requestId":"j1","indicator":"tong-thu","range":"2025","bound":"BOUND_AT_LEAST","value":"5"}"""),
        ])
        {
            (HttpStatusCode code, string json) = await Post(path, body);
            Assert.True(code == HttpStatusCode.OK, path + json);
        }
    }

    [Fact]
    public async Task A_refusal_over_JSON_says_what_the_one_over_gRPC_says()
    {
        const string Body = """{"source":"S","reportId":"x","entries":[{"measure":"thu-ngan-sach","month":"2026-10","set":"NaN"}]}""";
        (HttpStatusCode code, string json) = await Post("/v1/units/cam-pha/reports", Body, "en");
        V1.SubmitReportRequest request = JsonParser.Default.Parse<V1.SubmitReportRequest>(Body);
        request.Unit = "cam-pha";
        Refusal grpc = await Refusal.Of(gateway.Reports.SubmitReportAsync(request, GatewayHost.Speaking("en")));

        Assert.Equal(HttpStatusCode.BadRequest, code);
        JsonNode refusal = JsonNode.Parse(json)!;
        Assert.Equal((int)grpc.Code, refusal["code"]!.GetValue<int>());
        Assert.Equal(grpc.Status.Message, refusal["message"]!.GetValue<string>());
        JsonNode info = Detail(refusal, "google.rpc.ErrorInfo");
        Assert.Equal((grpc.Reason, "units.v1"), (info["reason"]!.GetValue<string>(), info["domain"]!.GetValue<string>()));
        Assert.Equal(
            grpc.Fields.Select(f => (f.Field, f.Reason, f.Description, f.LocalizedMessage.Message)),
            Detail(refusal, "google.rpc.BadRequest")["fieldViolations"]!.AsArray().Select(f => (
                f!["field"]!.GetValue<string>(), f["reason"]!.GetValue<string>(), f["description"]!.GetValue<string>(),
                f["localizedMessage"]!["message"]!.GetValue<string>())));
        Assert.Equal("en", Detail(refusal, "google.rpc.LocalizedMessage")["locale"]!.GetValue<string>());
    }

    [Fact]
    public async Task Over_JSON_every_one_of_ten_thousand_violations_is_there()
    {
        object entry = new { measure = "thu-ngan-sach", month = "2026-10", set = "x" };
        string body = JsonSerializer.Serialize(new { source = "so-tai-chinh", reportId = Sample.NewId(), entries = Enumerable.Repeat(entry, 10_000) });

        (HttpStatusCode code, string json) = await Post("/v1/units/cam-pha/reports", body);

        Assert.Equal(HttpStatusCode.BadRequest, code);
        Assert.Equal(10_000, Detail(JsonNode.Parse(json)!, "google.rpc.BadRequest")["fieldViolations"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_conflict_and_a_wait_are_told_over_JSON()
    {
        string id = Sample.NewId();
        string Body(string value) =>
            $$"""{"source":"so-tai-chinh","reportId":"{{id}}","entries":[{"measure":"thu-ngan-sach","month":"2026-10","set":"{{value}}" }]}""";
        await Post("/v1/units/cam-pha/reports", Body("1"));
        (HttpStatusCode code, string json) = await Post("/v1/units/cam-pha/reports", Body("2"));

        Assert.Equal(HttpStatusCode.Conflict, code);
        JsonNode conflict = Detail(JsonNode.Parse(json)!, "units.v1.ReportConflict");
        Assert.Equal("1", conflict["first"]!["entries"]![0]!["entry"]!["set"]!.GetValue<string>());
        Assert.Equal("2", conflict["sent"]![0]!["set"]!.GetValue<string>());

        gateway.Cluster.Unit("mong-duong").OnSubmit = (_, _) => Task.FromResult(SubmitResult.Of(SubmitStatus.QueueFull));
        (code, json) = await Post("/v1/units/mong-duong/reports", Body("1"));
        Assert.Equal(HttpStatusCode.TooManyRequests, code);
        Assert.Equal("1s", Detail(JsonNode.Parse(json)!, "google.rpc.RetryInfo")["retryDelay"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_does_not_parse_or_is_over_4_MiB_has_a_reason_too()
    {
        foreach (string body in (string[])["{", """{"entries":"x"}""", """{"entries":[{"revision":"x"}]}""", "", "[]"])
        {
            (HttpStatusCode malformed, string why) = await Post("/v1/units/cam-pha/reports", body);
            Assert.Equal(HttpStatusCode.BadRequest, malformed);
            Assert.Equal("MALFORMED_MESSAGE", Detail(JsonNode.Parse(why)!, "google.rpc.ErrorInfo")["reason"]!.GetValue<string>());
            Assert.StartsWith("Không đọc được", Detail(JsonNode.Parse(why)!, "google.rpc.LocalizedMessage")["message"]!.GetValue<string>(), StringComparison.Ordinal);
        }

        string badQuery = await (await gateway.Http.GetAsync("/v1/units?page_size=many", Cancellation)).Content.ReadAsStringAsync(Cancellation);
        Assert.Equal("MALFORMED_MESSAGE", Detail(JsonNode.Parse(badQuery)!, "google.rpc.ErrorInfo")["reason"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.NotFound, (await Post("/v1/nothing", "{}")).Code);

        string large = $$"""{"source":"{{new string('a', 5 * 1024 * 1024)}}"}""";
        (HttpStatusCode code, string json) = await Post("/v1/units/cam-pha/reports", large);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, code);
        Assert.Equal("MESSAGE_TOO_LARGE", Detail(JsonNode.Parse(json)!, "google.rpc.ErrorInfo")["reason"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.OK, (await gateway.Http.GetAsync("/v1/units/cam-pha", Cancellation)).StatusCode);
    }

    private static JsonNode Detail(JsonNode refusal, string type) =>
        refusal["details"]!.AsArray().Single(d => d!["@type"]!.GetValue<string>() == "type.googleapis.com/" + type)!;

    private async Task<(HttpStatusCode Code, string Json)> Post(string path, string body, string language = "vi")
    {
        using HttpRequestMessage request = new(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.AcceptLanguage.ParseAdd(language);

        // A body that is refused for its size is then not sent at all; otherwise the connection may break before the answer is read.
        request.Headers.ExpectContinue = body.Length > Hosting.GatewayLimits.MaxMessageBytes;
        using HttpResponseMessage response = await gateway.Http.SendAsync(request, Cancellation);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Cancellation));
    }
}
