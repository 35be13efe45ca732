using Units.Monitor.Tests.Support;
using Xunit.Sdk;
using Xunit.v3;

// Most of these tests wait for a browser or a process. Those that measure times, or stop the server, run one after another when all others are done.
[assembly: Parallelization(Mode = ParallelMode.Collections, MaxThreads = 4)]
[assembly: AssemblyFixture(typeof(SmallCountry))]
[assembly: AssemblyFixture(typeof(DemoProvinces))]
[assembly: AssemblyFixture(typeof(GuardedUnits))]
[assembly: AssemblyFixture(typeof(SampleUnits))]

namespace Units.Monitor.Tests;

/// <summary>Tests that measure times, or take the server away from the others.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Measured
{
    /// <summary>The collection.</summary>
    public const string Name = "measured";
}
