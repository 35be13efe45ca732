using Grpc.Core;
using Microsoft.IdentityModel.Tokens;

namespace Units.Gateway.Tests.Identity;

/// <summary>Neither a token nor what a report says reaches a log, however much is logged.</summary>
public sealed class SecretTests(LiveIdentityHost gateway) : IClassFixture<LiveIdentityHost>
{
    private const string Amount = "987654321987";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tokens_and_amounts_reach_no_log()
    {
        string good = gateway.Tokens.For("an", "reporter", "cam-pha");
        string forged = gateway.Tokens.Make(t => t.SigningCredentials = Tokens.Sign(new byte[32], SecurityAlgorithms.HmacSha256));
        string broken = good[..^5];
        foreach (string token in (string[])[good, forged, broken])
        {
            foreach (V1.SubmitReportRequest report in (V1.SubmitReportRequest[])[Report("cam-pha", Amount), Report("cam-pha", Amount + ".5x"), Report("khong-co", Amount)])
            {
                await Ignored(gateway.Reports.SubmitReportAsync(report, IdentityHost.With(token), cancellationToken: Cancellation));
            }

            using HttpRequestMessage request = new(HttpMethod.Post, "/v1/units/cam-pha/reports");
            request.Headers.Authorization = new("Bearer", token);
            request.Content = new StringContent($$"""{"source": "one-stop", "reportId": "r-9", "entries": [{"measure": "ho-so", "month": "2025-07", "set": "{{Amount}}" """);
            using HttpResponseMessage answer = await gateway.Http.SendAsync(request, Cancellation);
        }

        string[] secrets = [Amount, .. new[] { good, forged, broken }.SelectMany(t => t.Split('.')[1..])];
        Assert.NotEmpty(gateway.Logs.Lines);
        Assert.All(gateway.Logs.Lines, line => Assert.DoesNotContain(secrets, secret => line.Contains(secret, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_is_sent_under_a_token_is_kept_with_its_subject()
    {
        await gateway.Reports.SubmitReportAsync(Report("cam-tay", "1"), IdentityHost.With(gateway.Tokens.For("an@so-tai-chinh", "reporter", "cam-tay")), cancellationToken: Cancellation);
        Assert.Equal("an@so-tai-chinh", Assert.Single(gateway.Cluster.Unit("cam-tay").Reports).Who);
    }

    private static V1.SubmitReportRequest Report(string unit, string value) => new()
    {
        Unit = unit,
        Source = "one-stop",
        ReportId = "r-1",
        Entries = { new V1.Entry { Measure = "ho-so", Month = "2025-07", Set = value } },
    };

    private static async Task Ignored(AsyncUnaryCall<V1.SubmitReportResponse> call)
    {
        try
        {
            await call;
        }
        catch (RpcException)
        {
            // What was refused is logged too, and that is looked at.
        }
    }
}
