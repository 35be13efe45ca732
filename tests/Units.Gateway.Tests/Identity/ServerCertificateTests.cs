using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Units.Gateway.Hosting;

namespace Units.Gateway.Tests.Identity;

/// <summary>A certificate that is renewed under a running gateway.</summary>
public sealed class ServerCertificateTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("units-certificate-");
    private readonly FakeTimeProvider _time = new();

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public void A_renewed_certificate_is_shown_without_a_restart()
    {
        string first = Write(certificate: true, key: true);
        ServerCertificate shown = Shown();
        string second = Write(certificate: true, key: true);
        Assert.Equal(first, Thumbprint(shown));
        _time.Advance(ServerCertificate.LookedAtFor);
        Assert.Equal(second, Thumbprint(shown));
    }

    [Fact]
    public void Until_the_key_has_followed_the_certificate_the_old_one_is_shown()
    {
        string first = Write(certificate: true, key: true);
        ServerCertificate shown = Shown();
        Write(certificate: true, key: false);
        _time.Advance(ServerCertificate.LookedAtFor);
        Assert.Equal(first, Thumbprint(shown));

        string third = Write(certificate: true, key: true);
        _time.Advance(ServerCertificate.LookedAtFor);
        Assert.Equal(third, Thumbprint(shown));
    }

    [Fact]
    public void A_file_that_has_gone_takes_nothing_from_who_connects()
    {
        string first = Write(certificate: true, key: true);
        ServerCertificate shown = Shown();
        File.Delete(KeyPath);
        _time.Advance(ServerCertificate.LookedAtFor);
        Assert.Equal(first, Thumbprint(shown));
    }

    private string CertificatePath => Path.Combine(_directory.FullName, "tls.crt");

    private string KeyPath => Path.Combine(_directory.FullName, "tls.key");

    private ServerCertificate Shown() => new(new EndpointOptions { Url = "https://127.0.0.1:0", CertificatePath = CertificatePath, KeyPath = KeyPath }, _time, NullLogger.Instance);

    private static string Thumbprint(ServerCertificate shown) => shown.Current.TargetCertificate.GetCertHashString(HashAlgorithmName.SHA256);

    private string Write(bool certificate, bool key)
    {
        using RSA made = RSA.Create(2048);
        CertificateRequest request = new("CN=localhost", made, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using X509Certificate2 signed = request.CreateSelfSigned(_time.GetUtcNow(), _time.GetUtcNow().AddYears(1));
        if (certificate)
        {
            File.WriteAllText(CertificatePath, signed.ExportCertificatePem());
        }

        if (key)
        {
            File.WriteAllText(KeyPath, made.ExportPkcs8PrivateKeyPem());
        }

        return signed.GetCertHashString(HashAlgorithmName.SHA256);
    }
}
