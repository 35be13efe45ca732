namespace Units.Simulation;

/// <summary>How often what went wrong in a run.</summary>
internal sealed class FaultCounts
{
    private readonly int[] _counts = new int[Enum.GetValues<Fault>().Length];

    /// <summary>How often a fault happened.</summary>
    public int this[Fault fault] => _counts[(int)fault];

    /// <summary>Counts one.</summary>
    public void Count(Fault fault) => _counts[(int)fault]++;
}
