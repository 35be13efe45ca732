using Grpc.Core;

namespace Units.Gateway.Tests.Identity;

/// <summary>A unit that was asked comments on the plan of one above that it does not see; for everybody else that one does not exist.</summary>
public sealed class CommentSightTests(LiveIdentityHost gateway) : IClassFixture<LiveIdentityHost>
{
    private const string Plan = "ke-hoach";

    [Fact]
    public async Task Who_was_asked_reads_and_comments_and_nobody_else_learns_that_there_is_a_plan()
    {
        // A city (0) with two wards (1, 2), and a city beside it (3).
        SightCountry country = new("asked", [[], [0], [0], []], [], "planner");
        await country.Create(gateway.Cluster);
        Metadata city = IdentityHost.With(gateway.Tokens.For("city", "planner", country.Id(0)));
        Metadata asked = IdentityHost.With(gateway.Tokens.For("asked", "planner", country.Id(1)));
        Metadata other = IdentityHost.With(gateway.Tokens.For("other", "planner", country.Id(2)));
        await gateway.Plans.DraftPlanAsync(
            new V1.DraftPlanRequest { Unit = country.Id(0), Source = "ubnd", RequestId = Sample.NewId(), Plan = Plan, Title = "Kế hoạch", Range = "2025" }, city);
        await gateway.Plans.OpenForCommentsAsync(
            new V1.OpenForCommentsRequest { Unit = country.Id(0), Source = "ubnd", RequestId = Sample.NewId(), Plan = Plan, Commenters = { country.Id(1) } }, city);

        await gateway.Plans.CommentOnPlanAsync(Comment(country.Id(0), country.Id(1)), asked);
        V1.Plan shown = (await gateway.Plans.GetPlanAsync(new V1.GetPlanRequest { Unit = country.Id(0), Plan = Plan, Commenter = country.Id(1) }, asked)).Plan;
        Assert.Equal([country.Id(1)], shown.Comments.Select(c => c.By));

        Refusal notAsked = await Refusal.Of(gateway.Plans.CommentOnPlanAsync(Comment(country.Id(0), country.Id(2)), other));
        Refusal noUnit = await Refusal.Of(gateway.Plans.CommentOnPlanAsync(Comment(country.Ghost(0), country.Id(2)), other));
        Assert.Equal(["unit UNIT_NOT_FOUND"], notAsked.FieldReasons);
        Assert.Equal(noUnit.FieldReasons, notAsked.FieldReasons);
        Assert.Equal(noUnit.Code, notAsked.Code);
        Refusal notShown = await Refusal.Of(gateway.Plans.GetPlanAsync(new V1.GetPlanRequest { Unit = country.Id(0), Plan = Plan, Commenter = country.Id(2) }, other));
        Assert.Equal(["unit UNIT_NOT_FOUND"], notShown.FieldReasons);
        Refusal beside = await Refusal.Of(gateway.Plans.CommentOnPlanAsync(Comment(country.Id(3), country.Id(2)), other));
        Assert.Equal(["unit UNIT_NOT_FOUND"], beside.FieldReasons);
        Assert.False(gateway.Cluster.Woken.ContainsKey(country.Id(3)));
    }

    private static V1.CommentOnPlanRequest Comment(string unit, string by) =>
        new() { Unit = unit, Source = "phuong", RequestId = Sample.NewId(), Plan = Plan, By = by, Text = "Đồng ý" };
}
