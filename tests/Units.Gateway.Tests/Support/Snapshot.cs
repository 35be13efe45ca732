namespace Units.Gateway.Tests.Support;

/// <summary>Committed files that the code makes.</summary>
internal static class Snapshot
{
    private const string Variable = "UNITS_UPDATE_SNAPSHOTS";

    /// <summary>Holds a committed file against what the code makes now; writes it where the variable is set to 1.</summary>
    public static async Task Holds(string path, string made)
    {
        string file = Repository.File(path);
        if (Environment.GetEnvironmentVariable(Variable) == "1")
        {
            await File.WriteAllTextAsync(file, made, TestContext.Current.CancellationToken);
        }

        string committed = File.Exists(file) ? await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken) : "";
        if (committed == made)
        {
            return;
        }

        string[] before = committed.Split('\n');
        string[] after = made.Split('\n');
        int line = Enumerable.Range(0, Math.Max(before.Length, after.Length)).First(i => before.ElementAtOrDefault(i) != after.ElementAtOrDefault(i));
        Assert.Fail($"{path} is not what the code makes. If the change is meant, run the test with {Variable}=1 and commit the file.\n"
            + $"The first difference, line {line + 1}:\n- {before.ElementAtOrDefault(line)}\n+ {after.ElementAtOrDefault(line)}");
    }
}
