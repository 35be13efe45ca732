using System.Collections.Immutable;
using Units.Gateway.Requests;

namespace Units.Gateway.Tests;

public sealed class ContentHashTests
{
    private static V1.SubmitReportRequest Report => new()
    {
        Unit = "cam-pha",
        Source = "so-tai-chinh",
        ReportId = "r-1",
        Entries =
        {
            new V1.Entry { Measure = "thu-ngan-sach", Month = "2025-07", Set = "12.50", Estimate = true, Revision = 7 },
            new V1.Entry { Measure = "ho-so", Category = "truc-tuyen", Month = "2025-07", Clear = new V1.Clear() },
        },
    };

    [Fact]
    public void The_hash_of_a_report_never_changes_because_the_journal_keeps_it() => Assert.Equal(
        "ad6fbabca4241140ea8a750e388bc10c91b706c5fdd8544e4ddeb0852e09545b", Hex(ContentHash.Of(Report)));

    [Fact]
    public void The_hash_of_a_target_never_changes_because_the_journal_keeps_it() => Assert.Equal(
        "6a68275717bac10975b1b58990eb044f1007b143e23705638e6b8dd7a37b2f0f",
        Hex(ContentHash.Of(new V1.AssignTargetRequest { Indicator = "tong-thu", Range = "2025", Bound = V1.Bound.AtLeast, Value = "5.0" })));

    [Fact]
    public void The_key_of_a_report_is_no_part_of_its_content()
    {
        V1.SubmitReportRequest other = Report;
        (other.Unit, other.Source, other.ReportId) = ("cam-son", "so-noi-vu", "r-2");

        Assert.Equal(Hex(ContentHash.Of(Report)), Hex(ContentHash.Of(other)));
    }

    [Fact]
    public void The_hash_of_a_step_never_changes_and_its_key_and_whether_it_only_asks_are_no_part_of_it()
    {
        V1.IssuePlanRequest step = new() { Unit = "cam-pha", Source = "ubnd", RequestId = "i-1", Plan = "ke-hoach", Note = "x", ValidateOnly = true };
        V1.IssuePlanRequest other = new() { Unit = "cam-son", Source = "so-noi-vu", RequestId = "i-2", Plan = "ke-hoach", Note = "x" };

        Assert.Equal("f6928ecc3fd5ae90691e9fbabb66416f003fd3f4beb9d8218b09e80da5b0edd7", Hex(ContentHash.Of("units.plan-issue.v1", step)));
        Assert.Equal(Hex(ContentHash.Of("units.plan-issue.v1", step)), Hex(ContentHash.Of("units.plan-issue.v1", other)));
        Assert.Equal("i-1", step.RequestId);
    }

    private static readonly Action<V1.SubmitReportRequest>[] Changes =
    [
        r => r.AllOrNothing = true,
        r => r.Entries.RemoveAt(1),
        r => r.Entries.Add(new V1.Entry()),
        r => r.Entries[0].Measure = "thu-ngan-sac",
        r => (r.Entries[0].Measure, r.Entries[0].Category) = ("thu-ngan-sac", "h"),
        r => r.Entries[0].Month = "2025-08",
        r => r.Entries[0].Set = "12.5",
        r => r.Entries[0].Add = "12.50",
        r => r.Entries[0].YearToDate = "12.50",
        r => r.Entries[0].Estimate = false,
        r => r.Entries[0].AtLeast = true,
        r => r.Entries[0].Revision = 8,
        r => r.Entries[1].Revision = 0,
        r => r.Entries[1].ClearStatement(),
    ];

    [Fact]
    public void Whatever_else_is_sent_differently_is_other_content()
    {
        HashSet<string> seen = [Hex(ContentHash.Of(Report))];
        foreach (Action<V1.SubmitReportRequest> change in Changes)
        {
            V1.SubmitReportRequest other = Report;
            change(other);
            Assert.True(seen.Add(Hex(ContentHash.Of(other))), "Two contents share one hash.");
        }
    }

    private static string Hex(ImmutableArray<byte> hash) => Convert.ToHexStringLower(hash.AsSpan());
}
