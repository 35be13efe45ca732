using System.Collections.Immutable;
using System.Numerics;

namespace Units;

/// <summary>Splits an amount by weights, exactly: the parts add up to the whole, to the last unit of its scale.</summary>
/// <remarks>The rule of the largest remainder: each gets whole × weight ÷ sum of the weights, cut towards zero; what is left goes one unit
/// each to those whose remainder is the largest, of equal ones to the first.</remarks>
public static class Split
{
    /// <summary>The parts, in the order of the weights.</summary>
    /// <param name="whole">What is split; a negative amount is split as its opposite is.</param>
    /// <param name="weights">None is negative, and not all are zero.</param>
    /// <exception cref="ArgumentException">A weight is negative, or all are zero.</exception>
    public static ImmutableArray<Amount> Of(Amount whole, IReadOnlyList<Amount> weights)
    {
        BigInteger sum = BigInteger.Zero;
        foreach (Amount weight in weights)
        {
            sum += weight.Scaled >= 0 ? weight.Scaled : throw new ArgumentException("A weight is negative.", nameof(weights));
        }

        if (sum.IsZero)
        {
            throw new ArgumentException("All weights are zero.", nameof(weights));
        }

        BigInteger magnitude = BigInteger.Abs(whole.Scaled);
        BigInteger[] parts = new BigInteger[weights.Count];
        BigInteger[] remainders = new BigInteger[weights.Count];
        BigInteger left = magnitude;
        for (int i = 0; i < parts.Length; i++)
        {
            parts[i] = BigInteger.DivRem(magnitude * weights[i].Scaled, sum, out remainders[i]);
            left -= parts[i];
        }

        // Fewer are left than there are parts with a remainder: each of them gets one at most.
        foreach (int i in Enumerable.Range(0, parts.Length).OrderByDescending(i => remainders[i]).Take((int)left))
        {
            parts[i] += BigInteger.One;
        }

        bool isNegative = whole.Scaled < 0;
        return [.. parts.Select(part => new Amount((Int128)(isNegative ? -part : part)))];
    }
}
