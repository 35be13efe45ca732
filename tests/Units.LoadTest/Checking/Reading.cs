using System.Globalization;

namespace Units.LoadTest.Checking;

/// <summary>The totals of a unit as they were answered.</summary>
/// <param name="Epoch">The first part of their version; 0 of a ward.</param>
/// <param name="N">The second part; of a ward, the length of its journal.</param>
/// <param name="Amounts">The amount of each measure asked for; 0 where nothing is reported.</param>
/// <param name="Statements">How many statements stand behind each.</param>
internal sealed record Reading(long Epoch, long N, long[] Amounts, long[] Statements)
{
    /// <summary>Takes an answer apart.</summary>
    public static Reading Of(V1.GetTotalsResponse totals) => new(
        totals.Version?.Epoch ?? 0,
        totals.Version?.N ?? 0,
        [.. totals.Measures.Select(m => Amount(m.Value))],
        [.. totals.Measures.Select(m => m.Statements)]);

    /// <summary>An amount without decimals; empty is nothing reported, which adds 0.</summary>
    public static long Amount(string text) => text.Length == 0 ? 0 : long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
