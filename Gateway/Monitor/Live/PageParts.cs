using Units.Gateway.Monitor.Views;

namespace Units.Gateway.Monitor.Live;

/// <summary>The parts of a page that change, in one language.</summary>
/// <param name="At">When they were made: 15:04:05.</param>
/// <param name="Version">The version of the unit.</param>
/// <param name="Groups">The parts.</param>
/// <param name="Ranked">The keys of the rows of a table that are ranked, the best first; empty for no table.</param>
/// <param name="Unranked">The keys of its other rows.</param>
internal sealed record PageParts(
    string At, string Version, IReadOnlyList<LiveGroup> Groups, IReadOnlyList<string> Ranked, IReadOnlyList<string> Unranked)
{
    /// <summary>What is other than before: the fields that say something else, and the order of the rows where it changed.</summary>
    public PageParts Since(PageParts before)
    {
        Dictionary<string, LiveGroup> known = new(before.Groups.Count, StringComparer.Ordinal);
        foreach (LiveGroup group in before.Groups)
        {
            known[group.Key] = group;
        }

        List<LiveGroup> changed = [];
        foreach (LiveGroup group in Groups)
        {
            if (!known.TryGetValue(group.Key, out LiveGroup? was))
            {
                changed.Add(group);
            }
            else if (Changed(group, was) is { Count: > 0 } fields)
            {
                changed.Add(new LiveGroup(group.Key, fields));
            }
        }

        bool isOrdered = Ranked.SequenceEqual(before.Ranked, StringComparer.Ordinal) && Unranked.SequenceEqual(before.Unranked, StringComparer.Ordinal);
        return this with { Groups = changed, Ranked = isOrdered ? [] : Ranked, Unranked = isOrdered ? [] : Unranked };
    }

    // The fields of a part are the same from frame to frame, in the same order; where they are not, all of them are told.
    private static List<KeyValuePair<string, string>> Changed(LiveGroup group, LiveGroup was)
    {
        List<KeyValuePair<string, string>> changed = [];
        for (int i = 0; i < group.Fields.Count; i++)
        {
            KeyValuePair<string, string> field = group.Fields[i];
            if (i >= was.Fields.Count || was.Fields[i].Key != field.Key || was.Fields[i].Value != field.Value)
            {
                changed.Add(field);
            }
        }

        return changed;
    }
}
