namespace Units.Silo.Demo;

/// <summary>What filling the demo country says.</summary>
internal static partial class DemoLog
{
    [LoggerMessage(1, LogLevel.Information, "Filling the demo country: {Units} units, {Communes} of which report. All figures are invented")]
    public static partial void Filling(ILogger logger, int units, int communes);
}
