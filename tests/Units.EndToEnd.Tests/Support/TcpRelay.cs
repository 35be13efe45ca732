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

    /// <summary>Passes on to a port of this machine.</summary>
    public TcpRelay(int target)
    {
        _target = target;
        _listener.Start();
        _accepting = Accept();
    }

    /// <summary>Where it listens.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

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
        _open.TryAdd(client, true);
        _open.TryAdd(server, true);
        try
        {
            await server.ConnectAsync("localhost", _target);
            await Task.WhenAny(Copy(client, server), Copy(server, client));
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

    private static async Task Copy(TcpClient from, TcpClient to)
    {
        try
        {
            await from.GetStream().CopyToAsync(to.GetStream());
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // Cut.
        }
    }
}
