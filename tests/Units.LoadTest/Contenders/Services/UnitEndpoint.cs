using Grpc.Core;
using Units.LoadTest.Contenders.Directory;
using Units.LoadTest.Contenders.Reports;

namespace Units.LoadTest.Contenders.Services;

/// <summary>Creates units. A contender's unit has one parent for all months.</summary>
internal sealed class UnitEndpoint(ContenderDirectory directory, ReportReader reader) : V1.UnitService.UnitServiceBase
{
    /// <inheritdoc/>
    public override async Task<V1.CreateUnitResponse> CreateUnit(V1.CreateUnitRequest request, ServerCallContext context)
    {
        if (request.Unit.Edges.Count > 1)
        {
            throw new RpcException(new Status(StatusCode.Unimplemented,
                $"The unit '{request.Unit.Id}' has {request.Unit.Edges.Count} edges; a contender keeps one parent for all months."));
        }

        KnownUnit? parent = request.Unit.Edges.Count == 0 ? null : await reader.RequireUnit(request.Unit.Edges[0].Parent);
        return new V1.CreateUnitResponse { Created = await directory.CreateUnit(request.Unit.Id, parent), Unit = request.Unit };
    }
}
