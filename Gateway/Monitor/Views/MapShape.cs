namespace Units.Gateway.Monitor.Views;

/// <summary>How a map is drawn, by how many squares it has and how far away they are read.</summary>
public enum MapShape
{
    /// <summary>Names in two lines, and how they stand.</summary>
    Names = 0,

    /// <summary>Short names in large letters, for a wall.</summary>
    Wall = 1,

    /// <summary>Icons and ranks: none of so many squares has room for a name, which stands in the table beside its rank, and is shown when it is pointed at.</summary>
    Many = 2,

    /// <summary>Icons alone in the order of the table, with the rank of the first of each line, for a wall.</summary>
    Lines = 3,
}
