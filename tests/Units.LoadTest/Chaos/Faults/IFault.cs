namespace Units.LoadTest.Chaos.Faults;

/// <summary>Something that is done to the cluster, and undone: afterwards every process is up and every wire whole.</summary>
internal interface IFault
{
    /// <summary>What it is, as in docs/RELIABILITY.md.</summary>
    string Name { get; }

    /// <summary>Does it.</summary>
    Task<FaultEvent> Do(FaultScene scene);
}
