using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Units.EndToEnd.Tests.Support;

/// <summary>Files in a directory of one test, removed with it.</summary>
internal sealed class SqliteData : UnitsData
{
    private readonly TestDirectory _directory = new();

    /// <summary>The directory.</summary>
    public string Directory => _directory.File("data");

    /// <summary>The journal and the registry.</summary>
    public string Database => Path.Combine(Directory, "units.db");

    public override IReadOnlyDictionary<string, string> Settings =>
        new Dictionary<string, string> { ["Units__Storage__Directory"] = Directory };

    public override string Place => Directory;

    public override string Journal => "(SELECT unit AS unit_id, * FROM journal)";

    public override string UnitKey => "@unit";

    public override string CheckSql => "SELECT integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'";

    public override DbConnection Connect()
    {
        SqliteConnectionStringBuilder text = new() { DataSource = Database, Mode = SqliteOpenMode.ReadWrite, Pooling = false };
        SqliteConnection connection = new(text.ToString());
        connection.Open();
        return connection;
    }

    public override void ForgetSnapshots() => File.Delete(Path.Combine(Directory, "snapshots.db"));

    public override ValueTask DisposeAsync()
    {
        _directory.Dispose();
        return base.DisposeAsync();
    }
}
