using Xunit;

namespace Units.LoadTest.Tests.Chaos;

/// <summary>Runs alone: it takes the rate that the machine gives for its own.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "chaos";
}
