namespace Units.Gateway.Tests.Support;

/// <summary>Reports that are sound until a test spoils them.</summary>
internal static class Sample
{
    private static int LastId;

    public static string NewId() => $"r-{Interlocked.Increment(ref LastId)}";

    public static V1.Entry Revenue(string value = "12.5") => new() { Measure = "thu-ngan-sach", Month = "2026-10", Set = value };

    public static V1.SubmitReportRequest Report(params V1.Entry[] entries) => new()
    {
        Unit = "cam-pha",
        Source = "so-tai-chinh",
        ReportId = NewId(),
        Entries = { entries },
    };
}
