using System.Collections.Immutable;
using Units.Grains.Storage;
using Xunit;

namespace Units.Storage.Tests;

/// <summary>Children, edges and the tree.</summary>
public abstract partial class JournalConformance
{
    private static readonly UnitId City = new("city");
    private static readonly UnitId WardA = new("ward-a");
    private static readonly UnitId WardB = new("ward-b");

    private async Task AddTree()
    {
        Assert.True(await Registry.Add(Some.UnitOf("nation"), Cancel));
        Assert.True(await Registry.Add(Some.Child("city", "nation"), Cancel));
        Assert.True(await Registry.Add(Some.Child("ward-a", "city"), Cancel));
        Assert.True(await Registry.Add(Some.Child("ward-b", "city"), Cancel));
    }

    [Fact]
    public async Task A_unit_is_interior_once_it_has_been_named_as_a_parent()
    {
        await AddTree();

        UnitHead city = await Journal.ReadHead(City, Cancel);
        UnitHead ward = await Journal.ReadHead(WardA, Cancel);

        Assert.True(city.IsInterior);
        Assert.False(ward.IsInterior);
        Assert.Equal([new UnitEdge(Month.MinValue, City)], ward.Edges);
    }

    [Fact]
    public async Task Only_the_news_of_leaf_children_and_of_the_unit_itself_is_read()
    {
        await AddTree();
        await Registry.Add(Some.Child("ward-c", "city"), Cancel);
        await Registry.Add(Some.Child("group", "city"), Cancel);
        await Registry.Add(Some.Child("hamlet", "group"), Cancel);
        await Commit(Some.Batch(WardA, 1, Some.Row(5)));
        await Commit(Some.Batch(WardA, 2, Some.Row(6)));
        await Commit(Some.Batch(WardA, 3, Some.Row(7, month: 1)));
        await Commit(Some.Batch(WardB, 1, Some.Row(8)));
        await Commit(Some.Batch(City, 1, Some.Row(9)));
        await Commit(Some.Batch(Some.Unit("group"), 1, Some.Row(10)));

        ChildrenReading reading = await Journal.ReadChildren(City, Some.Held((WardA, 1), (WardB, 1)), Cancel);

        Assert.Equal(1, reading.Sequence);
        Assert.Equal([new UnitEdge(Month.MinValue, Some.Unit("nation"))], reading.Edges);
        Assert.Equal([Some.Unit("group")], reading.Interior);
        Assert.Equal([City, WardA], reading.News.Select(news => news.Unit).Order());
        LeafReading ward = reading.News.Single(news => news.Unit == WardA);
        Assert.Equal((1, 3), (ward.From, ward.To));
        Assert.Equal([new UnitEdge(Month.MinValue, City)], ward.Edges);
        Assert.Equal([6, 7], ward.Deltas.Where(cell => cell.Key.Aspect == Aspect.Actual).OrderBy(c => c.Key).Select(c => (int)c.Amount.Scaled));
        Assert.Equal([1, 1], ward.Deltas.Where(cell => cell.Key.Aspect == Aspect.Presence).Select(c => (int)c.Amount.Scaled));
    }

    [Fact]
    public async Task A_child_that_has_taken_an_epoch_is_interior()
    {
        await AddTree();
        await Journal.TakeEpoch(WardA, Cancel);
        Assert.Equal([WardA], (await Journal.ReadChildren(City, Some.Held(), Cancel)).Interior);
    }

    [Fact]
    public async Task The_sums_of_news_are_those_of_the_rows_cells()
    {
        await AddTree();
        JournalRow[] rows =
        [
            Some.Row(-7) with { Estimated = new Amount(-3), AtLeast = -1, Presence = 1 },
            Some.Row(-1) with { Presence = -1 },
            Some.Row(4, month: 1) with { Kind = RowKind.Carried, Presence = 0 },
            Some.Row(9, month: 2) with { After = null },
            Some.HandOver(Some.OtherSource),
            new JournalRow { N = 0, Kind = RowKind.Set, Outcome = EntryOutcome.Refused, Detail = "[1]" },
        ];
        await Commit(Some.Batch(WardA, 1, rows));
        await Commit(Some.Batch(WardA, 2, Some.Target(Some.Revenue, 100)));
        await Commit(Some.Batch(WardA, 3, Some.Target(9, 95, RowKind.RatioTarget)));

        LeafReading news = Assert.Single((await Journal.ReadChildren(City, Some.Held(), Cancel)).News);

        IEnumerable<CellValue> expected = rows.Append(Some.Target(Some.Revenue, 100)).Append(Some.Target(9, 95, RowKind.RatioTarget))
            .SelectMany(row => row.Cells())
            .GroupBy(cell => cell.Key, cell => cell.Amount, (key, amounts) => new CellValue(key, amounts.Aggregate((a, b) => a + b)))
            .Where(cell => !cell.Amount.IsZero);
        Assert.Equal(expected.OrderBy(cell => cell.Key), news.Deltas.OrderBy(cell => cell.Key));
    }

    [Theory]
    [InlineData(Amount.MaxStored)]
    [InlineData(-Amount.MaxStored)]
    public async Task Sums_go_beyond_64_bits(long amount)
    {
        await AddTree();
        await Commit(Some.Batch(WardA, 1, [.. Enumerable.Range(0, 500).Select(_ => Some.Row(amount) with { Estimated = new Amount(amount) })]));

        LeafReading news = Assert.Single((await Journal.ReadChildren(City, Some.Held(), Cancel)).News);

        Amount sum = new((Int128)amount * 500);
        Assert.Equal(sum, news.Deltas.Single(cell => cell.Key.Aspect == Aspect.Actual).Amount);
        Assert.Equal(sum, news.Deltas.Single(cell => cell.Key.Aspect == Aspect.Estimated).Amount);
    }

    [Fact]
    public async Task News_without_any_effect_still_says_how_far_it_goes()
    {
        await AddTree();
        await Commit(Some.Batch(WardA, 1, Some.Row(0) with { After = null, Presence = 0, Outcome = EntryOutcome.Refused }));

        LeafReading news = Assert.Single((await Journal.ReadChildren(City, Some.Held(), Cancel)).News);
        Assert.Equal(1, news.To);
        Assert.Empty(news.Deltas);
    }

    [Fact]
    public async Task A_move_is_written_with_its_edge_and_the_child_stays_a_child_of_both()
    {
        await AddTree();
        await Registry.Add(Some.Child("other-city", "nation"), Cancel);
        UnitId other = Some.Unit("other-city");
        TreeReading tree = await Journal.ReadTree(other, other, Cancel);

        await Commit(Some.Move(WardA, 1, other, new Month(2025, 7), tree.Revision));

        Assert.Equal(
            [new UnitEdge(Month.MinValue, City), new UnitEdge(new Month(2025, 7), other)],
            (await Journal.ReadHead(WardA, Cancel)).Edges);
        Assert.Contains(WardA, (await Journal.ReadChildren(City, Some.Held(), Cancel)).News.Select(news => news.Unit));
        Assert.Contains(WardA, (await Journal.ReadChildren(other, Some.Held(), Cancel)).News.Select(news => news.Unit));
        Assert.Equal(tree.Revision + 1, (await Journal.ReadTree(other, other, Cancel)).Revision);
    }

    [Fact]
    public async Task A_move_holds_from_its_month_on_and_ends_edges_that_would_have_begun_later()
    {
        await AddTree();
        await Registry.Add(Some.Child("other-city", "nation"), Cancel);
        await Registry.Add(Some.Child("third-city", "nation"), Cancel);
        Month july = new(2025, 7);
        long revision = (await Journal.ReadTree(WardA, City, Cancel)).Revision;
        await Commit(Some.Move(WardA, 1, Some.Unit("other-city"), july, revision));

        await Commit(Some.Move(WardA, 2, Some.Unit("third-city"), july.Plus(-2), revision + 1));

        Assert.Equal(
            [new UnitEdge(Month.MinValue, City), new UnitEdge(july.Plus(-2), Some.Unit("third-city"))],
            (await Journal.ReadHead(WardA, Cancel)).Edges);
        Assert.True((await Journal.ReadHead(Some.Unit("other-city"), Cancel)).IsInterior, "once a parent, for ever");
    }

    [Fact]
    public async Task A_move_judged_on_another_tree_writes_nothing()
    {
        await AddTree();
        TreeReading tree = await Journal.ReadTree(City, City, Cancel);
        await Registry.Add(Some.Child("ward-c", "city"), Cancel);

        AppendOutcome outcome = await Journal.Append(Some.Move(WardA, 1, Some.Unit("nation"), new Month(2025, 7), tree.Revision));

        Assert.Equal(AppendStatus.TreeChanged, outcome.Status);
        UnitHead head = await Journal.ReadHead(WardA, Cancel);
        Assert.Equal(0, head.Sequence);
        Assert.Single(head.Edges);
    }

    [Fact]
    public async Task Of_two_moves_judged_on_one_tree_one_is_written()
    {
        await AddTree();
        long revision = (await Journal.ReadTree(City, City, Cancel)).Revision;

        AppendOutcome[] outcomes = await Task.WhenAll(
            Journal.Append(Some.Move(WardA, 1, WardB, new Month(2025, 7), revision)),
            Journal.Append(Some.Move(WardB, 1, WardA, new Month(2025, 7), revision)));

        Assert.Equal([AppendStatus.Committed, AppendStatus.TreeChanged], outcomes.Select(outcome => outcome.Status).Order());
    }

    [Fact]
    public async Task A_parent_whose_last_child_is_moved_from_the_same_month_stays_interior()
    {
        await Registry.Add(Some.UnitOf("city"), Cancel);
        await Registry.Add(Some.UnitOf("other-city"), Cancel);
        await Registry.Add(Some.Child("ward-a", "city"), Cancel);
        long revision = (await Journal.ReadTree(City, City, Cancel)).Revision;

        await Commit(Some.Move(WardA, 1, Some.Unit("other-city"), Month.MinValue, revision));

        Assert.True((await Journal.ReadHead(City, Cancel)).IsInterior);
        Assert.Equal(0, (await Journal.ReadEpochs([City], Cancel))[City]);
    }

    [Fact]
    public async Task What_is_above_a_parent_is_read_to_the_root_in_every_month()
    {
        await AddTree();
        await Registry.Add(Some.UnitOf("old-nation"), Cancel);
        await Registry.Add(Some.UnitOf("ward-d", new UnitEdge(Month.MinValue, City), new UnitEdge(Some.January, Some.Unit("old-nation"))), Cancel);

        TreeReading tree = await Journal.ReadTree(Some.Unit("ward-d"), Some.Unit("ward-d"), Cancel);

        Assert.True(tree.Exists);
        Assert.Equal(["city", "nation", "old-nation", "ward-d"], tree.Ancestry.Keys.Select(unit => unit.Text).Order());
        Assert.Equal(2, tree.Ancestry[Some.Unit("ward-d")].Length);
        Assert.Empty(tree.Ancestry[Some.Unit("nation")]);
        Assert.False((await Journal.ReadTree(Some.Unit("nowhere"), Some.Unit("nowhere"), Cancel)).Exists);
    }

    [Fact]
    public async Task The_sweep_begins_at_interior_units_that_never_had_a_parent()
    {
        await AddTree();
        await Registry.Add(Some.UnitOf("lonely"), Cancel);
        await Registry.Add(Some.UnitOf("late-city", new UnitEdge(Some.January, Some.Unit("nation"))), Cancel);
        await Registry.Add(Some.Child("ward-e", "late-city"), Cancel);

        ImmutableArray<UnitId> roots = await Journal.ReadInteriorRoots(Cancel);

        Assert.Equal([Some.Unit("nation")], roots);
    }
}
