namespace Units.TestSupport;

/// <summary>What this run of the tests is for.</summary>
public static class TestRun
{
    /// <summary>True where it may take hours: <c>./test.sh --full</c>.</summary>
    public static bool IsFull => Environment.GetEnvironmentVariable("UNITS_TESTS_FULL") == "1";
}
