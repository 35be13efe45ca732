using Grpc.Core;
using Grpc.Net.Client;

namespace Units.LoadTest.Sending;

/// <summary>The public API over connections of its own.</summary>
internal sealed class Client : IDisposable
{
    private readonly GrpcChannel _channel;

    /// <summary>Speaks to a gateway.</summary>
    /// <param name="url">Its address.</param>
    /// <param name="opensMore">Whether another connection is opened where one has as many calls as it may.</param>
    public Client(string url, bool opensMore = false)
    {
        _channel = GrpcChannel.ForAddress(url, new GrpcChannelOptions
        {
            HttpHandler = new SocketsHttpHandler { EnableMultipleHttp2Connections = opensMore },
            DisposeHttpClient = true,
            // A gateway that was restarted is back within seconds; the usual backoff grows to minutes.
            InitialReconnectBackoff = TimeSpan.FromMilliseconds(50),
            MaxReconnectBackoff = TimeSpan.FromMilliseconds(500),
        });
        Invoker = _channel.CreateCallInvoker();
        Units = new V1.UnitService.UnitServiceClient(_channel);
        Catalog = new V1.CatalogService.CatalogServiceClient(_channel);
        Reports = new V1.ReportService.ReportServiceClient(_channel);
        Totals = new V1.TotalService.TotalServiceClient(_channel);
        Plans = new V1.PlanService.PlanServiceClient(_channel);
    }

    /// <summary>For calls whose messages are not those that are generated.</summary>
    public CallInvoker Invoker { get; }

    public V1.UnitService.UnitServiceClient Units { get; }

    public V1.CatalogService.CatalogServiceClient Catalog { get; }

    public V1.ReportService.ReportServiceClient Reports { get; }

    public V1.TotalService.TotalServiceClient Totals { get; }

    public V1.PlanService.PlanServiceClient Plans { get; }

    /// <summary>The moment so long from now, as a deadline.</summary>
    public static DateTime In(TimeSpan time) => (TimeProvider.System.GetUtcNow() + time).UtcDateTime;

    public void Dispose() => _channel.Dispose();
}
