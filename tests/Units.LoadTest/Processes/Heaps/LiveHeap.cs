using System.Buffers.Binary;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Units.LoadTest.Processes.Heaps;

/// <summary>Has another .NET process of this machine collect its whole heap, and tells what was still alive.</summary>
/// <remarks>Speaks to the diagnostics port that every .NET process has: a trace with the keyword for a collection makes one before it answers, and the
/// events of the trace have what survived it.</remarks>
internal static class LiveHeap
{
    private const int HeaderLength = 20;
    private const byte EventPipe = 2;
    private const byte CollectTracing2 = 3;
    private const byte StopTracing = 1;
    private const byte Answered = 0xFF;
    private const byte Fine = 0;

    private const uint BufferMegabytes = 4;
    private const uint NetTrace = 1;
    private const ulong CollectsAndTells = 0x800001;
    private const uint Informational = 4;
    private const string Provider = "Microsoft-Windows-DotNETRuntime";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static ReadOnlySpan<byte> Magic => "DOTNET_IPC_V1\0"u8;

    /// <summary>Bytes of live objects after a full, blocking collection.</summary>
    /// <exception cref="InvalidOperationException">The process cannot be asked, or did not answer as expected.</exception>
    public static async Task<long> Collect(int process, CancellationToken stop)
    {
        using CancellationTokenSource impatience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        impatience.CancelAfter(Patience);
        using Socket trace = await Ask(process, CollectTracing2, Request(), impatience.Token);
        byte[] session = await Answer(process, trace, impatience.Token);
        using Socket end = await Ask(process, StopTracing, session, impatience.Token);
        using MemoryStream told = new();
        await using (NetworkStream stream = new(trace))
        {
            await stream.CopyToAsync(told, impatience.Token);
        }

        return HeapEvents.LiveBytes(told.ToArray())
            ?? throw new InvalidOperationException($"Process {process} told nothing of a collection in {told.Length} bytes of its trace.");
    }

    private static async Task<Socket> Ask(int process, byte command, byte[] payload, CancellationToken stop)
    {
        // Of a process that was killed the port stays behind, and its id may be another's now: the newest is that of the one that runs.
        string pattern = string.Create(CultureInfo.InvariantCulture, $"dotnet-diagnostic-{process}-*-socket");
        string path = Directory.EnumerateFiles(Path.GetTempPath(), pattern).MaxBy(File.GetLastWriteTimeUtc)
            ?? throw new InvalidOperationException(
                $"Process {process} has no diagnostics port in {Path.GetTempPath()}: say the TMPDIR that it was started with, and leave DOTNET_EnableDiagnostics on.");
        Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), stop);
            byte[] message = new byte[HeaderLength + payload.Length];
            Magic.CopyTo(message);
            BinaryPrimitives.WriteUInt16LittleEndian(message.AsSpan(Magic.Length), checked((ushort)message.Length));
            message[Magic.Length + 2] = EventPipe;
            message[Magic.Length + 3] = command;
            payload.CopyTo(message, HeaderLength);
            await socket.SendAsync(message, stop);
            return socket;
        }
        catch (Exception e)
        {
            socket.Dispose();
            throw e is SocketException ? new InvalidOperationException($"Process {process} does not answer at {path}: is it one of this user?", e) : e;
        }
    }

    /// <summary>The id of the session.</summary>
    private static async Task<byte[]> Answer(int process, Socket socket, CancellationToken stop)
    {
        byte[] header = await Take(socket, HeaderLength, stop);
        int length = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(Magic.Length)) - HeaderLength;
        byte[] payload = await Take(socket, length, stop);
        return header[Magic.Length + 2] == Answered && header[Magic.Length + 3] == Fine && length == sizeof(ulong) ? payload
            : throw new InvalidOperationException($"Process {process} refused to collect its heap: {Convert.ToHexString(payload)}.");
    }

    private static async Task<byte[]> Take(Socket socket, int length, CancellationToken stop)
    {
        byte[] bytes = new byte[length];
        for (int at = 0; at < length;)
        {
            int read = await socket.ReceiveAsync(bytes.AsMemory(at), stop);
            at += read > 0 ? read : throw new InvalidOperationException("A diagnostics port closed in the middle of its answer.");
        }

        return bytes;
    }

    private static byte[] Request()
    {
        using MemoryStream bytes = new();
        using BinaryWriter writer = new(bytes, Encoding.Unicode);
        writer.Write(BufferMegabytes);
        writer.Write(NetTrace);
        writer.Write(false);
        writer.Write(1u);
        writer.Write(CollectsAndTells);
        writer.Write(Informational);
        writer.Write((uint)Provider.Length + 1);
        writer.Write(Encoding.Unicode.GetBytes(Provider + "\0"));
        writer.Write(0u);
        writer.Flush();
        return bytes.ToArray();
    }
}
