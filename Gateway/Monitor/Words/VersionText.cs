using System.Globalization;

namespace Units.Gateway.Monitor.Words;

/// <summary>Versions as addresses and screens have them: 3.1207.</summary>
internal static class VersionText
{
    /// <summary>The text of a version.</summary>
    public static string Of(UnitVersion version) => string.Create(CultureInfo.InvariantCulture, $"{version.Epoch}.{version.N}");
}
