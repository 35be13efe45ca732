using System.Globalization;

namespace Units.LoadTest.Planning;

/// <summary>What a client of targets and plans saw: it makes one call after the other, and each was answered in the end, so it knows what has to stand.</summary>
internal sealed class PlanEvidence(string run)
{
    /// <summary>How many wards have targets.</summary>
    public const int WardCount = 6;

    /// <summary>The months of the targets.</summary>
    public const string Range = "2025";

    private readonly Dictionary<string, List<PlanItem>> _taken = [];

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
    public Dictionary<string, long> Held { get; } = [];

    /// <summary>Every version of the plan, the first first.</summary>
    public List<PlannedVersion> Versions { get; } = [];

    /// <summary>The figure that holds for the city: that of the last version.</summary>
    public long Whole => Versions.Count == 0 ? 0 : Versions[^1].Figure;

    /// <summary>By ward: how many parts of allotments it got. They are sent by the gateway, under ids of its own.</summary>
    public Dictionary<string, int> Parts { get; } = [];

    /// <summary>The city and its wards.</summary>
    public IEnumerable<string> Units => [City, .. Wards];

    /// <summary>All that was acknowledged, parts of allotments too.</summary>
    public int Count => _taken.Values.Sum(items => items.Count) + Parts.Values.Sum();

    /// <summary>What a unit acknowledged of what was sent to it, in the order of its journal.</summary>
    public IReadOnlyList<PlanItem> Taken(string unit) => _taken.GetValueOrDefault(unit) ?? [];

    /// <summary>A call was taken in.</summary>
    public void Acknowledge(V1.Receipt receipt)
    {
        if (!_taken.TryGetValue(receipt.Unit, out List<PlanItem>? items))
        {
            _taken.Add(receipt.Unit, items = []);
        }

        items.Add(new PlanItem(receipt.ReportId, receipt.Sequence));
    }

    /// <summary>A target was set by itself.</summary>
    public void Assigned(V1.Receipt receipt, long figure)
    {
        Acknowledge(receipt);
        Held[receipt.Unit] = figure;
    }

    /// <summary>A step of the plan made a version.</summary>
    public void Version(V1.Receipt receipt, long figure, string decision)
    {
        Acknowledge(receipt);
        Versions.Add(new PlannedVersion(figure, decision, receipt.Sequence));
    }

    /// <summary>A ward got its part of an allotment.</summary>
    public void Allotted(string ward, long figure)
    {
        Held[ward] = figure;
        Parts[ward] = Parts.GetValueOrDefault(ward) + 1;
    }
}
