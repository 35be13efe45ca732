using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Units.Silo.Storage;

/// <summary>A prepared statement that is run many times: bind all parameters (from 1), step, read columns (from 0), reset.</summary>
/// <remarks>Over the raw API of the driver: its commands look every parameter up by name at each execution, and sleep when the
/// database is busy. Used by one thread at a time.</remarks>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private readonly SqliteMeter _meter;
    private bool _running;

    /// <summary>Prepares <paramref name="sql"/>, one statement.</summary>
    public SqliteStatement(sqlite3 database, string sql, SqliteMeter meter)
    {
        _database = database;
        _meter = meter;
        Check(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
    }

    /// <summary>Binds an integer.</summary>
    public SqliteStatement Bind(int index, long value)
    {
        _meter.ParameterBytes += sizeof(long);
        Check(raw.sqlite3_bind_int64(_statement, index, value));
        return this;
    }

    /// <summary>Binds an integer or NULL.</summary>
    public SqliteStatement Bind(int index, long? value) => value is { } number ? Bind(index, number) : BindNull(index);

    /// <summary>Binds a text or NULL.</summary>
    public SqliteStatement Bind(int index, string? value)
    {
        if (value is null)
        {
            return BindNull(index);
        }

        _meter.ParameterBytes += Encoding.UTF8.GetByteCount(value);
        Check(raw.sqlite3_bind_text(_statement, index, value));
        return this;
    }

    /// <summary>Binds bytes.</summary>
    public SqliteStatement Bind(int index, ReadOnlySpan<byte> value)
    {
        _meter.ParameterBytes += value.Length;
        Check(raw.sqlite3_bind_blob(_statement, index, value));
        return this;
    }

    /// <summary>Binds NULL.</summary>
    public SqliteStatement BindNull(int index)
    {
        Check(raw.sqlite3_bind_null(_statement, index));
        return this;
    }

    /// <summary>True when there is a row; after the last one the statement is reset.</summary>
    public bool Step()
    {
        _meter.Statements += _running ? 0 : 1;
        _running = true;
        int result = raw.sqlite3_step(_statement);
        if (result == raw.SQLITE_ROW)
        {
            _meter.Rows++;
            return true;
        }

        if (result != raw.SQLITE_DONE)
        {
            // The message is read before the reset, which would replace it.
            SqliteException failure = new($"SQLite error {result}: {raw.sqlite3_errmsg(_database).utf8_to_string()}", result,
                raw.sqlite3_extended_errcode(_database));
            Reset();
            throw failure;
        }

        Reset();
        return false;
    }

    /// <summary>Runs a statement whose rows, if any, do not matter.</summary>
    public void Run()
    {
        while (Step())
        {
        }
    }

    /// <summary>Ends the run; the statement holds no lock any more.</summary>
    public void Reset()
    {
        if (!_running)
        {
            return;
        }

        // It answers the error of the last step, which has been thrown already.
        _ = raw.sqlite3_reset(_statement);
        _meter.Work += raw.sqlite3_stmt_status(_statement, raw.SQLITE_STMTSTATUS_VM_STEP, resetFlg: 1);
        _running = false;
    }

    /// <summary>True for NULL.</summary>
    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    /// <summary>An integer.</summary>
    public long Long(int column)
    {
        _meter.ColumnBytes += sizeof(long);
        return raw.sqlite3_column_int64(_statement, column);
    }

    /// <summary>An integer that fits 32 bits.</summary>
    public int Int(int column) => checked((int)Long(column));

    /// <summary>An integer, or null.</summary>
    public long? LongOrNull(int column) => IsNull(column) ? null : Long(column);

    /// <summary>A text; empty for NULL.</summary>
    public string Text(int column)
    {
        utf8z text = raw.sqlite3_column_text(_statement, column);
        _meter.ColumnBytes += raw.sqlite3_column_bytes(_statement, column);
        return text.utf8_to_string() ?? "";
    }

    /// <summary>Bytes; empty for NULL.</summary>
    public ReadOnlySpan<byte> Bytes(int column)
    {
        ReadOnlySpan<byte> bytes = raw.sqlite3_column_blob(_statement, column);
        _meter.ColumnBytes += bytes.Length;
        return bytes;
    }

    /// <inheritdoc/>
    public void Dispose() => _statement.Dispose();

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database);
}
