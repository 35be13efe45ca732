using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace Units.LoadTest.Chaos.Network;

/// <summary>A relay that passes on each byte a time after it came, in both directions, as a long wire does.</summary>
internal sealed class SlowWire : IAsyncDisposable
{
    private const int BufferSize = 16 * 1024;

    // What is on the wire at a time: beyond it a sender waits, as TCP has it.
    private const int Pieces = 256;

    private readonly TcpListener _listener;
    private readonly IPEndPoint _target;
    private long _delay;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _accepting;

    /// <summary>Listens on a free port of an address, and passes on to another.</summary>
    public SlowWire(string address, IPEndPoint target, TimeSpan delay)
    {
        _listener = new TcpListener(IPAddress.Parse(address), 0);
        (_target, _delay) = (target, delay.Ticks);
        _listener.Start();
        _accepting = Accept();
    }

    /// <summary>From now on nothing is passed on any more, and no connection ends: the other end is as good as gone, and nobody was told.</summary>
    public void FallSilent() => Interlocked.Exchange(ref _delay, TimeSpan.FromDays(1).Ticks);

    /// <summary>Where it listens.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _accepting;
        _end.Dispose();
    }

    private async Task Accept()
    {
        List<Task> open = [];
        try
        {
            while (true)
            {
                open.Add(Relay(await _listener.AcceptTcpClientAsync(_end.Token)));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task Relay(TcpClient client)
    {
        using TcpClient near = client;
        using TcpClient far = new() { NoDelay = true };
        near.NoDelay = true;
        try
        {
            await far.ConnectAsync(_target, _end.Token);
            using CancellationTokenSource over = CancellationTokenSource.CreateLinkedTokenSource(_end.Token);
            Task first = await Task.WhenAny(Pass(near, far, over.Token), Pass(far, near, over.Token));
            await over.CancelAsync();
            await first;
        }
        catch (Exception e) when (e is SocketException or IOException or OperationCanceledException)
        {
            // Nobody answers at the other end, or one of them is gone: the other sees its connection close.
        }
    }

    private async Task Pass(TcpClient from, TcpClient to, CancellationToken over)
    {
        Channel<(DateTimeOffset Due, byte[] Bytes)> wire = Channel.CreateBounded<(DateTimeOffset, byte[])>(Pieces);
        Task writing = Write(to, wire.Reader, over);
        byte[] buffer = new byte[BufferSize];
        try
        {
            for (int read; (read = await from.GetStream().ReadAsync(buffer, over)) > 0;)
            {
                await wire.Writer.WriteAsync((TimeProvider.System.GetUtcNow().AddTicks(Interlocked.Read(ref _delay)), buffer[..read]), over);
            }
        }
        finally
        {
            wire.Writer.Complete();
            await writing;
        }
    }

    private static async Task Write(TcpClient to, ChannelReader<(DateTimeOffset Due, byte[] Bytes)> wire, CancellationToken over)
    {
        await foreach ((DateTimeOffset due, byte[] bytes) in wire.ReadAllAsync(over))
        {
            TimeSpan left = due - TimeProvider.System.GetUtcNow();
            if (left > TimeSpan.Zero)
            {
                await Task.Delay(left, TimeProvider.System, over);
            }

            await to.GetStream().WriteAsync(bytes, over);
        }
    }
}
