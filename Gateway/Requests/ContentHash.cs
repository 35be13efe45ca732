using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Units.Gateway.Requests;

/// <summary>SHA-256 over what was sent, as it was sent: what the gateway thinks of it does not enter.</summary>
/// <remarks>So a repetition has the same hash even where the catalogue or the rules have grown since. The layout is pinned by a test:
/// the journal keeps these hashes for ever. Unit, source and id are the key that it is kept under and stay out.</remarks>
internal sealed class ContentHash
{
    // A report of the largest size does not leave its room behind.
    private const int MaxKept = 64 * 1024;

    private static readonly FrozenSet<string> NoContent = ["unit", "source", "request_id", "validate_only"];

    // A hash is worked out in one go: one of them is under way on a thread.
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? OfThread;

    private readonly ArrayBufferWriter<byte> _content;

    private ContentHash(string layout)
    {
        _content = OfThread ?? new ArrayBufferWriter<byte>(512);
        _content.ResetWrittenCount();
        Add(layout);
    }

    /// <summary>The hash of a report's content.</summary>
    public static ImmutableArray<byte> Of(V1.SubmitReportRequest report)
    {
        ContentHash hash = new("units.report.v1");
        hash.Add(report.AllOrNothing ? 1 : 0);
        hash.Add(report.Entries.Count);
        foreach (V1.Entry entry in report.Entries)
        {
            hash.Add(entry.Measure);
            hash.Add(entry.Category);
            hash.Add(entry.Month);
            hash.Add((int)entry.StatementCase);
            hash.Add(EntryText.Statement(entry));
            hash.Add((entry.Estimate ? 1 : 0) | (entry.AtLeast ? 2 : 0) | (entry.HasRevision ? 4 : 0) | ((int)entry.Calendar << 3));
            hash.Add(entry.Revision);
        }

        return hash.Done();
    }

    /// <summary>The hash of an assignment's content.</summary>
    public static ImmutableArray<byte> Of(V1.AssignTargetRequest target)
    {
        ContentHash hash = new("units.target.v1");
        hash.Add(target.Indicator);
        hash.Add(target.Range);
        hash.Add((int)target.Bound);
        hash.Add(target.Value);
        hash.Add(target.Withdrawn ? 1 : 0);
        return hash.Done();
    }

    /// <summary>The hash of a message without the fields that are its key, or that only ask what would be: a field that is added later and is not set
    /// changes no hash.</summary>
    /// <param name="layout">Names the message among all others.</param>
    /// <param name="sent">The message as it was sent.</param>
    public static ImmutableArray<byte> Of<T>(string layout, T sent)
        where T : IMessage<T>
    {
        T content = sent.Clone();
        foreach (FieldDescriptor field in content.Descriptor.Fields.InDeclarationOrder())
        {
            if (NoContent.Contains(field.Name))
            {
                field.Accessor.Clear(content);
            }
        }

        ContentHash hash = new(layout);
        hash._content.Write(content.ToByteArray());
        return hash.Done();
    }

    /// <summary>The hash of a closing's or reopening's content.</summary>
    public static ImmutableArray<byte> Of(bool closes, string range, string by, string reason)
    {
        ContentHash hash = new("units.period.v1");
        hash.Add(closes ? 1 : 0);
        hash.Add(range);
        hash.Add(by);
        hash.Add(reason);
        return hash.Done();
    }

    private void Add(string text)
    {
        Add(Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, _content);
    }

    private void Add(long number)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_content.GetSpan(sizeof(long)), number);
        _content.Advance(sizeof(long));
    }

    private ImmutableArray<byte> Done()
    {
        OfThread = _content.Capacity <= MaxKept ? _content : null;
        return ImmutableCollectionsMarshal.AsImmutableArray(SHA256.HashData(_content.WrittenSpan));
    }
}
