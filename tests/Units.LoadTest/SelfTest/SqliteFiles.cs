namespace Units.LoadTest.SelfTest;

/// <summary>SQLite files in a directory of their own, removed with it.</summary>
internal sealed class SqliteFiles : IProductStorage
{
    private const string JournalFile = "units.db";

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("units-load-test-");

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["Units__Storage__Directory"] = _directory.FullName };

    /// <inheritdoc/>
    public string Journal => Path.Combine(_directory.FullName, JournalFile);

    /// <inheritdoc/>
    public Task<IProductStorage> Copy()
    {
        SqliteFiles copy = new();
        // The snapshots belong to the journal as it was: of another journal they would tell lies.
        foreach (FileInfo file in _directory.GetFiles(JournalFile + "*"))
        {
            file.CopyTo(Path.Combine(copy._directory.FullName, file.Name));
        }

        return Task.FromResult<IProductStorage>(copy);
    }

    public ValueTask DisposeAsync()
    {
        _directory.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
