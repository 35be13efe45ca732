namespace Units.Silo.Demo;

/// <summary>How the year of a measure goes.</summary>
internal enum DemoSeason
{
    /// <summary>Every month the same, about.</summary>
    Even = 0,

    /// <summary>More in summer.</summary>
    Summer = 1,

    /// <summary>Two harvests.</summary>
    Harvest = 2,

    /// <summary>Little at first, much at the end.</summary>
    Late = 3,

    /// <summary>All in January.</summary>
    January = 4,

    /// <summary>A level.</summary>
    Stock = 5,
}
