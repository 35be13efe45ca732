namespace Units.Gateway.Tests.Support;

/// <summary>The files that are committed beside the code.</summary>
internal static class Repository
{
    /// <summary>Where Units.sln lies.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The path of a committed file.</summary>
    public static string File(string path) => Path.Combine(Root, path);

    private static string FindRoot()
    {
        DirectoryInfo? directory = new(AppContext.BaseDirectory);
        while (directory is not null && !System.IO.File.Exists(Path.Combine(directory.FullName, "Units.sln")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new InvalidOperationException($"No directory above {AppContext.BaseDirectory} has Units.sln.");
    }
}
