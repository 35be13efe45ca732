using CsCheck;
using Grpc.Core;
using Units.Gateway.Identity;

namespace Units.Gateway.Tests.Identity;

/// <summary>Nobody reads, watches, proves or writes outside its subtrees, by any method over gRPC or JSON, or learns what there is.</summary>
public sealed class SightTests(LiveIdentityHost gateway) : IClassFixture<LiveIdentityHost>
{
    private const int Countries = 25;

    private static readonly string[] NotThere = [GatewayReasons.UnitNotFound, GatewayReasons.UnknownReference];

    private static readonly string[] NotAllowed = [GatewayReasons.RoleRequired, GatewayReasons.AllSubtreesRequired];

    [Fact]
    public void Each_method_is_tried_with_a_unit_or_is_about_none() => Assert.Equal(
        MethodRules.All.Keys.Order(StringComparer.Ordinal),
        SightCall.All.Select(c => c.Method).Concat(SightCall.AboutNoUnit).Select(m => "/units.v1." + m).Order(StringComparer.Ordinal));

    [Fact]
    public async Task What_a_caller_may_not_see_does_not_exist_for_it() => await SightCountry.Any.SampleAsync(
        async country =>
        {
            await country.Create(gateway.Cluster);
            string token = gateway.Tokens.For("an", country.Role, [.. country.Tops.Select(country.Id)]);
            if (country.Role != "stranger")
            {
                await ListsHold(country, token);
            }

            foreach (SightCall call in SightCall.All)
            {
                foreach (int unit in country.All)
                {
                    await Holds(country, call, unit, token, ghost => SightAnswer.OverGrpc(gateway.Channel, call, ghost, token));
                    if (call.Path("x").Length > 0)
                    {
                        await Holds(country, call, unit, token, ghost => SightAnswer.OverJson(gateway.Http, call, ghost, token));
                    }
                }
            }

            Assert.DoesNotContain(country.Hidden, gateway.Cluster.Woken.ContainsKey);
        },
        iter: Countries, threads: 1);

    private static async Task Holds(SightCountry country, SightCall call, int unit, string token, Func<string, Task<SightAnswer>> ask)
    {
        string id = country.Id(unit);
        SightAnswer answer = await ask(id);
        foreach (string hidden in country.Hidden.Where(h => h != id))
        {
            Assert.False(answer.Text.Contains(hidden, StringComparison.Ordinal), $"{call.Method} about {id} names {hidden}, which is hidden from {token}: {answer.Text}");
        }

        if (NotAllowed.Any(reason => answer.Text.Contains(reason, StringComparison.Ordinal)))
        {
            Assert.Equal(answer.Without(id), (await ask(country.Ghost(unit))).Without(country.Ghost(unit)));
        }
        else if (country.Sees(unit))
        {
            Assert.DoesNotContain(NotThere, reason => answer.Text.Contains(reason, StringComparison.Ordinal));
        }
        else
        {
            SightAnswer ghost = await ask(country.Ghost(unit));
            Assert.Equal(ghost.Without(country.Ghost(unit)), answer.Without(id));
            Assert.True(answer.Refused || call.Method == "UnitService/ListUnits", $"{call.Method} about {id} was answered: {answer.Text}");
        }
    }

    private async Task ListsHold(SightCountry country, string token)
    {
        string[] seen = [.. country.All.Where(country.Sees).Select(country.Id)];
        Assert.Equal(seen, await List(new V1.ListUnitsRequest { PageSize = 2 }, token));
        Assert.Equal(
            country.All.Where(i => country.Sees(i) && country.IsTop(i)).Select(country.Id),
            await List(new V1.ListUnitsRequest { PageSize = 2, RootsOnly = true, AsOf = "2026-01-01" }, token));
        V1.FindUnitsRequest find = new() { Scheme = "test", Value = country.Prefix };
        Assert.Equal(seen, (await gateway.Units.FindUnitsAsync(find, IdentityHost.With(token))).Units.Select(u => u.Id));
    }

    private async Task<IReadOnlyList<string>> List(V1.ListUnitsRequest request, string token)
    {
        List<string> ids = [];
        do
        {
            V1.ListUnitsResponse page = await gateway.Units.ListUnitsAsync(request, IdentityHost.With(token));
            Assert.All(page.Units, unit => Assert.DoesNotContain(unit.Edges, e => e.Parent.Length > 0 && unit.Id == e.Parent));
            ids.AddRange(page.Units.Select(u => u.Id));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return ids;
    }

    [Fact]
    public async Task A_unit_that_is_seen_shows_no_parent_that_is_not()
    {
        SightCountry country = new("dated", [[], [], [0, 1]], [1], "viewer");
        await country.Create(gateway.Cluster);
        Metadata token = IdentityHost.With(gateway.Tokens.For("an", "viewer", country.Id(1)));
        V1.Unit unit = (await gateway.Units.GetUnitAsync(new V1.GetUnitRequest { Unit = country.Id(2) }, token)).Unit;

        Assert.Equal(["2020-01 ", "2025-01 " + country.Id(1)], unit.Edges.Select(e => $"{e.From} {e.Parent}"));
    }

    [Fact]
    public async Task A_target_beside_a_value_names_no_unit_that_is_not_seen()
    {
        SightCountry country = new("named", [[], [], [1]], [1], "viewer");
        await country.Create(gateway.Cluster);
        MonthRange year = new(Month.FirstOf(2025), Month.LastOf(2025));
        Target stated = new()
        {
            Indicator = gateway.Indicator("tong-thu").Number,
            Range = year,
            Kind = TargetKind.AtLeast,
            Members = [new UnitId(country.Id(0)), new UnitId(country.Id(2))],
            Reference = new TargetReference(new UnitId(country.Id(0)), 1, Tier.Assigned, null),
        };
        gateway.Cluster.Unit(country.Id(1)).TargetReadings =
            [new TargetReading { Indicator = stated.Indicator, Range = year, Told = TargetKind.AtLeast, Asked = year, Stated = stated }];

        V1.TargetComparison shown = (await gateway.Totals.GetComparisonsAsync(
            new V1.GetComparisonsRequest { Unit = country.Id(1), Indicators = { "tong-thu" }, Range = "2025" },
            IdentityHost.With(gateway.Tokens.For("an", "viewer", country.Id(1))))).Indicators[0].Targets.Single();

        Assert.Equal([country.Id(2)], shown.Members);
        Assert.Equal("", shown.Reference.Unit);
    }

    [Fact]
    public async Task A_unit_that_has_left_is_still_seen_from_where_it_was()
    {
        SightCountry country = new("moved", [[], [], [0, 1]], [0], "viewer");
        await country.Create(gateway.Cluster);
        Metadata token = IdentityHost.With(gateway.Tokens.For("an", "viewer", country.Id(0)));

        Assert.Equal(country.Id(2), (await gateway.Units.GetUnitAsync(new V1.GetUnitRequest { Unit = country.Id(2) }, token)).Unit.Id);
    }

    [Fact]
    public async Task An_id_that_is_taken_is_told_and_not_by_what()
    {
        SightCountry country = new("taken", [[], []], [1], "planner");
        await country.Create(gateway.Cluster);
        Metadata token = IdentityHost.With(gateway.Tokens.For("an", "planner", country.Id(1)));
        V1.Unit unit = new() { Id = country.Id(0), Namings = { new V1.Naming { Name = "Của tôi" } }, Edges = { new V1.Edge { From = "2025-01", Parent = country.Id(1) } } };

        Refusal refusal = await Refusal.Of(gateway.Units.CreateUnitAsync(new V1.CreateUnitRequest { Unit = unit }, token));

        Assert.Equal(StatusCode.AlreadyExists, refusal.Code);
        Assert.DoesNotContain(refusal.Status.Details, d => d.Is(V1.Unit.Descriptor));
    }

    [Fact]
    public async Task A_root_is_created_by_whoever_has_all_units()
    {
        V1.CreateUnitRequest request = new() { Unit = new V1.Unit { Id = "goc-moi", Namings = { new V1.Naming { Name = "Gốc" } } } };
        Refusal refusal = await Refusal.Of(gateway.Units.CreateUnitAsync(request, IdentityHost.With(gateway.Tokens.For("an", "planner", "cam-pha"))));
        Assert.Equal((StatusCode.PermissionDenied, GatewayReasons.AllSubtreesRequired), (refusal.Code, refusal.Reason));

        Assert.True((await gateway.Units.CreateUnitAsync(request, IdentityHost.With(gateway.Tokens.For("an", "planner", "*")))).Created);
    }
}
