using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;

namespace Units.Gateway.Errors;

/// <summary>Builds the google.rpc.Status of a refusal.</summary>
public static class ErrorStatus
{
    /// <summary>The most bytes of violations in gRPC trailers.</summary>
    /// <remarks>Details travel base64 in one trailer, and clients bound the size of what they accept there (.NET: 64 KB in all).
    /// What does not fit is counted in the metadata. JSON over HTTP carries them in the body, all of them.</remarks>
    public const int MaxTrailerBytes = 32 * 1024;

    private const string Total = "violations";

    private const string Left = "violations_left_out";

    /// <summary>The status in a language.</summary>
    /// <param name="refused">The refusal.</param>
    /// <param name="language">The language of the localized messages; the plain ones are always English, as gRPC asks.</param>
    /// <param name="maxBytes">The most bytes of violations.</param>
    public static Google.Rpc.Status Of(RefusedException refused, Language language, int maxBytes)
    {
        ErrorKind kind = ErrorCatalogue.Of(refused.Reason);
        ErrorInfo info = new() { Reason = kind.Reason, Domain = ErrorCatalogue.Domain };
        foreach ((string key, string value) in refused.Metadata)
        {
            info.Metadata[key] = value;
        }

        BadRequest? bad = refused.Violations.IsEmpty ? null : Violations(refused, language, maxBytes, info);
        Google.Rpc.Status status = new()
        {
            Code = (int)kind.Status,
            Message = Words(refused, Language.En),
            Details = { Any.Pack(info) },
        };
        if (bad is not null)
        {
            status.Details.Add(Any.Pack(bad));
        }

        if (kind.RetryAfter is { } after)
        {
            status.Details.Add(Any.Pack(new RetryInfo { RetryDelay = Duration.FromTimeSpan(after) }));
        }

        status.Details.Add(Any.Pack(new LocalizedMessage { Locale = language.Locale(), Message = Words(refused, language) }));
        if (refused.Detail is not null)
        {
            status.Details.Add(Any.Pack(refused.Detail));
        }

        return status;
    }

    private static string Words(RefusedException refused, Language language) => refused.Violations.Length == 1
        ? ErrorText.Line(language, refused.Violations[0])
        : ErrorText.Sentence(language, refused.Reason, refused.Arguments);

    private static BadRequest Violations(RefusedException refused, Language language, int maxBytes, ErrorInfo info)
    {
        BadRequest bad = new();
        int bytes = 0;
        foreach (Violation violation in refused.Violations)
        {
            BadRequest.Types.FieldViolation line = new()
            {
                Field = violation.Field,
                Reason = violation.Reason,
                Description = ErrorText.Line(Language.En, violation),
                LocalizedMessage = new LocalizedMessage { Locale = language.Locale(), Message = ErrorText.Line(language, violation) },
            };
            bytes += line.CalculateSize();
            if (bytes > maxBytes)
            {
                break;
            }

            bad.FieldViolations.Add(line);
        }

        info.Metadata[Total] = refused.Violations.Length.ToString(CultureInfo.InvariantCulture);
        if (bad.FieldViolations.Count < refused.Violations.Length)
        {
            info.Metadata[Left] = (refused.Violations.Length - bad.FieldViolations.Count).ToString(CultureInfo.InvariantCulture);
        }

        return bad;
    }
}
