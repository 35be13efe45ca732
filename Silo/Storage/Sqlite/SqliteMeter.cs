namespace Units.Silo.Storage;

/// <summary>Counts what one session's statements move. Used by one thread at a time.</summary>
internal sealed class SqliteMeter
{
    /// <summary>Statements begun.</summary>
    public long Statements { get; set; }

    /// <summary>Rows returned.</summary>
    public long Rows { get; set; }

    /// <summary>Bytes of columns that were read.</summary>
    public long ColumnBytes { get; set; }

    /// <summary>Bytes of parameters that were bound.</summary>
    public long ParameterBytes { get; set; }

    /// <summary>Instructions of SQLite's virtual machine.</summary>
    public long Work { get; set; }

    /// <summary>What was counted since the last take.</summary>
    public StorageUse Take()
    {
        StorageUse use = new(0, Statements, Rows, ColumnBytes, ParameterBytes, Work);
        (Statements, Rows, ColumnBytes, ParameterBytes, Work) = (0, 0, 0, 0, 0);
        return use;
    }
}
