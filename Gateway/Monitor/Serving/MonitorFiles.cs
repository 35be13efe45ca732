namespace Units.Gateway.Monitor.Serving;

/// <summary>The files of the monitor: a style sheet, a script and an icon.</summary>
public static class MonitorFiles
{
    /// <summary>How pages look.</summary>
    public static Asset Style { get; } = new("monitor.css", "text/css; charset=utf-8", "look");

    /// <summary>What makes them live.</summary>
    public static Asset Script { get; } = new("monitor.js", "text/javascript; charset=utf-8", "script");

    /// <summary>The icon of the tab.</summary>
    public static Asset Icon { get; } = new("monitor.svg", "image/svg+xml");

    /// <summary>All of them.</summary>
    internal static IReadOnlyList<Asset> All { get; } = [Style, Script, Icon];
}
