namespace Units.LoadTest.Contenders;

/// <summary>What contenders log.</summary>
internal static partial class ContenderLog
{
    [LoggerMessage(LogLevel.Warning, "The roller failed and goes on with its next round.")]
    public static partial void NotRolled(ILogger logger, Exception exception);

    [LoggerMessage(LogLevel.Warning, "A push of {unit} to {parent} failed and is made again.")]
    public static partial void NotPushed(ILogger logger, Exception exception, string unit, string parent);
}
