namespace Units;

/// <summary>By what a target is split among children. The numbers are stored.</summary>
public enum AllotmentRule
{
    /// <summary>The same weight for each.</summary>
    Equally = 0,

    /// <summary>Weights that are given.</summary>
    ByWeights = 1,

    /// <summary>What each reported in the same months a year before.</summary>
    ByLastYear = 2,

    /// <summary>Figures that are given; they need not add up.</summary>
    ByHand = 3,
}
