namespace Units.LoadTest.Chaos.Faults;

/// <summary>Something that is done to the cluster, and undone: afterwards every process is up and every wire whole.</summary>
internal interface IFault
{
    /// <summary>Does it.</summary>
    Task<FaultEvent> Do(FaultScene scene);
}
