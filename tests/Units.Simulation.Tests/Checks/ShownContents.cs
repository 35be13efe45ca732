namespace Units.Simulation;

/// <summary>What the units have shown: how many reports each version counts, by reporting unit and month, −1 where it does not say.</summary>
internal sealed class ShownContents
{
    /// <summary>The number of marker cells.</summary>
    public const int Length = SimCatalogue.MaxUnits * SimCatalogue.Months;

    private readonly Dictionary<UnitVersion, int[]>[] _shown = new Dictionary<UnitVersion, int[]>[SimCatalogue.MaxUnits];
    private readonly (UnitVersion Version, int[] Counts)[] _last = new (UnitVersion, int[])[SimCatalogue.MaxUnits];
    private readonly Dictionary<(int Unit, UnitVersion Version, string What), ulong> _prints = [];

    public ShownContents()
    {
        for (int unit = 0; unit < _shown.Length; unit++)
        {
            _shown[unit] = [];
            _last[unit] = (default, Unknown());
        }
    }

    /// <summary>Counts of which nothing is known.</summary>
    public static int[] Unknown()
    {
        int[] counts = new int[Length];
        Array.Fill(counts, -1);
        return counts;
    }

    /// <summary>What a unit showed under a version, or null.</summary>
    public int[]? Find(int unit, UnitVersion version) => _shown[unit].GetValueOrDefault(version);

    /// <summary>The newest version that a unit has shown.</summary>
    public UnitVersion NewestOf(int unit) => _last[unit].Version;

    /// <summary>All of an answer, as one number: the same version must give the same again.</summary>
    public void ShowAll(int unit, UnitVersion version, string what, ulong print)
    {
        if (!_prints.TryAdd((unit, version, what), print) && _prints[(unit, version, what)] != print)
        {
            throw new ViolatedException($"I4 {SimCatalogue.Units[unit]} shows two contents under version {version}");
        }
    }

    /// <summary>A unit shows counts under a version, now.</summary>
    public void Show(int unit, UnitVersion version, int[] counts)
    {
        if (_shown[unit].TryGetValue(version, out int[]? same))
        {
            Merge(unit, version, same, counts);
        }
        else
        {
            _shown[unit].Add(version, [.. counts]);
        }

        if (version >= _last[unit].Version)
        {
            Follow(unit, version, counts, _last[unit].Version, _last[unit].Counts);
            Raise(_last[unit].Counts, counts);
            _last[unit].Version = version;
            return;
        }

        // An older version comes late: whatever is newer counts all of it.
        foreach ((UnitVersion other, int[] shown) in _shown[unit])
        {
            if (other > version)
            {
                Follow(unit, other, shown, version, counts);
            }
            else
            {
                Follow(unit, version, counts, other, shown);
            }
        }

        Raise(_last[unit].Counts, counts);
    }

    private static void Raise(int[] most, int[] counts)
    {
        for (int i = 0; i < Length; i++)
        {
            most[i] = Math.Max(most[i], counts[i]);
        }
    }

    private static void Merge(int unit, UnitVersion version, int[] into, int[] counts)
    {
        for (int i = 0; i < Length; i++)
        {
            if (counts[i] >= 0 && into[i] >= 0 && counts[i] != into[i])
            {
                throw new ViolatedException(
                    $"I4 {SimCatalogue.Units[unit]} counts {into[i]} and {counts[i]} of {SimCatalogue.MarkerText(i)} under version {version}");
            }

            into[i] = Math.Max(into[i], counts[i]);
        }
    }

    private static void Follow(int unit, UnitVersion version, int[] counts, UnitVersion earlier, int[] earlierCounts)
    {
        for (int i = 0; i < Length; i++)
        {
            if (counts[i] >= 0 && counts[i] < earlierCounts[i])
            {
                throw new ViolatedException(
                    $"I9 {SimCatalogue.Units[unit]} showed {earlierCounts[i]} of {SimCatalogue.MarkerText(i)} by {earlier}, and {counts[i]} at {version}");
            }
        }
    }
}
