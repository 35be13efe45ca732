namespace Units.EndToEnd.Tests.Support;

/// <summary>A directory of one test, removed with it.</summary>
internal sealed class TestDirectory : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("units-e2e-");

    /// <summary>The full path.</summary>
    public string Path => _directory.FullName;

    /// <summary>The path of a file in it.</summary>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => _directory.Delete(recursive: true);
}
