namespace Units.Storage.Tests;

/// <summary>A directory that goes with the test.</summary>
internal sealed class TempDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("units-storage-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
