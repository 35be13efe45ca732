using Npgsql;
using Units.Grains.Storage;

namespace Units.Silo.Storage;

/// <summary>Kept pages in the journal's database, by the journal's writer.</summary>
internal sealed class PostgresKeptPages(PostgresDatabase database, PostgresWriter writer, PostgresReaders readers) : IKeptPages
{
    private const string AddSql = "INSERT INTO kept_page (id, unit, json, body) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING";
    private const string FindSql = "SELECT unit, json, body FROM kept_page WHERE id = $1";

    /// <inheritdoc/>
    public Task<bool> Add(KeptPage page, CancellationToken cancellation) => writer.Change(
        new ChangeRequest<bool>(
            StorageOperation.KeptPageAdd, isAlone: false, [], [], connection => Add(connection, page),
            cause => throw database.Unavailable(StorageOperation.KeptPageAdd, cause)),
        cancellation);

    /// <inheritdoc/>
    public async Task<KeptPage?> Find(string id, CancellationToken cancellation) => (await readers.Read(
        StorageOperation.KeptPageFind,
        connection => PostgresReaders.Rows(connection, FindSql, r => StoredPage.Read(id, r.GetString(0), r.GetString(1), r.GetFieldValue<byte[]>(2)), id),
        cancellation).ConfigureAwait(false)).SingleOrDefault();

    private static async Task<bool> Add(NpgsqlConnection connection, KeptPage page) =>
        await PostgresAppends.Do(connection, AddSql, page.Id, page.Unit.Text, StoredPage.Write(page), page.Body.ToArray()).ConfigureAwait(false) == 1;
}
