using Grpc.Core;
using static Units.Gateway.Tests.Planning.PlanSamples;

namespace Units.Gateway.Tests.Planning;

/// <summary>A plan is drafted, commented on, issued and amended, and every version of it can be read.</summary>
public sealed class PlanLifeTests(GatewayHost gateway) : IClassFixture<GatewayHost>
{
    [Fact]
    public async Task A_plan_goes_from_its_draft_to_an_amendment_and_keeps_every_version()
    {
        const string Plan = "ke-hoach-2025";
        await gateway.Plans.DraftPlanAsync(Draft(Plan, Target("500")));
        await gateway.Plans.OpenForCommentsAsync(
            new V1.OpenForCommentsRequest { Unit = "cam-pha", Source = "ubnd", RequestId = Sample.NewId(), Plan = Plan, Commenters = { "cam-tay" } });
        await gateway.Plans.CommentOnPlanAsync(
            new V1.CommentOnPlanRequest { Unit = "cam-pha", Source = "ubnd", RequestId = Sample.NewId(), Plan = Plan, By = "cam-tay", Text = "Đề nghị 510" });
        await gateway.Plans.DraftPlanAsync(Draft(Plan, Target(), Target("850", tier: V1.Tier.Resolution)));
        V1.IssuePlanRequest issue = Issue(Plan, "4699/QĐ-UBND");
        V1.IssuePlanResponse issued = await gateway.Plans.IssuePlanAsync(issue);
        await gateway.Plans.AmendPlanAsync(Amend(Plan, "2200/QĐ-UBND", Target("520")));

        Assert.True((await gateway.Plans.IssuePlanAsync(issue)).Repeated);
        V1.Plan now = (await gateway.Plans.GetPlanAsync(new V1.GetPlanRequest { Unit = "cam-pha", Plan = Plan })).Plan;
        Assert.Equal((V1.PlanStatus.Issued, 4, "Kỷ cương"), (now.Status, now.Version, now.Theme));
        Assert.Equal(["520 2200/QĐ-UBND", "850 4699/QĐ-UBND"], now.Targets.Select(t => $"{t.Lower} {t.Decision.Number}"));
        Assert.Equal(
            [V1.PlanVersionKind.Draft, V1.PlanVersionKind.Draft, V1.PlanVersionKind.Issue, V1.PlanVersionKind.Amendment], now.Versions.Select(v => v.Kind));
        Assert.Equal(issued.Receipt.Sequence, now.Versions[2].Sequence);
        Assert.Equal(("cam-tay", "Đề nghị 510"), (now.Comments.Single().By, now.Comments.Single().Text));

        V1.Plan first = (await gateway.Plans.GetPlanAsync(new V1.GetPlanRequest { Unit = "cam-pha", Plan = Plan, Version = 1 })).Plan;
        Assert.Equal(["500"], first.Targets.Select(t => t.Lower));
        V1.ComparePlanVersionsResponse compared = await gateway.Plans.ComparePlanVersionsAsync(
            new V1.ComparePlanVersionsRequest { Unit = "cam-pha", Plan = Plan, FromVersion = 3 });
        Assert.Equal(("507.8", "520", 1), (compared.Differences.Single().Before.Lower, compared.Differences.Single().After.Lower, compared.Same));
    }

    [Fact]
    public async Task Plans_are_listed_in_pages_in_the_order_of_their_ids()
    {
        foreach (string plan in (string[])["a-3", "a-1", "a-2"])
        {
            V1.DraftPlanRequest draft = Draft(plan, Target());
            draft.Unit = "mong-duong";
            await gateway.Plans.DraftPlanAsync(draft);
        }

        V1.ListPlansResponse first = await gateway.Plans.ListPlansAsync(new V1.ListPlansRequest { Unit = "mong-duong", PageSize = 2 });
        V1.ListPlansResponse last = await gateway.Plans.ListPlansAsync(new V1.ListPlansRequest { Unit = "mong-duong", PageSize = 2, PageToken = first.NextPageToken });
        Assert.Equal(["a-1", "a-2", "a-3"], first.Plans.Concat(last.Plans).Select(p => p.Plan_));
        Assert.Empty(last.NextPageToken);
        Assert.All(first.Plans, p => Assert.Empty(p.Targets));
    }

    [Fact]
    public async Task A_step_that_is_only_validated_is_judged_and_changes_nothing()
    {
        const string Plan = "chi-thu";
        await gateway.Plans.DraftPlanAsync(Draft(Plan, Target(tier: V1.Tier.Stretch)));
        int before = gateway.CamPha.Plans.Count;
        V1.IssuePlanRequest issue = Issue(Plan, "77/QĐ-UBND");
        issue.ValidateOnly = true;
        V1.TargetEffect effect = (await gateway.Plans.IssuePlanAsync(issue)).Effects.Single(e => e.Unit == "cam-pha");
        V1.AmendPlanRequest amend = Amend(Plan, "78/QĐ-UBND", Target());
        amend.ValidateOnly = true;
        Refusal refusal = await Refusal.Of(gateway.Plans.AmendPlanAsync(amend));

        Assert.Equal(("tong-thu", "lower", "", "507.8"), (effect.Indicator, effect.Part, effect.OwnBefore, effect.OwnAfter));
        Assert.Equal((StatusCode.FailedPrecondition, PlanReasons.NotNow), (refusal.Code, refusal.Reason));
        Assert.Equal(before, gateway.CamPha.Plans.Count);
    }

    [Fact]
    public async Task A_judgement_needs_evidence_and_is_passed_on()
    {
        V1.RecordAssessmentRequest request = new()
        {
            Unit = "cam-pha",
            Source = "ubnd",
            RequestId = Sample.NewId(),
            Indicator = "tong-thu",
            Range = "2025",
            Assessment = V1.Assessment.Met,
        };
        Assert.Equal(["evidence FIELD_REQUIRED"], (await Refusal.Of(gateway.Plans.RecordAssessmentAsync(request))).FieldReasons);
        request.Evidence = "Biên bản nghiệm thu";
        await gateway.Plans.RecordAssessmentAsync(request);

        Assert.Equal(
            new Judgement(Assessment.Met, "Biên bản nghiệm thu"), gateway.CamPha.Targets.Single(t => t.RequestId.Text == request.RequestId).Judgement);
    }
}
