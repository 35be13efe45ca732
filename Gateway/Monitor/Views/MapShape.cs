namespace Units.Gateway.Monitor.Views;

/// <summary>How a map is drawn, by how many squares it has and how far away they are read.</summary>
public enum MapShape
{
    /// <summary>Names in two lines, and how they stand.</summary>
    Names = 0,

    /// <summary>Short names in large letters, for a wall.</summary>
    Wall = 1,

    /// <summary>Icons alone: none of so many squares has room for a name, which is shown when it is pointed at.</summary>
    Many = 2,
}
