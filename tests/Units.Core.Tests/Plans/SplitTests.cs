using CsCheck;

namespace Units.Core.Tests.Plans;

public class SplitTests
{
    private static readonly Gen<Amount[]> Weights = Gen.Long[0, Amount.MaxStored].Select(w => new Amount(w)).Array[1, 40].Where(w => w.Any(x => !x.IsZero));

    [Fact]
    public void An_allotment_conserves_to_the_last_unit_for_any_weights() => Gen.Select(Gen.Long[-Amount.MaxStored, Amount.MaxStored], Weights).Sample((whole, weights) =>
    {
        Amount[] parts = [.. Split.Of(new Amount(whole), weights)];
        Assert.Equal(new Amount(whole), parts.Aggregate(Amount.Zero, (sum, part) => sum + part));
    });

    [Fact]
    public void Nobody_gets_a_whole_unit_more_or_less_than_the_weight_makes() => Gen.Select(Gen.Long[0, Amount.MaxStored], Weights).Sample((whole, weights) =>
    {
        Amount[] parts = [.. Split.Of(new Amount(whole), weights)];
        System.Numerics.BigInteger sum = weights.Aggregate(System.Numerics.BigInteger.Zero, (s, w) => s + w.Scaled);
        for (int i = 0; i < parts.Length; i++)
        {
            System.Numerics.BigInteger off = (parts[i].Scaled * sum) - (whole * (System.Numerics.BigInteger)weights[i].Scaled);
            Assert.True(System.Numerics.BigInteger.Abs(off) < sum);
            Assert.True(!weights[i].IsZero || parts[i].IsZero);
        }
    });

    [Fact]
    public void What_is_left_goes_to_the_largest_remainders_and_of_equal_ones_to_the_first()
    {
        Assert.Equal([34, 33, 33], Parts(100, 1, 1, 1));
        Assert.Equal([17, 17, 17, 17, 16, 16], Parts(100, 1, 1, 1, 1, 1, 1));
        Assert.Equal([14, 29, 57], Parts(100, 1, 2, 4));
        Assert.Equal([-34, -33, -33], Parts(-100, 1, 1, 1));
        Assert.Equal([0, 7, 0], Parts(7, 0, 3, 0));
    }

    [Fact]
    public void Weights_of_zero_alone_and_negative_ones_split_nothing()
    {
        Assert.Throws<ArgumentException>(() => Parts(7, 0, 0));
        Assert.Throws<ArgumentException>(() => Parts(7, 3, -1));
    }

    private static long[] Parts(long whole, params long[] weights) =>
        [.. Split.Of(new Amount(whole), [.. weights.Select(w => new Amount(w))]).Select(part => (long)part.Scaled)];
}
