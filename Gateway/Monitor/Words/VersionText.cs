using System.Globalization;

namespace Units.Gateway.Monitor.Words;

/// <summary>Versions as addresses and screens have them: 3.1207.</summary>
internal static class VersionText
{
    /// <summary>The text of a version.</summary>
    public static string Of(UnitVersion version) => string.Create(CultureInfo.InvariantCulture, $"{version.Epoch}.{version.N}");

    /// <summary>The version of a text; null where it is none.</summary>
    public static UnitVersion? Read(string text) => text.Split('.') is [string epoch, string n]
        && long.TryParse(epoch, NumberStyles.None, CultureInfo.InvariantCulture, out long e) && long.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out long at)
        ? new UnitVersion(e, at)
        : null;
}
