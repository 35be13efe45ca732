using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Grpc.Net.Client;

namespace Units.Gateway.Tests.Identity;

/// <summary>TLS from files in PEM, and a client certificate that stands for somebody.</summary>
public sealed class TlsTests : IAsyncLifetime
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("units-tls-");
    private readonly LiveGatewayHost _gateway = new();
    private readonly X509Certificate2 _server = Certificate("localhost");
    private readonly X509Certificate2 _known = Certificate("one-stop");
    private readonly X509Certificate2 _stranger = Certificate("one-stop");

    public async ValueTask InitializeAsync()
    {
        string certificate = Path.Combine(_directory.FullName, "tls.crt");
        string key = Path.Combine(_directory.FullName, "tls.key");
        await File.WriteAllTextAsync(certificate, _server.ExportCertificatePem());
        await File.WriteAllTextAsync(key, _server.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem());
        foreach (string endpoint in (string[])["Http", "Grpc"])
        {
            _gateway.Settings[$"Units:{endpoint}:Url"] = "https://127.0.0.1:0";
            _gateway.Settings[$"Units:{endpoint}:CertificatePath"] = certificate;
            _gateway.Settings[$"Units:{endpoint}:KeyPath"] = key;
        }

        _gateway.Settings["Units:Identity:Certificates:0:Thumbprint"] = _known.GetCertHashString(HashAlgorithmName.SHA256);
        _gateway.Settings["Units:Identity:Certificates:0:Name"] = "one-stop";
        _gateway.Settings["Units:Identity:Certificates:0:Roles"] = "viewer reporter";
        _gateway.Settings["Units:Identity:Certificates:0:Subtrees"] = "cam-tay";
        await _gateway.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        _directory.Delete(recursive: true);
        _server.Dispose();
        _known.Dispose();
        _stranger.Dispose();
    }

    [Fact]
    public async Task A_certificate_that_is_listed_sees_its_subtree_over_both()
    {
        using HttpClient http = Http(_known);
        Assert.Equal(HttpStatusCode.OK, await Status(http, "/v1/units/cam-tay"));
        Assert.Equal(HttpStatusCode.NotFound, await Status(http, "/v1/units/cam-pha"));

        using GrpcChannel channel = GrpcChannel.ForAddress(_gateway.Channel.Target is { } target ? "https://" + target : "", new GrpcChannelOptions { HttpHandler = Handler(_known) });
        Assert.Equal("cam-tay", (await new V1.UnitService.UnitServiceClient(channel).GetUnitAsync(new V1.GetUnitRequest { Unit = "cam-tay" })).Unit.Id);
    }

    [Fact]
    public async Task Without_a_certificate_health_is_open_and_the_rest_is_not()
    {
        using HttpClient http = Http(null);
        Assert.Equal(HttpStatusCode.OK, await Status(http, "/health/live"));
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(http, "/v1/units/cam-tay"));
    }

    [Fact]
    public async Task A_certificate_that_is_not_listed_ends_the_handshake()
    {
        using HttpClient http = Http(_stranger);
        await Assert.ThrowsAsync<HttpRequestException>(() => Status(http, "/health/live"));
    }

    private static X509Certificate2 Certificate(string name)
    {
        using RSA key = RSA.Create(2048);
        CertificateRequest request = new($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        using X509Certificate2 made = request.CreateSelfSigned(now.AddHours(-1), now.AddHours(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null, X509KeyStorageFlags.Exportable);
    }

    private HttpClient Http(X509Certificate2? client) => new(Handler(client)) { BaseAddress = _gateway.Http.BaseAddress };

    private SocketsHttpHandler Handler(X509Certificate2? client)
    {
        SocketsHttpHandler handler = new();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) => shown!.GetCertHashString(HashAlgorithmName.SHA256) == _server.GetCertHashString(HashAlgorithmName.SHA256);
        if (client is not null)
        {
            handler.SslOptions.ClientCertificates = [client];
        }

        return handler;
    }

    private static async Task<HttpStatusCode> Status(HttpClient http, string path)
    {
        using HttpResponseMessage response = await http.GetAsync(path, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
