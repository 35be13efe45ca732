using System.Data.Common;
using System.Globalization;
using System.Net.Sockets;
using Npgsql;
using Units.Grains.Storage;

namespace Units.Silo.Storage;

/// <summary>Opens connections to one PostgreSQL database, never more than a bound, and words its failures.</summary>
internal sealed class PostgresDatabase : IAsyncDisposable
{
    /// <summary>The schema that everything of ours is in.</summary>
    public const string Schema = "units";

    /// <summary>The oldest server that is known to do: it has unique keys over absent values.</summary>
    public const int OldestServer = 15;

    /// <summary>Connections of one silo, unless the connection string says <c>Maximum Pool Size</c>.</summary>
    public const int MaxConnections = 16;

    /// <summary>Seconds after which a statement without an answer has an unknown outcome.</summary>
    public const int CommandSeconds = 10;

    // Every statement of ours is a walk along an index. Left to its statistics, the planner takes a young table for a small one and reads all
    // of it, and the plan stays while the table grows. Where a statement goes from rows to the journal, OFFSET 0 keeps the planner from turning
    // the walk around: to begin with all of the journal looks cheap while it is young.
    private const string Planner =
        "-c jit=off -c enable_seqscan=off -c enable_bitmapscan=off -c enable_hashjoin=off -c enable_mergejoin=off -c plan_cache_mode=force_generic_plan";

    // What a process leaves open when it freezes must not hold up the others for longer than a silo takes to be declared dead: they wait for
    // its lock. Between two statements of a transaction a silo that lives is silent for milliseconds.
    private const string Bounds = " -c idle_in_transaction_session_timeout=2000 -c lock_timeout=3000";

    private PostgresDatabase(NpgsqlConnectionStringBuilder settings)
    {
        Name = string.Create(CultureInfo.InvariantCulture, $"'{settings.Database}' on {settings.Host}:{settings.Port} as '{settings.Username}'");
        Source = NpgsqlDataSource.Create(settings);
    }

    /// <summary>Where it is and under which role, without a secret.</summary>
    public string Name { get; }

    /// <summary>The pool of connections.</summary>
    public NpgsqlDataSource Source { get; }

    /// <summary>The database of a connection string; nothing is opened yet.</summary>
    /// <exception cref="StartRefusedException">The text is no connection string.</exception>
    public static PostgresDatabase Of(string connectionString) => Judged(() => new PostgresDatabase(Settings(connectionString)));

    /// <summary>Other connections to it, with a bound of their own.</summary>
    /// <param name="connectionString">The connection string.</param>
    /// <param name="maxConnections">The most of them, whatever the text says of the journal's.</param>
    /// <exception cref="StartRefusedException">The text is no connection string.</exception>
    public static NpgsqlDataSource SourceOf(string connectionString, int maxConnections) => Judged(() =>
    {
        NpgsqlConnectionStringBuilder settings = Settings(connectionString);
        settings.MinPoolSize = 0;
        settings.MaxPoolSize = maxConnections;
        return NpgsqlDataSource.Create(settings);
    });

    /// <summary>True where an exception says that the database did not answer, or not with what was asked.</summary>
    public static bool IsAway(Exception exception) =>
        exception is DbException or TimeoutException or IOException or SocketException or ObjectDisposedException or InvalidOperationException;

    /// <summary>The exception that says which database did not answer, why, and what to do.</summary>
    public StorageUnavailableException Unavailable(StorageOperation operation, Exception cause) => new(
        $"The database {Name} did not answer a {operation} ({StorageUnavailableException.Why(cause)}). Check that the server runs, that it can be reached, "
        + "and that its disk has room; then repeat the call.");

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Source.DisposeAsync();

    private static T Judged<T>(Func<T> make)
    {
        try
        {
            return make();
        }
        catch (Exception e) when (e is ArgumentException or FormatException or KeyNotFoundException or InvalidOperationException or NotSupportedException)
        {
            // Neither the text nor what the driver says of it is shown: either may hold the password, as of a URI that is taken for a keyword.
            throw new StartRefusedException(
                $"{SiloOptions.Name(SiloOptions.ConnectionStringKey)} is not a connection string of PostgreSQL: its form, a keyword or a value is wrong, "
                + "or Host or Database is missing. Write it as Host=db.example;Port=5432;Database=units;Username=units_app;Password=….");
        }
    }

    private static NpgsqlConnectionStringBuilder Settings(string connectionString)
    {
        NpgsqlConnectionStringBuilder settings = new(connectionString);
        if (settings is { Host: null or "" } or { Database: null or "" })
        {
            throw new ArgumentException("Host or Database is missing.", nameof(connectionString));
        }

        Default(settings, "Maximum Pool Size", MaxConnections);
        Default(settings, "Command Timeout", CommandSeconds);
        Default(settings, "Timeout", 5);
        Default(settings, "Application Name", "units");
        settings.SearchPath = Schema;
        settings.MaxAutoPrepare = 64;
        settings.AutoPrepareMinUsages = 1;
        settings.NoResetOnClose = true;
        settings.Enlist = false;

        // Whoever gives options of their own knows why: the later one holds.
        settings.Options = $"{Planner}{Bounds} {settings.Options}".Trim();
        return settings;
    }

    private static void Default(NpgsqlConnectionStringBuilder settings, string keyword, object value)
    {
        if (!settings.ContainsKey(keyword) || !settings.ShouldSerialize(keyword))
        {
            settings[keyword] = value;
        }
    }
}
