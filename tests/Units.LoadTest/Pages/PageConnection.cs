using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Units.LoadTest.Pages;

/// <summary>One HTTP/1.1 connection of a page, with as little work as can be: thousands of pages share the machine with the gateway, and the general client
/// would be a good part of what is measured.</summary>
/// <param name="server">The address of the gateway, without TLS.</param>
internal sealed class PageConnection(Uri server) : IDisposable
{
    private const int Buffer = 32 * 1024;
    private const int Unknown = -1;

    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[Buffer];
    private int _from;
    private int _to;

    // Of the body: what is left of it, or of the chunk; and whether there are chunks.
    private long _left;
    private bool _isChunked;
    private bool _isInside;

    private static ReadOnlySpan<byte> Line => "\r\n"u8;

    /// <summary>A whole answer.</summary>
    /// <exception cref="IOException">It is a refusal, or broke off.</exception>
    public async Task<string> Get(string path, CancellationToken stop)
    {
        await Ask(path, "text/html", stop);
        using MemoryStream body = new();
        while (await Read(stop) is { Length: > 0 } part)
        {
            body.Write(part.Span);
        }

        return Encoding.UTF8.GetString(body.GetBuffer(), 0, checked((int)body.Length));
    }

    /// <summary>Sends a request, and takes the head of its answer.</summary>
    /// <exception cref="IOException">It is a refusal, or broke off.</exception>
    public async Task Ask(string path, string accept, CancellationToken stop)
    {
        if (!_socket.Connected)
        {
            await _socket.ConnectAsync(server.Host, server.Port, stop);
        }

        await _socket.SendAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {server.Authority}\r\nAccept: {accept}\r\n\r\n"), stop);
        string status = await NextLine(stop);
        if (status.Split(' ') is not [_, "200", ..])
        {
            throw new IOException($"{server.Authority}{path} answered {status}.");
        }

        (_left, _isChunked, _isInside) = (Unknown, false, false);
        while (await NextLine(stop) is { Length: > 0 } header)
        {
            _isChunked |= header.Equals("Transfer-Encoding: chunked", StringComparison.OrdinalIgnoreCase);
            if (header.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
            {
                _left = long.Parse(header.AsSpan("Content-Length:".Length), NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture);
            }
        }

        if (!_isChunked && _left == Unknown)
        {
            throw new IOException($"{server.Authority}{path} does not say how long its answer is.");
        }
    }

    /// <summary>The next bytes of the body, until the next call; none at its end.</summary>
    /// <exception cref="IOException">It broke off.</exception>
    public async ValueTask<ReadOnlyMemory<byte>> Read(CancellationToken stop)
    {
        if (_isChunked && !(_isInside && _left > 0))
        {
            if (_isInside)
            {
                await NextLine(stop);
            }

            _left = long.Parse((await NextLine(stop)).Split(';')[0], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            _isInside = _left > 0;
            if (!_isInside)
            {
                await NextLine(stop);
            }
        }

        if (_left == 0)
        {
            return default;
        }

        if (_from == _to)
        {
            await Fill(stop);
        }

        int part = (int)Math.Min(_left, _to - _from);
        ReadOnlyMemory<byte> bytes = _buffer.AsMemory(_from, part);
        _from += part;
        _left -= part;
        return bytes;
    }

    /// <inheritdoc/>
    public void Dispose() => _socket.Dispose();

    private async ValueTask<string> NextLine(CancellationToken stop)
    {
        int end;
        while ((end = _buffer.AsSpan(_from, _to - _from).IndexOf(Line)) < 0)
        {
            await Fill(stop);
        }

        string line = Encoding.ASCII.GetString(_buffer, _from, end);
        _from += end + Line.Length;
        return line;
    }

    private async ValueTask Fill(CancellationToken stop)
    {
        _buffer.AsSpan(_from, _to - _from).CopyTo(_buffer);
        (_from, _to) = (0, _to - _from);
        int read = _to == _buffer.Length ? throw new IOException($"{server.Authority} sent a line of more than {Buffer} bytes.")
            : await _socket.ReceiveAsync(_buffer.AsMemory(_to), stop);
        _to += read > 0 ? read : throw new IOException($"{server.Authority} closed a connection in the middle of an answer.");
    }
}
