using Grpc.Core;

namespace Units.Silo.SampleData;

/// <summary>What the loader says. It names items by their ids and never shows what they hold.</summary>
internal static partial class SampleDataLog
{
    [LoggerMessage(EventId = 1, EventName = "SampleDataRetry", Level = LogLevel.Warning,
        Message = "The sample data waits: {Item} was answered {Status}; it is sent again")]
    public static partial void Retry(ILogger logger, string item, StatusCode status);

    [LoggerMessage(EventId = 2, EventName = "SampleDataRefused", Level = LogLevel.Error,
        Message = "Sample data refused: {Item}: {Status}: {Detail}")]
    public static partial void Refused(ILogger logger, string item, StatusCode status, string detail);

    [LoggerMessage(EventId = 3, EventName = "SampleDataIncomplete", Level = LogLevel.Error,
        Message = "The sample data is incomplete: {Failed} items were refused")]
    public static partial void Incomplete(ILogger logger, int failed);
}
