using Grpc.Core;

namespace Units.Gateway.Tests;

public sealed class UnitTests(GatewayHost gateway) : IClassFixture<GatewayHost>
{
    [Fact]
    public async Task A_unit_is_created_once_and_read_back()
    {
        V1.Unit unit = new()
        {
            Id = "quang-hanh",
            Namings =
            {
                new V1.Naming { Kind = V1.UnitKind.Ward, Name = "Phường Quang Hanh" },
                new V1.Naming { From = "2025-07-01", Kind = V1.UnitKind.Ward, Name = "Phường Quang Hanh mới", NameEn = "New Quang Hanh" },
            },
            Edges = { new V1.Edge { From = "2020-01", Parent = "cam-pha" } },
            Identifiers = { new V1.Identifier { Scheme = "vn.gso", Value = "06799", To = "2025-06-30" } },
            IdentityInferred = true,
        };

        V1.CreateUnitResponse first = await gateway.Units.CreateUnitAsync(new V1.CreateUnitRequest { Unit = unit });
        V1.CreateUnitResponse again = await gateway.Units.CreateUnitAsync(new V1.CreateUnitRequest { Unit = unit });
        V1.GetUnitResponse read = await gateway.Units.GetUnitAsync(new V1.GetUnitRequest { Unit = "quang-hanh" });

        unit.Name = "units/quang-hanh";
        Assert.Equal((true, false), (first.Created, again.Created));
        Assert.Equal(unit, read.Unit);

        unit.Namings[0].Name = "Khác";
        Refusal refusal = await Refusal.Of(gateway.Units.CreateUnitAsync(new V1.CreateUnitRequest { Unit = unit }));
        Assert.Equal(StatusCode.AlreadyExists, refusal.Code);
        Assert.Contains(refusal.Status.Details, d => d.Is(V1.Unit.Descriptor));
    }

    [Fact]
    public async Task All_that_is_wrong_with_a_unit_comes_at_once()
    {
        V1.Unit unit = new()
        {
            Id = "moi-moi",
            Namings = { new V1.Naming { From = "2025-07-01", Name = "a" }, new V1.Naming { From = "2025-07-01", Name = " " }, new V1.Naming { Name = "c" } },
            Edges = { new V1.Edge { From = "2025", Parent = "moi-moi" } },
            Identifiers = { new V1.Identifier { Scheme = "vn.gso", Value = "1", From = "2025-07-01", To = "2025-06-30" }, new V1.Identifier { From = "x" } },
        };

        Refusal refusal = await Refusal.Of(gateway.Units.CreateUnitAsync(new V1.CreateUnitRequest { Unit = unit }));

        Assert.Equal(
            [
                "unit.edges[0].from BAD_MONTH", "unit.edges[0].parent OWN_PARENT",
                "unit.identifiers[0].to DATES_OUT_OF_ORDER", "unit.identifiers[1].from BAD_DATE",
                "unit.identifiers[1].scheme FIELD_REQUIRED", "unit.identifiers[1].value FIELD_REQUIRED",
                "unit.namings[1].from DATES_OUT_OF_ORDER", "unit.namings[1].name FIELD_REQUIRED", "unit.namings[2].from FIELD_REQUIRED",
            ],
            refusal.FieldReasons.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_parent_that_does_not_exist_is_named()
    {
        Refusal refusal = await Refusal.Of(gateway.Units.CreateUnitAsync(new V1.CreateUnitRequest
        {
            Unit = new V1.Unit
            {
                Id = "mo-coi",
                Namings = { new V1.Naming { Name = "Mồ côi" } },
                Edges = { new V1.Edge { From = "2020-01", Parent = "khong-co" } },
            },
        }));

        Assert.Equal(["unit.edges UNKNOWN_REFERENCE"], refusal.FieldReasons);
        Assert.Contains("khong-co", refusal.Status.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Storage_that_is_away_at_a_creation_asks_to_repeat()
    {
        gateway.Cluster.Registry.OnCreateUnit = u => u.Id.Text == "kho-di-vang" ? new CreateResult<Unit>(CreateStatus.Unavailable, null, null) : null;

        Refusal refusal = await Refusal.Of(gateway.Units.CreateUnitAsync(
            new V1.CreateUnitRequest { Unit = new V1.Unit { Id = "kho-di-vang", Namings = { new V1.Naming { Name = "a" } } } }));

        Assert.Equal((StatusCode.Unavailable, Reasons.StorageAway), (refusal.Code, refusal.Reason));
        Assert.True(refusal.Retry > TimeSpan.Zero);
    }

    [Fact]
    public async Task Children_are_listed_by_page_and_found_by_identifier()
    {
        V1.ListUnitsRequest request = new() { Parent = "cam-pha", PageSize = 2 };
        V1.ListUnitsResponse first = await gateway.Units.ListUnitsAsync(request);
        request.PageToken = first.NextPageToken;
        V1.ListUnitsResponse second = await gateway.Units.ListUnitsAsync(request);

        Assert.Equal(["cam-son", "cam-tay"], first.Units.Select(u => u.Id));
        Assert.Equal("mong-duong", second.Units[0].Id);

        request.Kind = V1.UnitKind.Ward;
        Assert.Equal(["page_token BAD_PAGE_TOKEN"], (await Refusal.Of(gateway.Units.ListUnitsAsync(request))).FieldReasons);

        V1.FindUnitsRequest find = new() { Scheme = "vn.gso", Value = "010", AsOf = "2025-06-30" };
        Assert.Equal(["mong-duong"], (await gateway.Units.FindUnitsAsync(find)).Units.Select(u => u.Id));
        find.AsOf = "";
        Assert.Empty((await gateway.Units.FindUnitsAsync(find)).Units);
    }

    [Fact]
    public async Task Roots_and_a_parent_are_not_asked_for_together() => Assert.Equal(
        ["roots_only NOT_TOGETHER"],
        (await Refusal.Of(gateway.Units.ListUnitsAsync(new V1.ListUnitsRequest { Parent = "cam-pha", RootsOnly = true }))).FieldReasons);

    [Fact]
    public async Task A_known_unit_is_asked_for_once()
    {
        V1.GetTotalsRequest request = new() { Unit = "cam-son", Measures = { "ho-so" }, Range = "2025" };
        await gateway.Totals.GetTotalsAsync(request);
        int reads = gateway.Cluster.Registry.UnitReads;
        await gateway.Totals.GetTotalsAsync(request);

        Assert.Equal(reads, gateway.Cluster.Registry.UnitReads);
    }
}
