using Units.Gateway.Errors;

namespace Units.Gateway.Services;

/// <summary>Exact reads of a unit, with a little patience for one that opens.</summary>
internal sealed class ExactReads(IGrainFactory grains, TimeProvider time)
{
    private const int Repeats = 3;

    private static readonly TimeSpan OpeningTime = TimeSpan.FromMilliseconds(50);

    /// <summary>The totals.</summary>
    /// <exception cref="RefusedException">The unit is not in step; the children that are missing are named.</exception>
    public async Task<UnitTotals> Read(UnitId unit, TotalsQuery query, CancellationToken cancellation)
    {
        IUnitGrain grain = grains.GetGrain<IUnitGrain>(UnitKey.Of(unit));
        UnitTotals totals = await grain.Read(query, cancellation);
        for (int again = 0; again < Repeats && !totals.InStep && totals.Missing.IsEmpty; again++)
        {
            // Nobody is missing: the unit is opening, as a leaf does that has got its first child.
            await Task.Delay(OpeningTime, time, cancellation);
            totals = await grain.Read(query, cancellation);
        }

        if (totals.InStep)
        {
            return totals;
        }

        string missing = string.Join(", ", totals.Missing.Select(m => m.Text));
        throw new RefusedException(Reasons.NotInStep, missing.Length > 0 ? missing : unit.Text)
        {
            Metadata = new Dictionary<string, string> { ["unit"] = unit.Text, ["missing"] = missing },
        };
    }
}
