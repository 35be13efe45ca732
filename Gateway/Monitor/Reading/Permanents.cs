using Units.Gateway.Monitor.Asking;
using Units.Gateway.Monitor.Words;

namespace Units.Gateway.Monitor.Reading;

/// <summary>
/// Permanent links: an address with its period and the version that was seen. A unit keeps its latest total and not its earlier ones, so a link
/// shows what stands now, and says whether that is still what was seen.
/// </summary>
internal static class Permanents
{
    /// <summary>The permanent link to what is shown.</summary>
    public static string Link(MonitorAsk ask, MonthRange period, UnitVersion version) =>
        (ask with { Period = period, AsOf = VersionText.Of(version), Kiosk = false }).Address;

    /// <summary>What to say to who followed one; empty to others.</summary>
    public static string Moved(MonitorAsk ask, UnitVersion version)
    {
        if (ask.AsOf.Length == 0)
        {
            return "";
        }

        string now = VersionText.Of(version);
        return ask.AsOf == now
            ? ask.In($"Số liệu vẫn là phiên bản {now} như khi liên kết được tạo.", $"The figures are still those of version {now}, at which the link was made.")
            : ask.In(
                $"Liên kết được tạo ở phiên bản {ask.AsOf}; số liệu nay đã sang phiên bản {now}. Số liệu cũ không được lưu lại để đọc, nhật ký bút toán thì còn đủ.",
                $"The link was made at version {ask.AsOf}; the figures have moved on to version {now}. Earlier totals are not kept, the entries behind them are.");
    }
}
