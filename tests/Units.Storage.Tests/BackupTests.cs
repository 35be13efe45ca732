using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Units.Silo;
using Units.Silo.Storage;
using Xunit;

namespace Units.Storage.Tests;

/// <summary>The verb backup, without a process.</summary>
public sealed class BackupTests : IAsyncDisposable
{
    private readonly SqliteHarness _sqlite = new();
    private readonly TempDirectory _backups = new();

    private SiloOptions Options => new() { StorageDirectory = _sqlite.Directory.Path };

    public async ValueTask DisposeAsync()
    {
        await _sqlite.DisposeAsync();
        _backups.Dispose();
    }

    [Fact]
    public async Task A_copy_has_what_is_committed_and_not_what_comes_after_it_and_opens_as_any_database()
    {
        await _sqlite.Journal.Append(Some.Batch(Some.Unit(), 1));
        string file = Path.Combine(_backups.Path, "units.db");
        await Run(file);
        await _sqlite.Journal.Append(Some.Batch(Some.Unit(), 2));

        await using SqliteStorage restored = SqliteStorage.Open(_backups.Path, NullLogger.Instance);
        Assert.Equal(1, (await restored.Journal.ReadHead(Some.Unit(), TestContext.Current.CancellationToken)).Sequence);
    }

    [Fact]
    public async Task A_directory_takes_a_file_named_by_the_moment()
    {
        string said = await Run(_backups.Path);

        Assert.Equal("units-20250701T120000Z.db", Path.GetFileName(Assert.Single(Directory.GetFiles(_backups.Path))));
        Assert.Contains("Snapshots are left out", said, StringComparison.Ordinal);
        Assert.Contains("Units.Silo verify", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_done_is_refused_and_leaves_nothing_behind()
    {
        string taken = Path.Combine(_backups.Path, "taken");
        await File.WriteAllTextAsync(taken, "somebody's", TestContext.Current.CancellationToken);

        Assert.Contains("overwrites nothing", await Refusal(taken, Options), StringComparison.Ordinal);
        Assert.Contains("does not exist. Make it", await Refusal(Path.Combine(_backups.Path, "no", "file.db"), Options), StringComparison.Ordinal);
        Assert.Contains("needs a file", await Refusal(null, Options), StringComparison.Ordinal);
        Assert.Contains("There is no '", await Refusal(_backups.Path, new SiloOptions { StorageDirectory = _backups.Path }), StringComparison.Ordinal);
        Assert.Contains("pg_dump", await Refusal(_backups.Path, new SiloOptions { StorageProvider = StorageProvider.Postgres }), StringComparison.Ordinal);
        Assert.Equal([taken], Directory.GetFiles(_backups.Path));
        Assert.Equal("somebody's", await File.ReadAllTextAsync(taken, TestContext.Current.CancellationToken));
    }

    private static async Task<string> Refusal(string? target, SiloOptions options) =>
        (await Assert.ThrowsAsync<StartRefusedException>(() => Backup.Run(options, target, TimeProvider.System, TextWriter.Null))).Message;

    private async Task<string> Run(string target)
    {
        using StringWriter console = new();
        await Backup.Run(Options, target, new FakeTimeProvider(Some.Noon), console);
        return console.ToString();
    }
}
