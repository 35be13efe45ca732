using System.Buffers;
using Google.Protobuf;
using Grpc.Core;
using Units.LoadTest.Sending;
using Xunit;

namespace Units.LoadTest.Tests;

/// <summary>Answers in a stream are read without the generated code, and come out as with it.</summary>
public sealed class StreamAnswerTests
{
    private readonly StreamAnswer _answer = new("run-");

    [Fact]
    public void A_receipt_gives_its_line_and_sequence()
    {
        V1.SubmitReportsResponse sent = new()
        {
            Unit = "u",
            Source = "load-test",
            ReportId = "run-1234567",
            Repeated = true,
            Receipt = new V1.Receipt { Unit = "u", Sequence = 5_000_000_000, Entries = { new V1.EntryReceipt { Entry = new V1.Entry { Set = "1", Revision = 7 }, Delta = "1" } } },
        };
        Read(sent);
        Assert.Equal((1_234_567, 5_000_000_000, StatusCode.OK, true), (_answer.Original, _answer.Sequence, _answer.Status, _answer.WasRepeated));
    }

    [Fact]
    public void A_refusal_gives_its_status_and_nothing_of_the_answer_before()
    {
        Read(new V1.SubmitReportsResponse { ReportId = "run-1", Repeated = true, Receipt = new V1.Receipt { Sequence = 9 } });
        Read(new V1.SubmitReportsResponse { ReportId = "run-2", Error = new Google.Rpc.Status { Code = (int)StatusCode.InvalidArgument, Message = "no" } });
        Assert.Equal((2, 0, StatusCode.InvalidArgument, false), (_answer.Original, _answer.Sequence, _answer.Status, _answer.WasRepeated));
    }

    [Fact]
    public void Another_runs_report_is_told_by_its_id() => Assert.Contains(
        "other-1", Assert.Throws<FormatException>(() => Read(new V1.SubmitReportsResponse { ReportId = "other-1" })).Message, StringComparison.Ordinal);

    private void Read(V1.SubmitReportsResponse sent) => _answer.Read(new ReadOnlySequence<byte>(sent.ToByteArray()));
}
