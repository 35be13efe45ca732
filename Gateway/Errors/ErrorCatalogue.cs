using System.Collections.Frozen;
using Grpc.Core;
using R = Units.Gateway.Errors.GatewayReasons;

namespace Units.Gateway.Errors;

/// <summary>Every reason for which a request is refused, once, with its status and its sentence in both languages.</summary>
public static class ErrorCatalogue
{
    /// <summary>ErrorInfo.domain.</summary>
    public const string Domain = "units.v1";

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Later = TimeSpan.FromSeconds(2);

    private static readonly ErrorKind[] Shape =
    [
        Invalid(R.InvalidRequest, "Yêu cầu vi phạm {0} quy tắc; xem từng lỗi trong chi tiết.", "The request breaks {0} rules; the details name each.",
            "Correct every field that the details name, and send it again under the same id.") with { Arguments = ["how many rules"] },
        Invalid(R.MalformedMessage, "Không đọc được thông điệp; kiểm tra tên trường, kiểu dữ liệu và định dạng theo tài liệu API.",
            "The message does not parse; check names, types and formats against the API description.",
            "Compare what is sent with the protos or with /openapi/v1.json."),
        Invalid(R.MessageTooLarge, "Thông điệp lớn hơn 4 MiB; hãy chia nhỏ báo cáo.", "The message is larger than 4 MiB.",
            "Split the report, each part under an id of its own."),
        Invalid(R.FieldRequired, "Trường này là bắt buộc.", "This field is required.",
            "Give the field."),
        Invalid(R.BadIdentifier, "Không phải mã hợp lệ; mã phải theo mẫu {0}.", "Not an identifier; it must match {0}.",
            "Write the id as the rule says: lower-case letters, digits and hyphens.") with { Arguments = ["the rule"] },
        Invalid(R.BadReportId, "Không phải mã báo cáo hợp lệ; cần 1 đến 128 ký tự ASCII in được, không có dấu cách.", "Not a report id; expected {0}.",
            "Choose another id: without spaces, ASCII alone, not too long.") with { Arguments = ["the rule"] },
        Invalid(R.BadMonth, "Không phải tháng; viết như 2025-07, từ 1900-01 đến 2399-12.", "Not a month; write it as 2025-07, from 1900-01 to 2399-12.",
            "Write the month as yyyy-mm."),
        Invalid(R.MonthInFuture, "Tháng này chưa bắt đầu; tháng hiện tại theo lịch {1} là {0}.",
            "This month has not begun; the current month of the {2} calendar is {0}.",
            "Report the month once it has begun; look whether the year is right.") with { Arguments = ["the current month", "the calendar in Vietnamese", "the calendar in English"] },
        Invalid(R.OtherCalendar, "{0} theo lịch {1}; bỏ trống calendar hoặc ghi đúng lịch đó.",
            "{0} has the {2} calendar; leave calendar out or say that one.",
            "Leave calendar out, or say the one that the measure has.") with { Arguments = ["the measure or indicator", "its calendar in Vietnamese", "its calendar in English"] },
        Invalid(R.CalendarsDiffer, "Hai số liệu {0} và {1} theo hai lịch khác nhau; không tính chung được.",
            "The measures {0} and {1} have different calendars and cannot be computed with one another.",
            "Choose measures of one calendar.") with { Arguments = ["one measure", "the other"] },
        Invalid(R.BadRange, "Không phải khoảng tháng; viết 2025, 2025-07, 2025-Q3 hoặc 2025-01/2025-06, dài nhất {0} tháng.",
            "Not a range of months; write 2025, 2025-07, 2025-Q3 or 2025-01/2025-06, at most {0} months.",
            "Write the range in one of the four forms, and not longer than allowed.") with { Arguments = ["the most months"] },
        Invalid(R.RangeTooEarly, "Tăng trưởng cần cùng kỳ năm trước, mà tháng sớm nhất là 1900-01.",
            "Growth needs the same months a year before, and the first month is 1900-01.",
            "Ask for a later range."),
        Invalid(R.BadDate, "Không phải ngày; viết như 2025-07-01, từ 1900-01-01 đến 2399-12-31.",
            "Not a date; write it as 2025-07-01, from 1900-01-01 to 2399-12-31.",
            "Write the day as yyyy-mm-dd."),
        Invalid(R.DatesOutOfOrder, "Các mốc thời gian phải tăng dần, và ngày kết thúc không trước ngày bắt đầu.",
            "Dates must grow from item to item, and an end must not be before its beginning.",
            "Order the items by their dates and end none before it begins."),
        Invalid(R.NotANumber, "Không phải số; viết như -1234.5: dấu chấm thập phân, không phân nhóm, không số mũ.",
            "Not a number; write it as -1234.5: a decimal point, no grouping, no exponent.",
            "Send the number as a string with a decimal point, without grouping and exponent."),
        Invalid(R.TooManyDecimals, "Quá nhiều chữ số thập phân; nhiều nhất {0}. Hệ thống không tự làm tròn.",
            "Too many decimals; at most {0}. Nothing is rounded silently.",
            "Round it yourself to the decimals of the measure; GetMeasure has its scale.") with { Arguments = ["the scale"] },
        Invalid(R.ValueOutOfRange, "Giá trị quá lớn; độ lớn nhiều nhất {0}.", "The value is too large; its magnitude is at most {0}.",
            "Look whether the unit of measure is right (đồng for tỷ đồng).") with { Arguments = ["the largest magnitude"] },
        Invalid(R.NumberOutOfRange, "Phải từ {0} đến {1}.", "It must be from {0} to {1}.",
            "Choose a number within the bounds.") with { Arguments = ["the least", "the most"] },
        Invalid(R.BadText, "Dài nhất {0} ký tự, không có ký tự điều khiển.", "At most {0} characters, without control characters.",
            "Shorten the text and take control characters out.") with { Arguments = ["the most characters"] },
        Invalid(R.BadChoice, "Không có lựa chọn nào mang giá trị này.", "No choice has this value.",
            "Choose one of the names in the API; an older client may know too few."),
        Invalid(R.NotTogether, "Không dùng cùng với {0}.", "It cannot be given together with {0}.",
            "Leave one of the two out.") with { Arguments = ["the other field"] },
        Invalid(R.Duplicate, "Mã này lặp lại trong danh sách.", "This id is twice in the list.",
            "Name each id once."),
        Invalid(R.TooManyItems, "Có {0} mục; nhiều nhất {1}.", "There are {0} items; at most {1} are allowed.",
            "Ask in several requests.") with { Arguments = ["how many there are", "the most"] },
        Invalid(R.BadPageToken, "Mã trang không thuộc về câu hỏi này; hãy bắt đầu lại từ trang đầu.",
            "The page token was not given for this question; begin again with the first page.",
            "Begin with the first page, and change nothing but the token from page to page."),
        Invalid(R.BadResumeToken, "Mã nối tiếp không thuộc về câu hỏi này; hãy bắt đầu lại không có mã.",
            "The resume token was not given for this question; begin again without one.",
            "Begin again without a token."),
        Invalid(R.ProofTooLarge, "Có hơn {0} đơn vị có cấp dưới; hãy chứng minh từng nhánh.",
            "More than {0} units with children lie below; prove branch by branch.",
            "Prove the children of the unit one by one.") with { Arguments = ["how many one proof looks at"] },
        Invalid(R.OwnParent, "Đơn vị không thể là cấp trên của chính nó.", "A unit cannot be its own parent.",
            "Name another parent, or none for a root."),
        Invalid(R.UnknownReference, "Không có đơn vị hoặc số liệu nào mang mã này.", "No unit or measure has this id.",
            "Create what is missing first, or correct its id."),
    ];

    private static readonly ErrorKind[] Reporting =
    [
        Invalid(R.TooManyEntries, "Báo cáo có {0} dòng; nhiều nhất {1}.", "The report has {0} entries; at most {1} are allowed.",
            "Split it into several reports, each under an id of its own.") with { Arguments = ["how many there are", "the most"] },
        Invalid(R.NoEntries, "Báo cáo không có dòng nào.", "The report has no entries.",
            "Send at least one entry."),
        Invalid(R.NoStatement, "Dòng này không nói gì; cần đúng một trong set, year_to_date, add, clear, hand_over.",
            "The entry says nothing; give exactly one of set, year_to_date, add, clear, hand_over.",
            "Give exactly one statement in each entry."),
        Invalid(R.UnknownMeasure, "Không có số liệu nào mang mã này.", "No measure has this id.",
            "Correct the id; ListMeasures has those there are."),
        Invalid(R.UnknownCategory, "Số liệu {0} không có phân tổ này.", "The measure {0} has no such category.",
            "Correct the id; GetMeasure has the categories.") with { Arguments = ["the measure"] },
        Invalid(R.UnknownIndicator, "Không có chỉ tiêu nào mang mã này.", "No indicator has this id.",
            "Correct the id; ListIndicators has those there are."),
        Invalid(R.IndicatorNotReportable, "Đây là chỉ tiêu, được tính từ số liệu; chỉ báo cáo số liệu.",
            "This is an indicator, which is computed; only measures are reported.",
            "Report the measures of the indicator; GetIndicator names them."),
        Invalid(R.YearToDateOnStock, "Số liệu thời điểm không có lũy kế từ đầu năm; dùng set.",
            "A stock has no sum over the year; use set.",
            "Send the level at the end of the month as set."),
        Invalid(R.HandOverOnManySources, "Số liệu này nhận từ nhiều nguồn nên không bàn giao.",
            "Many sources report this measure, so there is nothing to hand over.",
            "Leave the entry out; every source may report."),
        Invalid(Reasons.NotOfMeasure, "Số liệu này không nhận loại dòng này.", "The measure takes no such entry.",
            "Look at the kind, the sources and the categories of the measure: GetMeasure."),
        Invalid(Reasons.OtherSource, "Chuỗi số liệu năm {1} của đơn vị thuộc nguồn {0}; cần bàn giao trước.",
            "The unit's series of {1} belongs to the source {0}; it must be handed over first.",
            "Let the owner hand the series over with hand_over, or report as the owner.") with { Arguments = ["the owner", "the year"] },
        new ErrorKind(Reasons.PeriodClosed, StatusCode.FailedPrecondition, "Tháng {0} đã khóa lúc {1} bởi {2} tại {3}: {4}. Muốn sửa phải mở lại kỳ.",
            "The month {0} was closed at {1} by {2} at {3}: {4}. It has to be reopened first.",
            "Ask whoever closed it to reopen it; then send the report again.") with { Arguments = ["the month", "when it was closed", "by whom", "at which unit", "why"] },
        Invalid(Reasons.Overflow, "Giá trị của tháng {0} sẽ vượt ±10^17 đơn vị nhỏ nhất.",
            "The amount of {0} would be beyond ±10^17 of the smallest unit.",
            "Look at the unit of measure and at earlier statements of the year: ListEntries.") with { Arguments = ["the month"] },
        new(Reasons.OtherContent, StatusCode.AlreadyExists, "Mã báo cáo này đã dùng cho nội dung khác; chi tiết có cả hai nội dung.",
            "The id was used for other content; the details show both.",
            "If the content is meant, send it under a new id; if not, take the first receipt."),
        new(R.AlreadyExists, StatusCode.AlreadyExists, "Mã này đã có với nội dung khác.", "The id exists with other content.",
            "Read what is there; choose another id for other content."),
    ];

    private static readonly ErrorKind[] State =
    [
        new(R.UnitNotFound, StatusCode.NotFound, "Không có đơn vị nào mang mã này.", "No unit has this id.",
            "Correct the id; FindUnits finds a unit by its official code."),
        new(R.MeasureNotFound, StatusCode.NotFound, "Không có số liệu nào mang mã này.", "No measure has this id.",
            "Correct the id; ListMeasures has those there are."),
        new(R.IndicatorNotFound, StatusCode.NotFound, "Không có chỉ tiêu nào mang mã này.", "No indicator has this id.",
            "Correct the id; ListIndicators has those there are."),
        new(R.ReceiptNotFound, StatusCode.NotFound, "Đơn vị chưa nhận báo cáo nào với nguồn và mã này.",
            "The unit has taken in no report with this source and id.",
            "It was never taken in: send the report."),
        new(Reasons.QueueFull, StatusCode.ResourceExhausted, "Hàng đợi của đơn vị đã đầy; không nhận gì. Hãy gửi lại cùng mã.",
            "The unit's queue is full; nothing was taken in. Repeat it under the same id.",
            "Wait, send more slowly, and repeat it unchanged under the same id.", Soon),
        new(Reasons.StorageAway, StatusCode.Unavailable, "Kho lưu trữ không trả lời; chưa có xác nhận nào. Hãy gửi lại cùng mã.",
            "Storage does not answer; nothing is acknowledged. Repeat it under the same id.",
            "Repeat it unchanged under the same id; the first receipt comes if it was taken in.", Later),
        new ErrorKind(Reasons.NotInStep, StatusCode.Unavailable, "Đơn vị đang đồng bộ với các đơn vị dưới: {0}.",
            "The unit is not yet in step with units below it: {0}.",
            "Ask again; show what you showed before with its age meanwhile.", Soon) with { Arguments = ["the children that are missing"] },
        new ErrorKind(R.TooManyWatchers, StatusCode.ResourceExhausted, "Cổng này đã có {0} người theo dõi; hãy thử cổng khác hoặc thử lại sau.",
            "This gateway has {0} watchers already; try another one, or later.",
            "Try another gateway, or later.", Later) with { Arguments = ["how many there may be"] },
        new ErrorKind(R.TooManyUnitsWatched, StatusCode.ResourceExhausted, "Cổng này đang theo dõi {0} đơn vị; hãy thử cổng khác hoặc thử lại sau.",
            "This gateway watches {0} units already; try another one, or later.",
            "Try another gateway, or later.", Later) with { Arguments = ["how many there may be"] },
        new ErrorKind(R.TooManyQuestions, StatusCode.ResourceExhausted,
            "Đơn vị {0} đang được theo dõi với quá nhiều câu hỏi khác nhau (nhiều nhất {1} câu hỏi, {2} tổng); hãy dùng chung câu hỏi hoặc thử cổng khác.",
            "Too many different questions are watched about {0} here (at most {1} questions and {2} sums); ask what others ask, or at another gateway.",
            "Ask the same as others do, or try another gateway.", Later) with { Arguments = ["the unit", "the most questions", "the most sums"] },
        new ErrorKind(R.TooManyStreams, StatusCode.ResourceExhausted, "Cổng này đã có {0} luồng báo cáo đang mở; hãy thử cổng khác hoặc thử lại sau.",
            "This gateway has {0} streams of reports open already; try another one, or later.",
            "Try another gateway, or later.", Later) with { Arguments = ["how many there may be"] },
        new(R.GatewayStopping, StatusCode.Unavailable, "Cổng đang dừng; hãy nối lại, mã nối tiếp vẫn dùng được.",
            "The gateway stops; connect again, the resume token stays good.",
            "Connect again; give the last resume token, or send again what has no answer.", Soon),
        new ErrorKind(R.BehindResumeToken, StatusCode.Unavailable, "Đơn vị {0} chưa đạt tới phiên bản của mã nối tiếp; không hiển thị số liệu cũ hơn.",
            "The unit {0} has not reached the version of the resume token; nothing older is shown.",
            "Wait and resume again; where the ledger was restored from a backup, begin without a token.", Later) with { Arguments = ["the unit"] },
        new(R.ClusterUnavailable, StatusCode.Unavailable, "Cụm máy chủ không trả lời; kết quả chưa rõ. Hãy gửi lại cùng mã.",
            "The cluster does not answer; the outcome is unknown. Repeat it under the same id.",
            "Repeat it unchanged under the same id, waiting longer each time.", Later),
        new(R.OutcomeUnknown, StatusCode.DeadlineExceeded, "Hết thời gian; kết quả chưa rõ. Hãy gửi lại cùng mã.",
            "Time ran out; the outcome is unknown. Repeat it under the same id.",
            "Repeat it unchanged under the same id, with a longer deadline.", Soon),
        new(R.InternalError, StatusCode.Internal, "Lỗi của hệ thống; đã ghi nhật ký.", "A fault of the system; it has been logged.",
            "Repeating does not help; give the operator the time and the method."),
    ];

    /// <summary>All entries by reason.</summary>
    public static readonly FrozenDictionary<string, ErrorKind> All =
        Shape.Concat(Reporting).Concat(State).Concat(AccessErrors.All).Concat(PlanErrors.All).ToFrozenDictionary(k => k.Reason, StringComparer.Ordinal);

    /// <summary>The entry of a reason; that of <see cref="GatewayReasons.InternalError"/> for a reason that nobody wrote down.</summary>
    public static ErrorKind Of(string reason) => All.GetValueOrDefault(reason) ?? All[R.InternalError];

    private static ErrorKind Invalid(string reason, string vi, string en, string @do) => new(reason, StatusCode.InvalidArgument, vi, en, @do);
}
