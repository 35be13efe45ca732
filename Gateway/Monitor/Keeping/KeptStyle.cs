using System.Security.Cryptography;
using System.Text;
using Units.Gateway.Monitor.Serving;

namespace Units.Gateway.Monitor.Keeping;

/// <summary>The look of kept pages, which is within each: a later build has another style sheet, and no page is to look otherwise than it was seen.</summary>
internal static class KeptStyle
{
    /// <summary>The style sheet.</summary>
    public static string Text { get; } = Encoding.UTF8.GetString(MonitorFiles.Style.Bytes.Span);

    /// <summary>What a content security policy calls it.</summary>
    public static string Source { get; } = "sha256-" + Convert.ToBase64String(SHA256.HashData(MonitorFiles.Style.Bytes.Span));

    /// <summary>The icon of the tab, as an address that has it in itself.</summary>
    public static string Icon { get; } = "data:image/svg+xml;base64," + Convert.ToBase64String(MonitorFiles.Icon.Bytes.Span);
}
