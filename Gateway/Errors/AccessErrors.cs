using Grpc.Core;
using R = Units.Gateway.Errors.GatewayReasons;

namespace Units.Gateway.Errors;

/// <summary>The part of the catalogue about who calls and what they may.</summary>
internal static class AccessErrors
{
    /// <summary>Its entries.</summary>
    public static readonly ErrorKind[] All =
    [
        new ErrorKind(R.OnlyThisMachine, StatusCode.PermissionDenied, "Hệ thống này chưa cấu hình định danh nên chỉ trả lời chính máy này, dưới tên localhost; lời gọi hỏi '{0}'.",
            "No identity is configured, so only this machine is answered, under localhost; the call asks for '{0}'.",
            "Call http://localhost on the machine itself, or have the operator configure identity (docs/OPERATE.md).") with { Arguments = ["the name asked for"] },
        new(R.TokenRequired, StatusCode.Unauthenticated, "Cần mã truy cập (bearer token) hoặc chứng thư; lời gọi không có.",
            "An access token or a client certificate is needed; the call has none.",
            "Send authorization: Bearer and a token of the authority that the operator names."),
        new(R.TokenRefused, StatusCode.Unauthenticated, "Mã truy cập không hợp lệ ở đây: sai chữ ký, nơi cấp, đối tượng, thuật toán, hoặc chưa đến hạn dùng.",
            "The token is not good here: its signature, issuer, audience, algorithm or begin is not one that is believed.",
            "Get a token for this installation from its authority; it needs sub and a name of 1 to 128 characters in it."),
        new(R.TokenExpired, StatusCode.Unauthenticated, "Mã truy cập đã hết hạn; hãy lấy mã mới. Mã nối tiếp vẫn dùng được.",
            "The token is over; get a new one. A resume token stays good.",
            "Get a new token, then go on: with the last resume token, or send again what has no answer."),
        new ErrorKind(R.RoleRequired, StatusCode.PermissionDenied, "Lời gọi này cần một trong các vai trò: {0}.", "This call needs one of the roles: {0}.",
            "Have the operator give the account the role, or call under another one.") with { Arguments = ["the roles"] },
        new(R.AllSubtreesRequired, StatusCode.PermissionDenied, "Lời gọi này cần quyền trên mọi đơn vị.", "This call needs all units to be in the caller's subtrees.",
            "Ask whoever has all units; below a unit of yours you can create others."),
        new ErrorKind(R.TooManyCalls, StatusCode.ResourceExhausted, "Mỗi bên gọi được nhiều nhất {0} lời gọi một giây tại cổng này.",
            "One client may make {0} calls a second at this gateway.",
            "Call more slowly: ask for more in one call, and watch in place of asking again and again.", TimeSpan.FromSeconds(1)) with { Arguments = ["how many a second"] },
        new ErrorKind(R.TooManyReports, StatusCode.ResourceExhausted, "Mỗi bên gọi được nhiều nhất {0} báo cáo một giây tại cổng này; không nhận gì.",
            "One client may send {0} reports a second at this gateway; nothing was taken in.",
            "Repeat it unchanged under the same id, more slowly; a stream of reports is slowed by itself.", TimeSpan.FromSeconds(1)) with { Arguments = ["how many a second"] },
        new ErrorKind(R.TooManyAtOnce, StatusCode.ResourceExhausted, "Cổng này đang xử lý {0} báo cáo; không nhận gì. Hãy gửi lại cùng mã sau ít lâu, hoặc thử cổng khác.",
            "This gateway has {0} reports under way already; nothing was taken in.",
            "Repeat it unchanged under the same id after a while, here or at another gateway.", TimeSpan.FromSeconds(1)) with { Arguments = ["how many there may be"] },
        new ErrorKind(R.TooManyWatches, StatusCode.ResourceExhausted, "Bên gọi đã có {0} luồng theo dõi đang mở tại cổng này.",
            "The client has {0} watches open at this gateway already.",
            "Watch several units in one call, and end what nobody looks at.", TimeSpan.FromSeconds(2)) with { Arguments = ["how many there may be"] },
        new(R.AuthorityAway, StatusCode.Unavailable, "Nơi cấp mã truy cập không trả lời; hãy thử lại.", "The authority that vouches for tokens does not answer; try again.",
            "Repeat it unchanged; tell the operator where it lasts.", TimeSpan.FromSeconds(2)),
    ];
}
