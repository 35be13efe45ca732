using Units.LoadTest.Checking;
using Units.LoadTest.Load;
using Xunit;

namespace Units.LoadTest.Tests;

public sealed class OracleTests
{
    private readonly Oracle _oracle = new();

    [Fact]
    public void Adds_add_up_and_each_moves_the_month_by_itself()
    {
        Assert.Equal(5, _oracle.Apply(Add(5)));
        Assert.Equal(-7, _oracle.Apply(Add(-7)));
        Assert.Equal(-2, _oracle.Cells[(0, 0)]);
    }

    [Fact]
    public void The_latest_set_holds_and_moves_the_month_by_the_difference()
    {
        Assert.Equal(5, _oracle.Apply(Set(5)));
        Assert.Equal(-2, _oracle.Apply(Set(3)));
        Assert.Equal(4, _oracle.Apply(Add(4)));
        Assert.Equal(7, _oracle.Cells[(0, 0)]);
    }

    [Fact]
    public void A_set_to_what_holds_is_unchanged()
    {
        Assert.Equal(V1.EntryOutcome.Accepted, _oracle.Outcome(Set(3)));
        _oracle.Apply(Set(3));
        Assert.Equal(V1.EntryOutcome.Unchanged, _oracle.Outcome(Set(3)));
        Assert.Equal(V1.EntryOutcome.Accepted, _oracle.Outcome(Add(3)));
    }

    [Fact]
    public void A_bad_entry_is_refused_and_leaves_nothing_not_even_a_statement()
    {
        EntrySpec bad = Add(5) with { IsBad = true };
        Assert.Equal((V1.EntryOutcome.Refused, 0), (_oracle.Outcome(bad), _oracle.Apply(bad)));
        Assert.Empty(_oracle.Cells);
    }

    [Fact]
    public void Months_and_measures_are_apart()
    {
        _oracle.Apply(Add(1));
        _oracle.Apply(Add(2) with { Month = 1 });
        _oracle.Apply(Add(4) with { Measure = 1 });
        Assert.Equal([1, 2, 4], _oracle.Cells.Values.Order());
    }

    private static EntrySpec Add(int value) => new(0, 0, false, value, false);

    private static EntrySpec Set(int value) => new(0, 0, true, value, false);
}
