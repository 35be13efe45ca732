using Npgsql;

namespace Units.LoadTest.Contenders.Sql;

/// <summary>The schema scripts of the contenders, each beside what uses it.</summary>
internal static class Scripts
{
    /// <summary>Runs scripts in an empty database, all or nothing.</summary>
    public static async Task Run(NpgsqlDataSource source, params string[] names)
    {
        string sql = string.Join('\n', names.Select(Read));
        await using NpgsqlCommand command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static string Read(string name)
    {
        using Stream stream = typeof(Scripts).Assembly.GetManifestResourceStream(name)
            ?? throw new ArgumentException($"There is no script '{name}' in this program.", nameof(name));
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
