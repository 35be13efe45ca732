using Units.Core.Tests.Ledger;
using Units.Grains.Storage;

namespace Units.Core.Tests.Plans;

/// <summary>What the journal keeps of targets, plans and allotments stays readable for ever.</summary>
public class PlanTextTests
{
    private static readonly Target Full = Planned.Target(7, 1_250, Tier.Council) with
    {
        Kind = TargetKind.Range,
        Upper = new Amount(1_300),
        Numerator = new Amount(5),
        Denominator = new Amount(8),
        Members = [new UnitId("au-lau"), new UnitId("minh-bao")],
        Reference = new TargetReference(new UnitId("tinh"), 9, Tier.Resolution, new MonthRange(new Month(2020, 1), new Month(2020, 3))),
        Components = [3, 4],
        Course = new TargetCourse(CourseKind.Shares, [new Amount(250_000), new Amount(1_000_000)]),
        Words = "tăng \"trên\" 5 %",
        Decision = new Decision("4699/QĐ-UBND", new DateOnly(2019, 12, 30), "UBND thành phố"),
        Assessment = Assessment.Met,
        Evidence = "biên bản",
    };

    private const string FullText =
        """{"v":1,"indicator":7,"range":"2020","tier":1,"kind":4,"lower":1250,"upper":1300,"numerator":5,"denominator":8,"members":["au-lau","minh-bao"],"reference":{"unit":"tinh","indicator":9,"tier":2,"range":"2020-Q1"},"components":[3,4],"course":{"kind":2,"steps":[250000,1000000]},"words":"tăng \"trên\" 5 %","decision":{"number":"4699/QĐ-UBND","date":"2019-12-30","issuer":"UBND thành phố"},"assessment":1,"evidence":"biên bản"}""";

    [Fact]
    public void A_target_is_written_so_and_read_back()
    {
        Assert.Equal(FullText, TargetText.Write(Full));
        Assert.Equal(Full, TargetText.Read(FullText));
        Assert.Equal("""{"v":1,"indicator":7,"range":"2020","tier":0,"kind":0,"lower":5}""", TargetText.Write(Planned.Target(7, 5)));
        Assert.Throws<FormatException>(() => TargetText.Read("""{"v":2}"""));
    }

    [Fact]
    public void A_step_is_written_so_and_read_back()
    {
        PlanStep draft = Planned.Draft(Planned.Target(7, 5)) with { Theme = "Kỷ cương", Text = "lần 2" };
        Assert.Equal(
            """{"v":1,"plan":"ke-hoach-2020","title":"Kế hoạch 2020","range":"2020","theme":"Kỷ cương","targets":[{"indicator":7,"range":"2020","tier":0,"kind":0,"lower":5}],"additive":[7],"text":"lần 2"}""",
            PlanText.Write(draft));
        PlanStep amend = Planned.Amend(Planned.Decision(2)) with { Withdrawn = [new TargetKey(7, Planned.Year, Tier.Stretch)] };
        Assert.Equal(
            """{"v":1,"plan":"ke-hoach-2020","withdrawn":[{"indicator":7,"range":"2020","tier":3}],"decision":{"number":"2/QĐ-UBND","date":"2020-01-02","issuer":"UBND thành phố"}}""",
            PlanText.Write(amend));
        PlanStep open = Planned.Step(PlanStepKind.Open) with { Commenters = [new UnitId("au-lau")] };
        PlanStep comment = Planned.Step(PlanStepKind.Comment) with { By = new UnitId("au-lau"), Text = "Đồng ý" };
        Assert.Equal("""{"v":1,"plan":"ke-hoach-2020","commenters":["au-lau"]}""", PlanText.Write(open));
        Assert.Equal("""{"v":1,"plan":"ke-hoach-2020","by":"au-lau","text":"Đồng ý"}""", PlanText.Write(comment));
        foreach (PlanStep step in (PlanStep[])[draft, amend, open, comment, Planned.Issue()])
        {
            PlanStep read = PlanText.ReadStep(PlanText.KindOf(step.Kind), PlanText.Write(step), new ReportKey(step.Source, step.RequestId), step.Who);
            Assert.Equal(PlanText.Write(step), PlanText.Write(read));
            Assert.Equal((step.Kind, step.Plan, step.Source, step.RequestId), (read.Kind, read.Plan, read.Source, read.RequestId));
        }
    }

    [Fact]
    public void An_allotment_is_written_so_and_read_back()
    {
        Allotment allotment = new()
        {
            Source = Say.A,
            RequestId = new ReportId("a-1"),
            ContentHash = [],
            Target = Planned.Target(7, 5),
            IsAdditive = true,
            Rule = AllotmentRule.ByLastYear,
            Parts = [new AllotmentPart(new UnitId("au-lau"), new Amount(Int128.MaxValue), new Amount(5), null, null, null)],
        };
        string text = PlanText.Write(allotment);
        Assert.Equal(
            """{"v":1,"target":{"indicator":7,"range":"2020","tier":0,"kind":0,"lower":5},"additive":true,"rule":2,"parts":[{"child":"au-lau","weight":"170141183460469231731687303715884105727","lower":5}]}""",
            text);
        Allotment read = PlanText.ReadAllotment(text, new ReportKey(allotment.Source, allotment.RequestId), null);
        Assert.Equal(allotment.Parts.Single(), read.Parts.Single());
        Assert.Equal((allotment.Target, allotment.IsAdditive, allotment.Rule), (read.Target, read.IsAdditive, read.Rule));
    }
}
