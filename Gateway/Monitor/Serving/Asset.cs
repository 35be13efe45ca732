using System.IO.Compression;
using System.Security.Cryptography;

namespace Units.Gateway.Monitor.Serving;

/// <summary>A file of the monitor, embedded in the assembly. Its address has a hash of its content in it: it may be kept for ever.</summary>
public sealed class Asset
{
    private const int HashLength = 12;
    private const int BestQuality = 11;
    private const int Window = 22;

    internal Asset(string name, string contentType)
    {
        using Stream stream = typeof(Asset).Assembly.GetManifestResourceStream("monitor/" + name)
            ?? throw new InvalidOperationException($"The assembly has no file {name}.");
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        ContentType = contentType;
        Bytes = bytes;
        Hash = Convert.ToHexStringLower(SHA256.HashData(bytes))[..HashLength];
        Path = $"{Asking.MonitorAsk.Root}/-/{Hash}/{name}";
        Brotli = Compress(bytes);
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>The hash of its content.</summary>
    public string Hash { get; }

    /// <summary>Its type.</summary>
    public string ContentType { get; }

    /// <summary>Its content.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Its content, compressed.</summary>
    public ReadOnlyMemory<byte> Brotli { get; }

    private static byte[] Compress(byte[] bytes)
    {
        byte[] room = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        return BrotliEncoder.TryCompress(bytes, room, out int written, BestQuality, Window)
            ? room[..written]
            : throw new InvalidOperationException("A file of the monitor does not compress.");
    }
}
