using System.Globalization;
using Grpc.Core;
using Units.Gateway.Caches;
using Units.Gateway.Errors;
using Units.Gateway.Identity;
using Units.Gateway.Messages;
using Units.Gateway.Requests;

namespace Units.Gateway.Services;

/// <summary>Which units there are.</summary>
internal sealed class UnitService(IGrainFactory grains, UnitCache units, UnitSight sight, VietnamClock clock) : V1.UnitService.UnitServiceBase
{
    private IRegistryGrain Registry => grains.GetGrain<IRegistryGrain>(0);

    /// <inheritdoc/>
    public override async Task<V1.CreateUnitResponse> CreateUnit(V1.CreateUnitRequest request, ServerCallContext context)
    {
        Violations found = new();
        Unit unit = UnitParser.Parse(request.Unit ?? new V1.Unit(), found);
        found.ThrowIfAny();
        await RequirePlace(unit, context);

        CreateResult<Unit> result = await Registry.CreateUnit(unit).WaitAsync(context.CancellationToken);
        if (result is { Status: CreateStatus.OtherContent, Item: { } other })
        {
            // That the id is taken cannot be kept from whoever wants it; what has taken it can.
            result = result with { Item = await sight.Shown(context.Caller(), [other], context.CancellationToken) is [Unit shown] ? shown : null };
        }

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
        IReadOnlyList<Unit> there = await Registry.GetUnits([id]).WaitAsync(context.CancellationToken);
        if (await sight.Shown(context.Caller(), there, context.CancellationToken) is [Unit unit])
        {
            return new V1.GetUnitResponse { Unit = UnitMessages.Of(unit) };
        }

        throw new RefusedException([new Violation(GatewayReasons.UnitNotFound, "unit", request.Unit, [])]);
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

        Caller caller = context.Caller();
        UnitFilter filter = new(parent, kind, asOf, after is null ? null : new UnitId(after), size, request.RootsOnly)
        {
            // What lies below a parent that is seen is seen as well.
            Within = caller.SeesAll || parent is not null ? [] : [.. caller.Subtrees],
        };
        bool sees = caller.SeesAll || (parent is { } above ? await sight.Sees(caller, above, context.CancellationToken) : caller.Subtrees.Count > 0);
        IReadOnlyList<Unit> listed = await Registry.ListUnits(filter).WaitAsync(context.CancellationToken);

        // A parent that is hidden has no children, as one that does not exist.
        IReadOnlyList<Unit> page = sees ? listed : [];
        IReadOnlyList<Unit> shown = await sight.Shown(caller, page, context.CancellationToken);
        return new V1.ListUnitsResponse
        {
            Units = { shown.Select(UnitMessages.Of) },
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

        IReadOnlyList<Unit> carrying = await Registry.FindUnits(scheme, value, asOf).WaitAsync(context.CancellationToken);
        IReadOnlyList<Unit> carriers = await sight.Shown(context.Caller(), carrying, context.CancellationToken);
        return new V1.FindUnitsResponse { Units = { carriers.OrderBy(u => u.Id).Select(UnitMessages.Of) } };
    }

    /// <summary>A unit is created below units that the caller sees, in every month: what it reports counts in each of them.</summary>
    private async ValueTask RequirePlace(Unit unit, ServerCallContext context)
    {
        Caller caller = context.Caller();
        if (caller.SeesAll)
        {
            return;
        }

        if (unit.Edges.IsEmpty)
        {
            throw new RefusedException(GatewayReasons.AllSubtreesRequired);
        }

        foreach (UnitEdge edge in unit.Edges)
        {
            // Before the registry is asked whether the id is taken, so that one answer comes to a parent that is hidden and to one that is none.
            if (!await sight.Sees(caller, edge.Parent, context.CancellationToken))
            {
                throw new RefusedException([new Violation(GatewayReasons.UnknownReference, "unit.edges", edge.Parent.Text, [])]);
            }
        }
    }
}
