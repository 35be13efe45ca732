using Google.Protobuf;
using Units.Gateway.Errors;

namespace Units.Gateway.Services;

/// <summary>What became of a report or a target, as a receipt or a refusal.</summary>
internal static class Submissions
{
    /// <summary>The receipt, and whether it is an earlier one.</summary>
    /// <param name="result">What the unit said.</param>
    /// <param name="field">The field that carries the id.</param>
    /// <param name="sent">The hash of what was sent now.</param>
    /// <param name="conflict">Shows both contents where the id was used for other content.</param>
    /// <exception cref="RefusedException">Nothing was taken in, or that is unknown.</exception>
    public static (Receipt Receipt, bool Repeated) Taken(SubmitResult result, string field, string sent, Func<Receipt, IMessage> conflict)
    {
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
