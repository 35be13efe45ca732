using System.Text;
using Google.Protobuf;

namespace Units.Gateway.Watching;

/// <summary>What all watchers of a question are shown under one version: encoded once for each format, whoever and however many watch.</summary>
/// <param name="version">The version that it shows.</param>
/// <param name="eventName">The name of the event.</param>
/// <param name="grpc">Encodes it as protobuf.</param>
/// <param name="json">Encodes it as JSON.</param>
internal class Frame(UnitVersion version, string eventName, Func<byte[]> grpc, Func<byte[]> json)
{
    private const int EventField = 1;

    private static long EncodedFrames;

    private readonly Lazy<byte[]> _grpc = new(() => Counted(grpc()));
    private readonly Lazy<byte[]> _json = new(() => Counted(json()));

    /// <summary>A frame of a message of the API.</summary>
    /// <param name="version">The version that it shows.</param>
    /// <param name="eventName">The name of the event.</param>
    /// <param name="message">The event; field 1 of the messages to watchers.</param>
    public Frame(UnitVersion version, string eventName, IMessage message)
        : this(version, eventName, () => Grpc(EventField, message), () => Json(eventName, message))
    {
    }

    /// <summary>How many encodings of frames were made in this process; heartbeats are each watcher's own.</summary>
    public static long Encodings => Interlocked.Read(ref EncodedFrames);

    /// <summary>The version that it shows.</summary>
    public UnitVersion Version => version;

    /// <summary>The name of the event.</summary>
    public string Event => eventName;

    /// <summary>The message as protobuf without its resume token, which is appended for each watcher.</summary>
    public ReadOnlyMemory<byte> AsGrpc => _grpc.Value;

    /// <summary>The message as JSON without its resume token and its closing brace.</summary>
    public ReadOnlyMemory<byte> AsJson => _json.Value;

    /// <summary>An event as a field of a message.</summary>
    public static byte[] Grpc(int field, IMessage message)
    {
        int size = message.CalculateSize();
        byte[] bytes = new byte[CodedOutputStream.ComputeTagSize(field) + CodedOutputStream.ComputeLengthSize(size) + size];
        using CodedOutputStream output = new(bytes);
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteMessage(message);
        output.Flush();
        return bytes;
    }

    /// <summary>An event as the beginning of a JSON object.</summary>
    public static byte[] Json(string eventName, IMessage message) =>
        Encoding.UTF8.GetBytes($"{{\"{eventName}\":{Messages.ProtoJson.Write(message)}");

    /// <summary>Counts an encoding.</summary>
    protected static byte[] Counted(byte[] bytes)
    {
        Interlocked.Increment(ref EncodedFrames);
        return bytes;
    }
}
