using Grpc.Core;
using R = Units.Gateway.Errors.GatewayReasons;

namespace Units.Gateway.Errors;

/// <summary>The part of the catalogue about pages of the monitor.</summary>
internal static class MonitorErrors
{
    /// <summary>Its entries.</summary>
    public static readonly ErrorKind[] All =
    [
        new(R.KeptPageNotFound, StatusCode.NotFound, "Không có trang lưu nào mang mã này, hoặc tài khoản này không được xem đơn vị của trang.",
            "No page was kept under this id, or you may not see its unit.",
            "Correct the address; a page that was kept is there for ever, for those who may see its unit."),
        new ErrorKind(R.KeptPageTooLarge, StatusCode.FailedPrecondition, "Trang dài {0} byte; chỉ lưu được trang dài nhất {1} byte.",
            "The page has {0} bytes; at most {1} are kept.",
            "Keep the page of a unit with fewer children, or take its table as a file.") with { Arguments = ["how many bytes it has", "how many there may be"] },
        new ErrorKind(R.TooManyPagesKept, StatusCode.ResourceExhausted, "Đã lưu {0} trang trong một giờ qua, là nhiều nhất có thể; hãy lưu lại sau.",
            "{0} pages were kept within the last hour, which is the most; keep this one later.",
            "Keep it later: a client may keep so many pages an hour, and all clients of a gateway so many together.", TimeSpan.FromMinutes(1))
            with
        { Arguments = ["how many there may be"] },
    ];
}
