namespace Units.Gateway.Monitor.Words;

/// <summary>What a target asks for. Its statuses are told in words of their own: of a ceiling nobody says that it is ahead, nor of a rate that it is on course.</summary>
public enum Yardstick
{
    /// <summary>An amount that grows to its target month by month.</summary>
    Progress = 0,

    /// <summary>A level to reach that is expected from the first month on, as a rate.</summary>
    Level = 1,

    /// <summary>A ceiling that is not to be passed.</summary>
    Ceiling = 2,

    /// <summary>A floor and a ceiling, and anything between them.</summary>
    Range = 3,

    /// <summary>One figure and no other.</summary>
    Exact = 4,
}
