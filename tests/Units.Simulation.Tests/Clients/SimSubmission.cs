using System.Collections.Immutable;
using Units.Grains.Propagation;
using Units.Grains.Storage;

namespace Units.Simulation;

/// <summary>A report, target or move to submit, as often as it takes.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Key">What it is known by.</param>
/// <param name="Number">Its number, which is in its hash too.</param>
/// <param name="ContentHash">The hash of its content.</param>
/// <param name="Content">What it says, for the trace.</param>
/// <param name="Submit">Hands it to an activation.</param>
internal sealed record SimSubmission(
    int Unit, ReportKey Key, int Number, ImmutableArray<byte> ContentHash, object Content, Action<SimActivation, IReply<SubmitResult>> Submit);
