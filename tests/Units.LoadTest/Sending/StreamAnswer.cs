using System.Buffers;
using System.Buffers.Text;
using System.Text;
using Google.Protobuf;
using Grpc.Core;

namespace Units.LoadTest.Sending;

/// <summary>
/// What a generator needs of an answer in a stream: which report, its sequence, or why not. An answer repeats every entry of its report, and
/// to make objects of them all would cost the machine that is measured more than sending did; so the rest is stepped over.
/// </summary>
internal sealed class StreamAnswer
{
    private readonly byte[] _prefix;

    /// <summary>An answer that is read into again and again: a stream has one at a time.</summary>
    /// <param name="prefix">What the id of every report begins with, before the number of its line.</param>
    public StreamAnswer(string prefix) => _prefix = Encoding.ASCII.GetBytes(prefix);

    /// <summary>The line of the report that the answer is about; of a repeat, that of its original.</summary>
    public int Original { get; private set; }

    /// <summary>Its sequence; 0 where it was refused.</summary>
    public long Sequence { get; private set; }

    /// <summary>Why it was refused; OK where it was not.</summary>
    public StatusCode Status { get; private set; }

    /// <summary>True where it had been taken in before.</summary>
    public bool WasRepeated { get; private set; }

    /// <summary>SubmitReports, whose answers are read into this one.</summary>
    public Method<V1.SubmitReportsRequest, StreamAnswer> Method() => new(
        MethodType.DuplexStreaming,
        V1.ReportService.Descriptor.FullName,
        nameof(V1.ReportService.ReportServiceClient.SubmitReports),
        Marshallers.Create<V1.SubmitReportsRequest>(
            (message, context) =>
            {
                context.SetPayloadLength(message.CalculateSize());
                message.WriteTo(context.GetBufferWriter());
                context.Complete();
            },
            _ => throw new NotSupportedException("A client reads no requests.")),
        Marshallers.Create<StreamAnswer>(
            (_, _) => throw new NotSupportedException("A client writes no answers."),
            context => Read(context.PayloadAsReadOnlySequence())));

    /// <summary>Reads an answer.</summary>
    public StreamAnswer Read(ReadOnlySequence<byte> payload)
    {
        (Original, Sequence, Status, WasRepeated) = (-1, 0, StatusCode.OK, false);
        Fields(payload.IsSingleSegment ? payload.FirstSpan : payload.ToArray());
        return this;
    }

    private void Fields(ReadOnlySpan<byte> bytes)
    {
        WireReader fields = new(bytes);
        while (fields.Next(out int field))
        {
            switch (field)
            {
                case V1.SubmitReportsResponse.ReportIdFieldNumber:
                    Original = Line(fields.Bytes());
                    break;
                case V1.SubmitReportsResponse.ReceiptFieldNumber:
                    Sequence = Number(fields.Bytes(), V1.Receipt.SequenceFieldNumber);
                    break;
                case V1.SubmitReportsResponse.ErrorFieldNumber:
                    Status = (StatusCode)Number(fields.Bytes(), Google.Rpc.Status.CodeFieldNumber);
                    break;
                case V1.SubmitReportsResponse.RepeatedFieldNumber:
                    WasRepeated = fields.Varint() != 0;
                    break;
                default:
                    fields.Skip();
                    break;
            }
        }
    }

    private int Line(ReadOnlySpan<byte> id) =>
        id.StartsWith(_prefix) && Utf8Parser.TryParse(id[_prefix.Length..], out int line, out int used) && used == id.Length - _prefix.Length
            ? line
            : throw new FormatException($"An answer came about report '{Encoding.UTF8.GetString(id)}', which is none of this run.");

    private static long Number(ReadOnlySpan<byte> bytes, int wanted)
    {
        WireReader fields = new(bytes);
        while (fields.Next(out int field))
        {
            if (field == wanted)
            {
                return (long)fields.Varint();
            }

            fields.Skip();
        }

        return 0;
    }
}
