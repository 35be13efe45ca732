using System.Globalization;
using Grpc.Core;
using Units.Gateway.Caches;
using Units.Gateway.Comparing;
using Units.Gateway.Identity;
using Units.Gateway.Messages;
using Units.Gateway.Requests;

namespace Units.Gateway.Services;

/// <summary>Comparisons: many indicators of one unit with everything they are held against, from one reading.</summary>
internal sealed partial class TotalService
{
    /// <summary>The most indicators of one request.</summary>
    public const int MaxCompared = 200;

    /// <inheritdoc/>
    public override async Task<V1.GetComparisonsResponse> GetComparisons(V1.GetComparisonsRequest request, ServerCallContext context)
    {
        CatalogueView view = await catalogue.Get(v => request.Indicators.All(i => v.TryIndicator(i, out _)), context.CancellationToken);
        Violations found = new();
        UnitId unit = await Unit(request.Unit, found, context);
        ComparisonPlan plan = ComparisonParser.Parse(request, clock.Today, view, found);
        found.ThrowIfAny();

        int asked = plan.Indicators.Count;
        ComparisonReading reading = await new Comparisons(reads, children).Read(unit, plan, view, context.CancellationToken);
        V1.GetComparisonsResponse response = ComparisonAnswer.Of(reading, plan, asked, view);
        response.ReadAt = time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        await HideUnseen(response, context);
        return response;
    }

    /// <summary>What a target inherits is the unit's own; from whom is told to those who see that unit.</summary>
    private async ValueTask HideUnseen(V1.GetComparisonsResponse response, ServerCallContext context)
    {
        foreach (V1.TargetComparison target in response.Indicators.SelectMany(i => i.Targets).Where(t => t.Reference is not null))
        {
            if (!await sight.Sees(context.Caller(), new UnitId(target.Reference.Unit), context.CancellationToken))
            {
                target.Reference.Unit = "";
            }
        }
    }
}
