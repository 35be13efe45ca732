using Units.LoadTest.Chaos.Cluster;
using Units.LoadTest.Processes;

namespace Units.LoadTest.Chaos.Faults;

/// <summary>A silo that something is done to, and what it held before.</summary>
internal sealed class Victim
{
    private readonly Membership _membership;
    private readonly string _address;
    private readonly IReadOnlySet<int> _generations;

    private Victim(ChaosCluster cluster, int silo, IReadOnlySet<int> generations, IReadOnlySet<int> wards, string held)
    {
        (_membership, _address, _generations) = (cluster.Membership, cluster.Address(silo), generations);
        (Silo, Wards, Held) = (cluster.Silo(silo), wards, held);
        Process = Silo.Id;
    }

    /// <summary>The silo.</summary>
    public ServerProcess Silo { get; }

    /// <summary>Its process id at first.</summary>
    public int Process { get; }

    /// <summary>The wards that it held.</summary>
    public IReadOnlySet<int> Wards { get; }

    /// <summary>What it held, in words.</summary>
    public string Held { get; }

    /// <summary>Looks at a silo.</summary>
    public static async Task<Victim> Of(FaultScene scene, int silo)
    {
        (IReadOnlySet<int> wards, string held) = await scene.HeldBy(silo);
        return new Victim(scene.Cluster, silo, await scene.Cluster.Membership.ActiveAt(scene.Cluster.Address(silo)), wards, held);
    }

    /// <summary>Whether the others know that it is gone.</summary>
    public async Task<bool> IsKnownDead() => _generations.Count > 0 && await _membership.AreDead(_address, _generations);
}
