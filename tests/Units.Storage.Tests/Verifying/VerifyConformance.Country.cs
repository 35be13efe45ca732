using Xunit;

namespace Units.Storage.Tests.Verifying;

/// <summary>The country whose journals are verified.</summary>
public abstract partial class VerifyConformance
{
    private static readonly Measure Revenue = Measured("revenue", Some.Revenue, MeasureKind.Flow, SourceRule.One);
    private static readonly Measure Members = Measured("members", 8, MeasureKind.Stock, SourceRule.Many);
    private static readonly MonthRange Quarter = new(Some.January, Some.January.Plus(2));

    /// <summary>Every kind of row; a pin that absorbs a difference, units that report and have children, one that moved.</summary>
    private async Task WriteCountry()
    {
        await _harness.Registry.Add(Revenue, Cancel);
        await _harness.Registry.Add(Members, Cancel);
        await _harness.Registry.Add(Catalogued.Indicator with { Number = 1, Numerator = new Term(Revenue.Id, null), Formula = FormulaKind.Amount, Denominator = null }, Cancel);
        Unit[] units = [Some.UnitOf("country"), Some.Child("city", "country"), Some.Child("other", "country"), Some.Child("ward", "city"), Some.Child("mover", "city")];
        foreach (Unit unit in units)
        {
            Assert.True(await _harness.Registry.Add(unit, Cancel));
        }

        RuledJournal journal = new(_harness.Journal);
        await journal.Report("ward", "r-1", Says(Revenue, EntryKind.YearToDate, 2, 400));
        await journal.Report("ward", "r-2", Says(Revenue, EntryKind.Set, 1, 40));
        await journal.Report("ward", "r-3", Says(Members, EntryKind.Add, 0, 3), Says(Revenue, EntryKind.Set, 3, 9) with { Refusal = new Violation("X", "entries[1]", "9", []) });
        await journal.Report("ward", "r-4", Says(Revenue, EntryKind.Add, 2, 90), Says(Members, EntryKind.Set, 5, 12) with { Quality = Quality.Estimate | Quality.AtLeast });
        await journal.Report("ward", "r-5", Says(Revenue, EntryKind.HandOver, 0, 0) with { NewSource = Some.OtherSource }, Says(Members, EntryKind.Clear, 5, 0));
        await journal.Target("ward", "t-1", 900, Bound.AtLeast);
        await journal.Target("ward", "t-2", 800, Bound.AtMost);
        await journal.Target("ward", "t-3", 0, Bound.AtMost, withdrawn: true);
        await journal.Report("city", "r-1", Says(Revenue, EntryKind.Set, 2, 7));
        await journal.Period("city", "p-1", Quarter, closes: true);
        await journal.Period("city", "p-2", new MonthRange(Quarter.From, Quarter.From), closes: false);
        await journal.Report("mover", "r-1", Says(Revenue, EntryKind.Set, 0, 5), Says(Revenue, EntryKind.Set, 1, 6));
        await journal.Move("mover", "m-1", "other", Some.January.Plus(12));
        await journal.Report("mover", "r-2", Says(Revenue, EntryKind.Set, 12, 8));
        await WriteTargets(journal);
        await _harness.Journal.TakeEpoch(new UnitId("city"), Cancel);
        await _harness.Journal.TakeEpoch(new UnitId("city"), Cancel);
    }

    /// <summary>Targets of every part, one judged, and a plan that is drafted, opened, commented on, issued and amended.</summary>
    private static async Task WriteTargets(RuledJournal journal)
    {
        MonthRange year = new(Some.January, Some.January.Plus(11));
        Target ratio = new()
        {
            Indicator = 1,
            Range = Quarter,
            Kind = TargetKind.Range,
            Lower = new Amount(5),
            Upper = new Amount(6),
            Numerator = new Amount(2),
            Denominator = new Amount(3),
            Course = new TargetCourse(CourseKind.Shares, [new Amount(250_000), new Amount(500_000), new Amount(1_000_000)]),
            Words = "lời",
        };
        Target qualitative = new() { Indicator = 1, Range = year, Tier = Tier.Council, Kind = TargetKind.Qualitative };
        TargetAssignment Sets(string id, Target target) => TargetAssignment.Of(target, additive: false, Some.Source, new ReportId(id), [1]);
        PlanStep Step(string id, PlanStepKind kind) => new() { Source = Some.Source, RequestId = new ReportId(id), ContentHash = [1], Plan = new PlanId("plan"), Kind = kind };
        PlanStep draft = Step("d-1", PlanStepKind.Draft) with { Title = "Kế hoạch", Range = year, Targets = [ratio with { Tier = Tier.Stretch }], Additive = [1] };
        await journal.Target("ward", Sets("s-1", ratio));
        await journal.Target("ward", Sets("s-2", ratio with { Upper = new Amount(7), Course = TargetCourse.Even }));
        await journal.Target("ward", Sets("s-3", qualitative));
        await journal.Target("ward", Sets("s-4", qualitative) with { Stated = null, Judgement = new Judgement(Assessment.Met, "biên bản") });
        await journal.Step("city", draft);
        await journal.Step("city", Step("o-1", PlanStepKind.Open) with { Commenters = [new UnitId("ward")] });
        await journal.Step("city", Step("c-1", PlanStepKind.Comment) with { By = new UnitId("ward"), Text = "Đồng ý" });
        await journal.Step("city", Step("i-1", PlanStepKind.Issue) with { Decision = new Decision("1", new DateOnly(2025, 1, 1), "UBND") });
        await journal.Step("city", Step("a-1", PlanStepKind.Amend) with
        {
            Decision = new Decision("2", new DateOnly(2025, 2, 1), "UBND"),
            Withdrawn = [new TargetKey(1, Quarter, Tier.Stretch)],
        });
    }

    private static Entry Says(Measure measure, EntryKind kind, int month, long value) =>
        new() { Kind = kind, Measure = measure.Ref, Month = Some.January.Plus(month), Value = new Amount(value) };

    private static Measure Measured(string id, int number, MeasureKind kind, SourceRule sources) =>
        new() { Id = new MeasureId(id), Number = number, Kind = kind, Scale = 2, Sources = sources, Name = id };
}
