using Google.Protobuf;
using Units.Gateway.Errors;
using Units.Gateway.Identity;

namespace Units.Gateway.Services;

/// <summary>What became of a report or a target, as a receipt or a refusal.</summary>
internal static class Submissions
{
    /// <summary>The receipt, and whether it is an earlier one.</summary>
    /// <remarks>
    /// Whatever a unit says is cut to what the caller sees, here, for all that is sent under an id: ids of reports, targets and closings are one kind,
    /// and what was first sent under one may name a unit above.
    /// </remarks>
    /// <param name="said">What the unit said.</param>
    /// <param name="caller">Who asked.</param>
    /// <param name="sight">What the caller sees.</param>
    /// <param name="field">The field that carries the id.</param>
    /// <param name="sent">The hash of what was sent now.</param>
    /// <param name="conflict">Shows both contents where the id was used for other content.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="RefusedException">Nothing was taken in, or that is unknown.</exception>
    public static async ValueTask<(Receipt Receipt, bool Repeated)> Taken(
        SubmitResult said, Caller caller, UnitSight sight, string field, string sent, Func<Receipt, IMessage> conflict, CancellationToken cancellation)
    {
        SubmitResult result = await sight.Shown(caller, said, cancellation);
        switch (result.Status)
        {
            case SubmitStatus.Committed or SubmitStatus.Repeated when result.Receipt is { } receipt:
                return (receipt, result.Status == SubmitStatus.Repeated);
            case SubmitStatus.Refused when !result.Violations.IsDefaultOrEmpty:
                throw new RefusedException(result.Violations);
            case SubmitStatus.OtherContent when result.Receipt is { } first:
                throw new RefusedException([new Violation(Reasons.OtherContent, field, first.Report.Text, [])])
                {
                    Metadata = new Dictionary<string, string>
                    {
                        ["first_sha256"] = Convert.ToHexStringLower(first.ContentHash.AsSpan()),
                        ["first_received_at"] = first.ReceivedAt.UtcDateTime.ToString("O"),
                        ["sent_sha256"] = sent,
                    },
                    Detail = conflict(first),
                };
            case SubmitStatus.QueueFull:
                throw new RefusedException(Reasons.QueueFull);
            case SubmitStatus.Unavailable:
                throw new RefusedException(Reasons.StorageAway);
            default:
                throw new InvalidOperationException($"A unit answered {result.Status} without what belongs to it.");
        }
    }
}
