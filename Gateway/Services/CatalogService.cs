using Grpc.Core;
using Units.Gateway.Caches;
using Units.Gateway.Errors;
using Units.Gateway.Messages;
using Units.Gateway.Requests;

namespace Units.Gateway.Services;

/// <summary>Measures and indicators.</summary>
internal sealed class CatalogService(IGrainFactory grains, CatalogueCache catalogue) : V1.CatalogService.CatalogServiceBase
{
    private IRegistryGrain Registry => grains.GetGrain<IRegistryGrain>(0);

    /// <inheritdoc/>
    public override async Task<V1.CreateMeasureResponse> CreateMeasure(V1.CreateMeasureRequest request, ServerCallContext context)
    {
        Violations found = new();
        Measure measure = CatalogParser.Measure(request.Measure ?? new V1.Measure(), found);
        found.ThrowIfAny();

        CreateResult<Measure> result = await Registry.CreateMeasure(measure).WaitAsync(context.CancellationToken);
        (Measure item, bool created) = Creations.Taken(result, "measure.id", measure.Id.Text, "measure", i => CatalogMessages.Of(i));
        return new V1.CreateMeasureResponse { Measure = CatalogMessages.Of(item), Created = created };
    }

    /// <inheritdoc/>
    public override async Task<V1.GetMeasureResponse> GetMeasure(V1.GetMeasureRequest request, ServerCallContext context)
    {
        Violations found = new();
        found.Id("measure", request.Measure);
        found.ThrowIfAny();

        CatalogueView view = await catalogue.Get(v => v.TryMeasure(request.Measure, out _), context.CancellationToken);
        if (!view.TryMeasure(request.Measure, out Measure? measure))
        {
            found.Add(GatewayReasons.MeasureNotFound, "measure", request.Measure);
            found.Throw();
        }

        return new V1.GetMeasureResponse { Measure = CatalogMessages.Of(measure) };
    }

    /// <inheritdoc/>
    public override async Task<V1.ListMeasuresResponse> ListMeasures(V1.ListMeasuresRequest request, ServerCallContext context)
    {
        Violations found = new();
        int size = found.Size(request.PageSize);
        string? after = found.PageToken("measures", request.PageToken);
        found.ThrowIfAny();

        CatalogueView view = await catalogue.Refresh(context.CancellationToken);
        Measure[] page = [.. view.Measures.Where(m => After(m.Id.Text, after)).Take(size + 1)];
        return new V1.ListMeasuresResponse
        {
            Measures = { page.Take(size).Select(CatalogMessages.Of) },
            NextPageToken = page.Length <= size ? "" : PageTokens.Write("measures", page[size - 1].Id.Text),
        };
    }

    /// <inheritdoc/>
    public override async Task<V1.CreateIndicatorResponse> CreateIndicator(V1.CreateIndicatorRequest request, ServerCallContext context)
    {
        V1.Indicator sent = request.Indicator ?? new V1.Indicator();
        CatalogueView view = await catalogue.Get(v => Knows(v, sent.Numerator) && Knows(v, sent.Denominator) && sent.Components.All(c => v.TryIndicator(c, out _)), context.CancellationToken);
        Violations found = new();
        Indicator indicator = IndicatorParser.Parse(sent, view, found);
        found.ThrowIfAny();

        CreateResult<Indicator> result = await Registry.CreateIndicator(indicator).WaitAsync(context.CancellationToken);
        (Indicator item, bool created) =
            Creations.Taken(result, "indicator.id", indicator.Id.Text, "indicator", i => CatalogMessages.Of(i, view));
        return new V1.CreateIndicatorResponse { Indicator = CatalogMessages.Of(item, view), Created = created };
    }

    /// <inheritdoc/>
    public override async Task<V1.GetIndicatorResponse> GetIndicator(V1.GetIndicatorRequest request, ServerCallContext context)
    {
        Violations found = new();
        found.Id("indicator", request.Indicator);
        found.ThrowIfAny();

        CatalogueView view = await catalogue.Get(v => v.TryIndicator(request.Indicator, out _), context.CancellationToken);
        if (!view.TryIndicator(request.Indicator, out Indicator? indicator))
        {
            found.Add(GatewayReasons.IndicatorNotFound, "indicator", request.Indicator);
            found.Throw();
        }

        return new V1.GetIndicatorResponse { Indicator = CatalogMessages.Of(indicator, view) };
    }

    /// <inheritdoc/>
    public override async Task<V1.ListIndicatorsResponse> ListIndicators(V1.ListIndicatorsRequest request, ServerCallContext context)
    {
        Violations found = new();
        int size = found.Size(request.PageSize);
        string? after = found.PageToken("indicators", request.PageToken);
        found.ThrowIfAny();

        CatalogueView view = await catalogue.Refresh(context.CancellationToken);
        Indicator[] page = [.. view.Indicators.Where(i => After(i.Id.Text, after)).Take(size + 1)];
        return new V1.ListIndicatorsResponse
        {
            Indicators = { page.Take(size).Select(i => CatalogMessages.Of(i, view)) },
            NextPageToken = page.Length <= size ? "" : PageTokens.Write("indicators", page[size - 1].Id.Text),
        };
    }

    private static bool After(string id, string? last) => last is null || string.CompareOrdinal(id, last) > 0;

    private static bool Knows(CatalogueView view, V1.Term? term) => term is null || view.TryMeasure(term.Measure, out _);
}
