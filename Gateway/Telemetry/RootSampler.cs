using System.Diagnostics;
using OpenTelemetry.Trace;

namespace Units.Gateway.Telemetry;

/// <summary>Begins traces only where somebody outside asked for something, and only for a share of that.</summary>
/// <remarks>What units say to each other in the background has no caller: without this each push and each sweep would be a trace of its own.</remarks>
/// <param name="share">The share, 0 to 1.</param>
internal sealed class RootSampler(double share) : Sampler
{
    /// <summary>One in a hundred.</summary>
    public const double DefaultShare = 0.01;

    private readonly TraceIdRatioBasedSampler _ofShare = new(share);

    /// <inheritdoc/>
    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters) =>
        samplingParameters.Kind == ActivityKind.Server || samplingParameters.Name == GatewayTraces.Submit
            ? _ofShare.ShouldSample(samplingParameters)
            : new SamplingResult(SamplingDecision.Drop);
}
