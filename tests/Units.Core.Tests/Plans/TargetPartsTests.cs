using CsCheck;
using Units.Core.Tests.Ledger;
using Units.Grains.Ledger;
using Units.Grains.Storage;

namespace Units.Core.Tests.Plans;

/// <summary>A target of any kind becomes cells, and its words a document: what stands is always the one that was set last, whole.</summary>
public class TargetPartsTests
{
    private static readonly TargetQuery Question = new(1, Planned.Year);
    private int _requests;

    private static readonly Gen<Target> Targets = Gen.Select(
        Gen.Enum<TargetKind>(), Gen.Long[-5, 5].Nullable(), Gen.Long[-5, 5].Nullable(), Gen.Long[1, 5].Nullable(), Gen.Int[0, 3], Gen.Enum<Assessment>(), Gen.Const("lời").Null(),
        (kind, lower, upper, planned, course, assessment, words) => new Target
        {
            Indicator = 1,
            Range = Planned.Year,
            Kind = kind,
            Lower = Amount(lower),
            Upper = Amount(upper),
            Numerator = Amount(planned),
            Denominator = Amount(planned),
            Course = course == 0 ? TargetCourse.Even : new TargetCourse(CourseKind.Shares, [.. Enumerable.Range(1, course).Select(i => new Amount(i))]),
            Assessment = assessment,
            Words = words ?? "",
        });

    [Fact]
    public void What_stands_is_the_target_that_was_set_last_and_nothing_of_those_before() =>
        Gen.Select(Targets, Gen.Bool, Gen.Int[0, 3], Gen.Int[0, 3]).Array[1, 8].Sample(steps =>
        {
            LedgerBench unit = new();
            bool additive = steps[0].Item2;
            foreach ((Target target, _, int withdrawn, int restart) in steps)
            {
                unit.Assign(Assignment(target, additive) with { Withdrawn = withdrawn == 0 });
                if (restart == 0)
                {
                    unit.Restart();
                }

                TargetReading? stands = unit.Targets(Question).SingleOrDefault();
                Target? stated = unit.Ledger.Stated(TargetKey.Of(target));
                Assert.Equal(withdrawn == 0 ? null : target, stated);
                if (withdrawn == 0)
                {
                    Assert.Null(stands);
                    Assert.All(unit.Journal.Sums(), cell => Assert.True(cell.Value.IsZero));
                }
                else
                {
                    Assert.Equal(
                        (target.Kind, target.Lower, target.Upper, target.Numerator, target.Denominator, target.Assessment),
                        (stands!.Kind, stands.Lower.Own, stands.Upper.Own, stands.Numerator.Own, stands.Denominator.Own, stands.Assessment));
                    Assert.Equal(target.Course, stands.Course);
                }
            }
        }, iter: 150);

    [Fact]
    public void The_same_target_again_changes_nothing_and_other_words_change_the_document_alone()
    {
        LedgerBench unit = new();
        Target target = Planned.Target(1, 5) with { Words = "một" };
        unit.Assign(Assignment(target, additive: true));
        Assert.All(unit.Assign(Assignment(target, additive: true)).Rows, row => Assert.Equal(EntryOutcome.Unchanged, row.Outcome));

        JournalReport reworded = unit.Assign(Assignment(target with { Words = "hai" }, additive: true));
        Assert.Empty(reworded.Rows.SelectMany(row => row.Cells()));
        Assert.Equal("hai", unit.Ledger.Stated(TargetKey.Of(target))?.Words);
    }

    [Fact]
    public void Bounds_that_add_up_are_counted_and_all_else_is_told()
    {
        LedgerBench unit = new();
        Target target = Planned.Target(1, 5) with { Numerator = new Amount(2), Denominator = new Amount(4), Course = new TargetCourse(CourseKind.LastYear, []) };
        Assert.Equal(["Kind", "Lower", "Course"], Told(unit.Assign(Assignment(target, additive: false))));
        Assert.Equal(["Lower", "Kind", "Course"], Told(unit.Assign(Assignment(target, additive: true))));
    }

    [Fact]
    public void A_judgement_changes_a_qualitative_target_and_no_other()
    {
        LedgerBench unit = new();
        TargetAssignment judged = Assignment(Planned.Target(1, 0), additive: false) with { Stated = null, Judgement = new Judgement(Assessment.Met, "biên bản") };
        Assert.Equal(PlanReasons.NotQualitative, unit.Stage(judged).Violations.Single().Reason);
        unit.Commit();
        unit.Assign(Assignment(Planned.Target(1, 0) with { Kind = TargetKind.Qualitative, Lower = null, Words = "phát triển y tế" }, additive: false));
        unit.Assign(judged with { RequestId = new ReportId("j-2") });

        Target stated = unit.Ledger.Stated(new TargetKey(1, Planned.Year, Tier.Assigned))!;
        Assert.Equal((Assessment.Met, "biên bản", "phát triển y tế"), (stated.Assessment, stated.Evidence, stated.Words));
        Assert.Equal(Assessment.Met, Assert.Single(unit.Targets(Question)).Assessment);
    }

    [Fact]
    public void A_figure_that_does_not_fit_refuses_the_whole_target()
    {
        LedgerBench unit = new();
        CutReport refused = unit.Stage(Assignment(Planned.Target(1, 5) with { Upper = new Amount(Int128.MaxValue) }, additive: true));
        Assert.Null(refused.Report);
        Assert.Equal((Reasons.Overflow, "upper"), (refused.Violations[0].Reason, refused.Violations[0].Field));
    }

    private static IEnumerable<string> Told(JournalReport report) =>
        report.Rows.Where(row => row.Kind == RowKind.RatioTarget).Select(row => ((TargetPart)(row.Category & 0xFF)).ToString());

    private static Amount? Amount(long? value) => value is { } said ? new Amount(said) : null;

    private TargetAssignment Assignment(Target target, bool additive) =>
        TargetAssignment.Of(target, additive, Say.A, new ReportId($"t-{++_requests}"), []);
}
