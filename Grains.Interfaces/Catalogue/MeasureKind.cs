namespace Units;

/// <summary>How a measure behaves over time.</summary>
public enum MeasureKind
{
    /// <summary>Summed over time: revenue, dossiers received.</summary>
    Flow = 0,

    /// <summary>A level: households, hectares. Its cells are increments, its value at a month their sum up to it.</summary>
    Stock = 1,
}
