using Grpc.Core;
using Units.Gateway.Errors;
using Units.Gateway.Hosting;
using Units.Gateway.Monitor.Asking;
using Units.Gateway.Monitor.Keeping;
using Units.Gateway.Monitor.Pages;
using Units.Gateway.Monitor.Views;
using Units.Gateway.Requests;

namespace Units.Gateway.Monitor.Serving;

/// <summary>Says to people why a page cannot be shown, with a way on and the status code that programs go by.</summary>
internal sealed class ProblemPages : IRefusalPage
{
    /// <summary>How soon a page that only waits for the server asks again, in seconds.</summary>
    private const string RetryAfter = "5";

    /// <summary>The one there is.</summary>
    public static readonly ProblemPages Instance = new();

    /// <inheritdoc/>
    public async Task<StatusCode> Write(HttpContext context, RefusedException refused)
    {
        MonitorAsk ask = AskParser.Parse(context, MonitorView.Overview, new Violations()) with { Unit = "", Indicator = "" };
        ErrorKind kind = ErrorCatalogue.Of(refused.Reason);
        bool asksForToken = kind.Status == StatusCode.Unauthenticated;
        if (context.Response.HasStarted)
        {
            return kind.Status;
        }

        // It may have been a file that was about to be sent.
        context.Response.Headers.ContentDisposition = default;
        if (kind.RetryAfter is not null && !HttpMethods.IsPost(context.Request.Method))
        {
            // Also without a script: a screen on a wall comes back by itself.
            context.Response.Headers["Refresh"] = RetryAfter;
        }

        ProblemView view = new(
            new PageView { Ask = ask, Title = Title(kind, ask) },
            Sentences(refused, ask),
            [
                new(ask.In("Về trang đầu", "To the first page"), ask.Address),
                new(ask.In("Tìm đơn vị theo tên", "Find a unit by name"), ask.SearchAddress),
            ],
            asksForToken);
        PageRenderer renderer = context.RequestServices.GetRequiredService<PageRenderer>();
        string html = await renderer.Text<ProblemPage>(
            (nameof(ProblemPage.View), view), (nameof(ProblemPage.Back), Back(context.Request)));
        await PageRenderer.Send(context, html, ErrorDocument.HttpCode(kind.Status));
        return kind.Status;
    }

    // Who has to show a token first goes back to the page whose form they sent.
    private static string Back(HttpRequest request)
    {
        string path = request.Path.ToString();
        return (HttpMethods.IsPost(request.Method) && path.EndsWith(KeptPages.Form, StringComparison.Ordinal) ? path[..^KeptPages.Form.Length] : path) + request.QueryString;
    }

    private static string Title(ErrorKind kind, MonitorAsk ask) => kind.Status switch
    {
        _ when kind.Reason == GatewayReasons.KeptPageTooLarge => ask.In("Trang quá dài để lưu", "Too long to be kept"),
        _ when kind.Reason == GatewayReasons.TooManyPagesKept => ask.In("Đã lưu quá nhiều trang", "Too many pages were kept"),
        StatusCode.NotFound => ask.In("Không tìm thấy", "Not found"),
        StatusCode.Unauthenticated => ask.In("Cần mã truy cập", "An access token is needed"),
        StatusCode.PermissionDenied => ask.In("Không được xem", "Not allowed"),
        StatusCode.InvalidArgument or StatusCode.FailedPrecondition => ask.In("Địa chỉ trang chưa đúng", "The address is not right"),
        StatusCode.ResourceExhausted => ask.In("Quá nhiều yêu cầu", "Too many requests"),
        StatusCode.Internal => ask.In("Lỗi của hệ thống", "A fault of ours"),
        _ => ask.In("Tạm thời chưa có số liệu", "No figures for the moment"),
    };

    private static IReadOnlyList<string> Sentences(RefusedException refused, MonitorAsk ask) => refused.Violations.IsEmpty
        ? [ErrorText.Sentence(ask.Language, refused.Reason, refused.Arguments)]
        : [.. refused.Violations.Select(v => Sentence(v, ask))];

    private static string Sentence(Violation violation, MonitorAsk ask) => violation.Field switch
    {
        "lang" => ask.In($"Không có ngôn ngữ “{violation.Value}”: chỉ có vi (tiếng Việt) và en (tiếng Anh).", $"There is no language “{violation.Value}”: only vi (Vietnamese) and en (English)."),
        "theme" => ask.In($"Không có nền “{violation.Value}”: chỉ có light (sáng) và dark (tối).", $"There is no theme “{violation.Value}”: only light and dark."),
        "period" => ask.In($"Không đọc được kỳ “{violation.Value}”. Ví dụ: 2026, 2026-11, 2026-Q3, 2026-01/2026-09.", $"“{violation.Value}” is no period. Examples: 2026, 2026-11, 2026-Q3, 2026-01/2026-09."),
        "unit" => ask.In($"Không có đơn vị “{violation.Value}”, hoặc tài khoản này không được xem đơn vị đó.", $"There is no unit “{violation.Value}”, or you may not see it."),
        "indicator" => ask.In($"Không có chỉ tiêu “{violation.Value}”.", $"There is no indicator “{violation.Value}”."),
        _ => ErrorText.Line(ask.Language, violation),
    };
}
