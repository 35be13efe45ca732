using Xunit;

namespace Units.EndToEnd.Tests.Support;

/// <summary>A start that must not succeed.</summary>
internal static class Start
{
    private const string Begins = "Units does not start: ";

    /// <summary>Fails unless the process ends by itself with code 1 and a message that has all these texts.</summary>
    public static async Task IsRefused(UnitsProcess units, params string[] named)
    {
        (int code, string output) = await units.RunToEnd();
        IsRefused(code, output, named);
    }

    /// <summary>Fails unless a process has ended with code 1 and a message that has all these texts: no stack trace and no secret.</summary>
    public static void IsRefused(int code, string output, params string[] named)
    {
        Assert.Equal(1, code);
        string[] lines = [.. output.Split('\n').SkipWhile(l => !l.StartsWith(Begins, StringComparison.Ordinal))];
        Assert.True(lines.Length > 0, $"it did not say that it does not start:\n{output}");
        string message = string.Join('\n', lines);
        Assert.All(named, name => Assert.Contains(name, message, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        Assert.DoesNotContain(PostgresData.Password, output, StringComparison.Ordinal);
    }
}
