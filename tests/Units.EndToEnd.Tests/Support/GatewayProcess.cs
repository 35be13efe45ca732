using System.Globalization;
using System.Net;
using Units.TestSupport;
using Xunit;

namespace Units.EndToEnd.Tests.Support;

/// <summary>The gateway alone, in a process of its own, beside a silo in another.</summary>
internal sealed class GatewayProcess : IAsyncDisposable
{
    private const string Dll = "Units.Gateway.dll";

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(20) };
    private readonly DotnetProcess _process;

    /// <summary>Starts it and waits for nothing.</summary>
    /// <param name="siloGatewayPort">Where it looks for the silo.</param>
    public GatewayProcess(int siloGatewayPort)
        : this(siloGatewayPort.ToString(CultureInfo.InvariantCulture))
    {
    }

    /// <summary>Starts it with a port that may be none.</summary>
    public GatewayProcess(string siloGatewayPort)
        : this(new Dictionary<string, string> { ["Units__Silo__GatewayPort"] = siloGatewayPort })
    {
    }

    /// <summary>Starts it beside the silos that share a database.</summary>
    public GatewayProcess(UnitsData data)
        : this(data.Settings)
    {
    }

    /// <summary>Starts it with settings.</summary>
    public GatewayProcess(IReadOnlyDictionary<string, string> settings) => _process = DotnetProcess.Start(Dll, new Dictionary<string, string>(settings)
    {
        ["Units__Http__Url"] = HttpUrl,
        ["Units__Grpc__Url"] = GrpcUrl,
        ["Units__DrainTime"] = "00:00:00",
    });

    /// <summary>Where it answers JSON over HTTP.</summary>
    public string HttpUrl { get; } = $"http://localhost:{FreePorts.Next()}";

    /// <summary>Where it answers gRPC.</summary>
    public string GrpcUrl { get; } = $"http://localhost:{FreePorts.Next()}";

    /// <summary>What it has written.</summary>
    public string Output => _process.Output;

    /// <summary>Waits for its end and gives the exit code.</summary>
    public Task<int> WaitForEnd() => _process.WaitForEnd();

    /// <summary>Waits until /health/ready answers 200.</summary>
    public Task Ready() => Until.Becomes(
        $"the gateway's {HttpUrl}/health/ready to answer 200",
        async () => _process.HasEnded ? throw new InvalidOperationException($"The gateway ended before it was ready:\n{Output}") : await HealthProbe.Ask(_http, new Uri($"{HttpUrl}/health/ready")),
        status => status == HttpStatusCode.OK);

    public async ValueTask DisposeAsync()
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"The gateway said:\n{Output}");
        await _process.DisposeAsync();
        _http.Dispose();
    }
}
