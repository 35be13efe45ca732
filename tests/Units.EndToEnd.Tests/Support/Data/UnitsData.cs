using System.Data.Common;

namespace Units.EndToEnd.Tests.Support;

/// <summary>Where a process keeps its data, and how plain SQL gets at them beside it.</summary>
internal abstract class UnitsData : IAsyncDisposable
{
    /// <summary>What tells the process where they are, as environment variables.</summary>
    public abstract IReadOnlyDictionary<string, string> Settings { get; }

    /// <summary>How the process names them on its console.</summary>
    public abstract string Place { get; }

    /// <summary>The journal as SQL reads it, with the id of the unit as <c>unit_id</c>.</summary>
    public abstract string Journal { get; }

    /// <summary>The value in <c>journal.unit</c> of the unit whose id is <c>@unit</c>, as SQL.</summary>
    public abstract string UnitKey { get; }

    /// <summary>A query for what the database itself finds wrong with the journal; no rows where nothing is.</summary>
    public abstract string CheckSql { get; }

    /// <summary>A connection with every right; nothing of the product takes part.</summary>
    public abstract DbConnection Connect();

    /// <summary>Forgets what a start may take as read, so that it reads the journal. The process must have ended.</summary>
    public abstract void ForgetSnapshots();

    /// <summary>Changes rows behind the system's back.</summary>
    /// <param name="sql">A statement, which may have the parameter <c>@unit</c>.</param>
    /// <param name="unit">The id of a unit.</param>
    /// <returns>How many rows it changed.</returns>
    public int Alter(string sql, string unit = "")
    {
        using DbConnection connection = Connect();
        using DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        DbParameter parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@unit", unit);
        command.Parameters.Add(parameter);
        return command.ExecuteNonQuery();
    }

    public virtual ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
