using System.Net;

namespace Units.Gateway.Tests.Identity;

/// <summary>Without identity only this machine is answered, under its own name.</summary>
public sealed class ThisMachineTests(GatewayHost gateway) : IClassFixture<GatewayHost>
{
    [Theory]
    [InlineData("localhost", true)]
    [InlineData("LOCALHOST:8080", true)]
    [InlineData("127.0.0.1", true)]
    [InlineData("[::1]:8080", true)]
    [InlineData("units.example.vn", false)]
    [InlineData("localhost.example.vn", false)]
    [InlineData("10.0.0.5:8080", false)]
    public async Task A_page_that_leads_its_own_name_here_learns_nothing(string host, bool isAnswered)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri("/v1/measures", UriKind.Relative));
        request.Headers.Host = host;
        using HttpResponseMessage answer = await gateway.Http.SendAsync(request, TestContext.Current.CancellationToken);
        string body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(isAnswered ? HttpStatusCode.OK : HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(!isAnswered, body.Contains(GatewayReasons.OnlyThisMachine, StringComparison.Ordinal));
    }
}
