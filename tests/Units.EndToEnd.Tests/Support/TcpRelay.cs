using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Units.EndToEnd.Tests.Support;

/// <summary>A wire between a client and a server that can be cut.</summary>
internal sealed class TcpRelay : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, bool> _open = new();
    private readonly int _target;
    private readonly CancellationTokenSource _ended = new();
    private readonly Task _accepting;
    private long _next = long.MaxValue;
    private long _said;

    /// <summary>Passes on to a port of this machine.</summary>
    public TcpRelay(int target)
    {
        _target = target;
        _listener.Start();
        _accepting = Accept();
    }

    /// <summary>Where it listens.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How many bytes the server has said so far, over all connections.</summary>
    public long Said => Interlocked.Read(ref _said);

    /// <summary>Cuts every connection in the middle of whatever it carries.</summary>
    public void Cut()
    {
        foreach (TcpClient client in _open.Keys)
        {
            // No farewell: a reset is what a cable that is pulled out looks like in the end. One that has just closed has no socket any more.
            client.Client?.Close(0);
            client.Close();
        }
    }

    /// <summary>Cuts the next connection once the server has said so much over it.</summary>
    public void CutNextAfter(long bytes) => Volatile.Write(ref _next, bytes);

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        _listener.Stop();
        Cut();
        await _accepting;
        _ended.Dispose();
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                _ = Relay(await _listener.AcceptTcpClientAsync(_ended.Token));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The end of the relay.
        }
    }

    private async Task Relay(TcpClient client)
    {
        using TcpClient server = new();
        long left = Interlocked.Exchange(ref _next, long.MaxValue);
        _open.TryAdd(client, true);
        _open.TryAdd(server, true);
        try
        {
            await server.ConnectAsync("localhost", _target);
            await Task.WhenAny(Copy(client, server, long.MaxValue, null), Copy(server, client, left, bytes => Interlocked.Add(ref _said, bytes)));
        }
        catch (SocketException)
        {
            // Nobody answers at the other end: the client sees its connection close.
        }
        finally
        {
            _open.TryRemove(client, out _);
            _open.TryRemove(server, out _);
            client.Close();
        }
    }

    private static async Task Copy(TcpClient from, TcpClient to, long bytes, Action<int>? said)
    {
        try
        {
            byte[] buffer = new byte[16 * 1024];
            for (int read = 1; bytes > 0 && read > 0; bytes -= read)
            {
                read = await from.GetStream().ReadAsync(buffer.AsMemory(0, (int)Math.Min(bytes, buffer.Length)));
                said?.Invoke(read);
                await to.GetStream().WriteAsync(buffer.AsMemory(0, read));
            }

            to.Client?.Close(0);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // Cut.
        }
    }
}
