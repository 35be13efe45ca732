using System.Collections.Concurrent;
using System.Globalization;

namespace Units.LoadTest.Planning;

/// <summary>What a client of targets and plans saw: every call it made was answered in the end, so it knows what has to stand.</summary>
internal sealed class PlanEvidence(string run)
{
    /// <summary>How many wards have targets.</summary>
    public const int WardCount = 6;

    /// <summary>The months of the targets.</summary>
    public const string Range = "2025";

    /// <summary>The id of the city, a root of its own: what it and its wards write stands in no journal that reports are counted in.</summary>
    public string City { get; } = $"pl-{run}";

    /// <summary>The wards.</summary>
    public IReadOnlyList<string> Wards { get; } = [.. Enumerable.Range(0, WardCount).Select(i => string.Create(CultureInfo.InvariantCulture, $"pl-{run}-{i}"))];

    /// <summary>The indicator, an amount.</summary>
    public string Indicator { get; } = $"pl-{run}-target";

    /// <summary>The measure under it.</summary>
    public string Measure { get; } = $"pl-{run}-measure";

    /// <summary>The plan of the city.</summary>
    public string Plan { get; } = "plan";

    /// <summary>By ward: the figure of the last target that was acknowledged.</summary>
    public ConcurrentDictionary<string, long> Held { get; } = new();

    /// <summary>The figure of the last amendment.</summary>
    public long Whole { get; set; }

    /// <summary>By unit: how many calls were acknowledged as taken in there.</summary>
    public ConcurrentDictionary<string, int> Acknowledged { get; } = new();

    /// <summary>Steps of the plan that made a version.</summary>
    public int Versions { get; set; }

    /// <summary>All calls that were acknowledged.</summary>
    public int Count => Acknowledged.Values.Sum();

    /// <summary>A call was taken in at a unit.</summary>
    public void Acknowledge(string unit) => Acknowledged.AddOrUpdate(unit, 1, static (_, count) => count + 1);
}
