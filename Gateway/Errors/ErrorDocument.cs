using System.Globalization;
using System.Text;
using Grpc.Core;

namespace Units.Gateway.Errors;

/// <summary>Writes the catalogue as docs/ERRORS.md.</summary>
public static class ErrorDocument
{
    private static readonly string Head = $$"""
        # Errors

        Written from `Gateway/Errors/ErrorCatalogue.cs`; a test holds the two together.

        Every refusal is a google.rpc.Status: over gRPC in the trailer `grpc-status-details-bin`, over JSON the body itself, with the same details.

        | detail | says |
        |---|---|
        | `ErrorInfo` | `reason`: one of those below, stable, for programs to compare; `domain`: `{{ErrorCatalogue.Domain}}`; `metadata` |
        | `BadRequest` | each rule that is broken: the field as in the request (`entries[3].set`), a reason of its own, the words in English and, localized, in the language of the caller |
        | `RetryInfo` | how long to wait before the same request is repeated; it is there where repeating helps, and only there |
        | `LocalizedMessage` | the sentence in the language of `accept-language`: `vi` (also where nothing is asked) or `en` |
        | `units.v1.ReportConflict` | with `REPORT_ID_REUSED`: both contents |

        A request that breaks rules of different kinds has the reason `INVALID_REQUEST`; one kind alone gives its own. The details of a gRPC status are
        cut at {{ErrorStatus.MaxTrailerBytes / 1024}} KiB of violations, and `metadata.violations` counts them all. A body that is no JSON, and a message of over 4 MiB, are refused by the
        stack before they are read, without details. In a receipt and in the journal the same reasons stand in `Violation`.

        **Retry**: as long as the reason is there, wait what `RetryInfo` says, double it each time up to a minute, and repeat the request unchanged, under
        the same id where it writes. "–" means that the same request fails again.
        """;

    /// <summary>The whole document, with a line end after each line.</summary>
    public static string Write()
    {
        StringBuilder text = new();
        text.Append(Head).Append('\n');
        foreach (IGrouping<StatusCode, ErrorKind> status in ErrorCatalogue.All.Values.GroupBy(k => k.Status).OrderBy(g => g.Key))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {GrpcName(status.Key)} ({(int)status.Key}), HTTP {HttpCode(status.Key)}\n\n");
            text.Append("| reason | retry | English | Vietnamese | arguments | what to do |\n|---|---|---|---|---|---|\n");
            foreach (ErrorKind kind in status.OrderBy(k => k.Reason, StringComparer.Ordinal))
            {
                text.Append(CultureInfo.InvariantCulture,
                    $"| `{kind.Reason}` | {Retry(kind)} | {Cell(kind.En)} | {Cell(kind.Vi)} | {Arguments(kind)} | {Cell(kind.Do)} |\n");
            }
        }

        return text.ToString();
    }

    /// <summary>The HTTP status with which JSON transcoding answers in place of a gRPC one.</summary>
    public static int HttpCode(StatusCode status) => status switch
    {
        StatusCode.OK => StatusCodes.Status200OK,
        StatusCode.InvalidArgument or StatusCode.FailedPrecondition or StatusCode.OutOfRange => StatusCodes.Status400BadRequest,
        StatusCode.Unauthenticated => StatusCodes.Status401Unauthorized,
        StatusCode.PermissionDenied => StatusCodes.Status403Forbidden,
        StatusCode.NotFound => StatusCodes.Status404NotFound,
        StatusCode.AlreadyExists or StatusCode.Aborted => StatusCodes.Status409Conflict,
        StatusCode.ResourceExhausted => StatusCodes.Status429TooManyRequests,
        StatusCode.Cancelled => StatusCodes.Status499ClientClosedRequest,
        StatusCode.Unimplemented => StatusCodes.Status501NotImplemented,
        StatusCode.Unavailable => StatusCodes.Status503ServiceUnavailable,
        StatusCode.DeadlineExceeded => StatusCodes.Status504GatewayTimeout,
        _ => StatusCodes.Status500InternalServerError,
    };

    // AlreadyExists → ALREADY_EXISTS, as gRPC writes it.
    private static string GrpcName(StatusCode status) => status == StatusCode.OK
        ? "OK"
        : string.Concat(status.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? "_" + c : char.ToUpperInvariant(c).ToString()));

    private static string Retry(ErrorKind kind) => kind.RetryAfter is { } after
        ? string.Create(CultureInfo.InvariantCulture, $"after {after.TotalSeconds:0.###} s")
        : "–";

    private static string Arguments(ErrorKind kind) =>
        string.Join("<br>", kind.Arguments.Select((a, i) => string.Create(CultureInfo.InvariantCulture, $"{{{i}}} {Cell(a)}")));

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
