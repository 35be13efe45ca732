using Grpc.Core;
using Units.LoadTest.Contenders.Directory;

namespace Units.LoadTest.Contenders.Services;

/// <summary>Creates measures. A contender's measures are flows without categories.</summary>
internal sealed class CatalogEndpoint(ContenderDirectory directory) : V1.CatalogService.CatalogServiceBase
{
    /// <inheritdoc/>
    public override async Task<V1.CreateMeasureResponse> CreateMeasure(V1.CreateMeasureRequest request, ServerCallContext context)
    {
        V1.Measure measure = request.Measure;
        if (measure.Kind != V1.MeasureKind.Flow || measure.Categories.Count > 0)
        {
            throw new RpcException(new Status(StatusCode.Unimplemented,
                $"The measure '{measure.Id}' is a {measure.Kind} with {measure.Categories.Count} categories; a contender keeps flows without categories."));
        }

        return new V1.CreateMeasureResponse { Created = await directory.CreateMeasure(measure.Id, measure.Scale), Measure = measure };
    }
}
