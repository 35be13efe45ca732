using Units.Grains.Storage;

namespace Units.Silo.Storage;

/// <summary>Kept pages in the journal's database, by the journal's writer.</summary>
internal sealed class SqliteKeptPages(SqliteDatabase database, SqliteWriter writer, SqliteReaders readers) : IKeptPages
{
    private const string AddSql = "INSERT INTO kept_page (id, unit, json, body) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING RETURNING 1";
    private const string FindSql = "SELECT unit, json, body FROM kept_page WHERE id = ?1";

    /// <inheritdoc/>
    public Task<bool> Add(KeptPage page, CancellationToken cancellation) => writer.Write(
        new WriteRequest<bool>(
            StorageOperation.KeptPageAdd, 1, session => Add(session, page), cause => throw database.Unavailable(StorageOperation.KeptPageAdd, cause)),
        cancellation);

    /// <inheritdoc/>
    public Task<KeptPage?> Find(string id, CancellationToken cancellation) =>
        readers.Read(StorageOperation.KeptPageFind, session => Find(session, id), cancellation);

    private static bool Add(SqliteSession session, KeptPage page)
    {
        SqliteStatement insert = session.Prepare(AddSql)
            .Bind(1, page.Id).Bind(2, page.Unit.Text).Bind(3, StoredPage.Write(page)).Bind(4, page.Body.Span);
        bool isNew = insert.Step();
        insert.Run();
        return isNew;
    }

    private static KeptPage? Find(SqliteSession session, string id)
    {
        SqliteStatement find = session.Prepare(FindSql).Bind(1, id);
        return find.Step() ? StoredPage.Read(id, find.Text(0), find.Text(1), find.Bytes(2).ToArray()) : null;
    }
}
