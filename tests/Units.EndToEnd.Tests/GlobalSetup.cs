using Xunit;
using Xunit.Sdk;
using Xunit.v3;

// Most of these tests wait for processes to start, stop or come back. Those that measure run one after another, when all others are done.
[assembly: Parallelization(Mode = ParallelMode.Collections, MaxThreads = 3)]

namespace Units.EndToEnd.Tests;

/// <summary>Tests that measure times: beside others they would measure these too.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Measured
{
    /// <summary>The collection.</summary>
    public const string Name = "measured";
}
