using System.Globalization;
using Grpc.Core;
using Units.Gateway.Caches;
using Units.Gateway.Errors;
using Units.Gateway.Messages;
using Units.Gateway.Requests;

namespace Units.Gateway.Services;

/// <summary>Which units there are.</summary>
internal sealed class UnitService(IGrainFactory grains, UnitCache units, VietnamClock clock) : V1.UnitService.UnitServiceBase
{
    private IRegistryGrain Registry => grains.GetGrain<IRegistryGrain>(0);

    /// <inheritdoc/>
    public override async Task<V1.CreateUnitResponse> CreateUnit(V1.CreateUnitRequest request, ServerCallContext context)
    {
        Violations found = new();
        Unit unit = UnitParser.Parse(request.Unit ?? new V1.Unit(), found);
        found.ThrowIfAny();

        CreateResult<Unit> result = await Registry.CreateUnit(unit).WaitAsync(context.CancellationToken);
        (Unit item, bool created) = Creations.Taken(result, "unit.id", unit.Id.Text, "unit.edges", i => UnitMessages.Of(i));
        units.Add(item);
        return new V1.CreateUnitResponse { Unit = UnitMessages.Of(item), Created = created };
    }

    /// <inheritdoc/>
    public override async Task<V1.GetUnitResponse> GetUnit(V1.GetUnitRequest request, ServerCallContext context)
    {
        Violations found = new();
        UnitId id = found.Unit("unit", request.Unit);
        found.ThrowIfAny();

        // Names and parents are dated facts that may be added to, so this reads the registry and not the cache.
        Unit? unit = (await Registry.GetUnits([id]).WaitAsync(context.CancellationToken)).FirstOrDefault();
        if (unit is null)
        {
            found.Add(GatewayReasons.UnitNotFound, "unit", request.Unit);
            found.Throw();
        }

        return new V1.GetUnitResponse { Unit = UnitMessages.Of(unit) };
    }

    /// <inheritdoc/>
    public override async Task<V1.ListUnitsResponse> ListUnits(V1.ListUnitsRequest request, ServerCallContext context)
    {
        Violations found = new();
        UnitId? parent = request.Parent.Length == 0 ? null : found.Unit("parent", request.Parent);
        UnitKind kind = Enums.From(found.Choice("kind", request.Kind));
        DateOnly asOf = found.Date("as_of", request.AsOf) ?? clock.Today;
        int size = found.Size(request.PageSize);

        // Not the resolved day: a page that is turned after midnight goes on, on the new day.
        string question = string.Create(CultureInfo.InvariantCulture, $"units|{request.Parent}|{kind}|{request.AsOf}|{request.RootsOnly}");
        string? after = found.PageToken(question, request.PageToken);
        if (request.RootsOnly && request.Parent.Length > 0)
        {
            found.Add(GatewayReasons.NotTogether, "roots_only", "true", "parent");
        }

        found.ThrowIfAny();

        UnitFilter filter = new(parent, kind, asOf, after is null ? null : new UnitId(after), size, request.RootsOnly);
        IReadOnlyList<Unit> page = await Registry.ListUnits(filter).WaitAsync(context.CancellationToken);
        return new V1.ListUnitsResponse
        {
            Units = { page.Select(UnitMessages.Of) },
            NextPageToken = page.Count < size ? "" : PageTokens.Write(question, page[^1].Id.Text),
        };
    }

    /// <inheritdoc/>
    public override async Task<V1.FindUnitsResponse> FindUnits(V1.FindUnitsRequest request, ServerCallContext context)
    {
        Violations found = new();
        string scheme = found.Text("scheme", request.Scheme, Fields.MaxCode, required: true);
        string value = found.Text("value", request.Value, Fields.MaxCode, required: true);
        DateOnly asOf = found.Date("as_of", request.AsOf) ?? clock.Today;
        found.ThrowIfAny();

        IReadOnlyList<Unit> carriers = await Registry.FindUnits(scheme, value, asOf).WaitAsync(context.CancellationToken);
        return new V1.FindUnitsResponse { Units = { carriers.OrderBy(u => u.Id).Select(UnitMessages.Of) } };
    }
}
