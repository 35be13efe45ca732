using System.IO.Compression;
using System.Security.Cryptography;

namespace Units.Gateway.Monitor.Serving;

/// <summary>A file of the monitor, embedded in the assembly. Its address has a hash of its content in it: it may be kept for ever.</summary>
public sealed class Asset
{
    private const string Root = "monitor/";
    private const int HashLength = 12;
    private const int BestQuality = 11;
    private const int Window = 22;

    /// <summary>A file.</summary>
    /// <param name="name">Its name in its address.</param>
    /// <param name="contentType">Its type.</param>
    /// <param name="folder">Where its parts are, which are sent as one in the order of their names; null for a file in one piece.</param>
    internal Asset(string name, string contentType, string? folder = null)
    {
        byte[] bytes = folder is null ? Read(Root + name)
            : [.. typeof(Asset).Assembly.GetManifestResourceNames().Where(n => n.StartsWith($"{Root}{folder}/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).SelectMany(Read)];
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

    private static byte[] Read(string resource)
    {
        using Stream stream = typeof(Asset).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The assembly has no file {resource}.");
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static byte[] Compress(byte[] bytes)
    {
        byte[] room = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        return BrotliEncoder.TryCompress(bytes, room, out int written, BestQuality, Window)
            ? room[..written]
            : throw new InvalidOperationException("A file of the monitor does not compress.");
    }
}
