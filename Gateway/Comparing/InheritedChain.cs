namespace Units.Gateway.Comparing;

/// <summary>Follows what an inherited target names, from target to target.</summary>
internal static class InheritedChain
{
    /// <summary>Where it ends, and the target there.</summary>
    /// <param name="unit">Whose the first target is.</param>
    /// <param name="key">The place of the first target.</param>
    /// <param name="first">What it inherits from.</param>
    /// <param name="read">The target at a place of a unit; null for none.</param>
    /// <param name="next">What a target inherits from; null for nothing.</param>
    public static async ValueTask<(ChainEnd How, T? At)> Follow<T>(
        UnitId unit, TargetKey key, TargetReference? first, Func<UnitId, TargetKey, ValueTask<T?>> read, Func<T, TargetReference?> next)
        where T : class
    {
        HashSet<(UnitId, TargetKey)> seen = [(unit, key)];
        T? at = null;
        for (TargetReference? reference = first; reference is not null; reference = at is null ? null : next(at))
        {
            key = new TargetKey(reference.Indicator, reference.Range ?? key.Range, reference.Tier);
            if (!seen.Add((reference.Unit, key)))
            {
                return (ChainEnd.Circle, null);
            }

            if (seen.Count > TargetReference.MaxChain)
            {
                return (ChainEnd.TooFar, null);
            }

            at = await read(reference.Unit, key);
        }

        return (at is null ? ChainEnd.Nothing : ChainEnd.Found, at);
    }
}
