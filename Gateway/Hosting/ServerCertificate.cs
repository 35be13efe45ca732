using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Units.Gateway.Hosting;

/// <summary>The certificate of an address, read again when its files have changed: whoever renews it need not restart anything.</summary>
internal sealed class ServerCertificate
{
    /// <summary>For how long the files are not looked at again.</summary>
    public static readonly TimeSpan LookedAtFor = TimeSpan.FromSeconds(10);

    private readonly EndpointOptions _endpoint;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Lock _gate = new();
    private Files _files;
    private SslStreamCertificateContext _shown;
    private long _lookedAt;

    /// <summary>Reads both files.</summary>
    /// <exception cref="CryptographicException">They are not a certificate and its key.</exception>
    public ServerCertificate(EndpointOptions endpoint, TimeProvider time, ILogger logger)
    {
        (_endpoint, _time, _logger) = (endpoint, time, logger);
        _files = Read();
        _shown = Load(_files);
        _lookedAt = time.GetTimestamp();
    }

    /// <summary>What to show to who connects now.</summary>
    public SslStreamCertificateContext Current
    {
        get
        {
            lock (_gate)
            {
                if (_time.GetElapsedTime(_lookedAt) >= LookedAtFor)
                {
                    _lookedAt = _time.GetTimestamp();
                    LookAgain();
                }

                return _shown;
            }
        }
    }

    /// <summary>The two files may be replaced one after the other: until they fit each other, what was shown before is shown on.</summary>
    private void LookAgain()
    {
        try
        {
            Files files = Read();
            if (files != _files)
            {
                _shown = Load(files);
                _files = files;
                _logger.CertificateRenewed(_endpoint.CertificatePath, _shown.TargetCertificate.NotAfter.ToUniversalTime());
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            _logger.CertificateUnreadable(e, _endpoint.CertificatePath, _endpoint.KeyPath);
        }
    }

    // Their text and not their times: where a volume is swapped below a link, the link has not changed.
    private Files Read() => new(File.ReadAllText(_endpoint.CertificatePath), File.ReadAllText(_endpoint.KeyPath));

    private static SslStreamCertificateContext Load(Files files)
    {
        X509Certificate2Collection chain = [];
        chain.ImportFromPem(files.Certificate);
        return SslStreamCertificateContext.Create(X509Certificate2.CreateFromPem(files.Certificate, files.Key), chain, offline: true);
    }

    private readonly record struct Files(string Certificate, string Key);
}
