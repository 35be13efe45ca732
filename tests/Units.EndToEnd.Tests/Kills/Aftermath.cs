using System.Globalization;
using Grpc.Core;
using Units.EndToEnd.Tests.Support;
using Xunit;

namespace Units.EndToEnd.Tests.Kills;

/// <summary>What must hold after any trouble: nothing that was acknowledged is missing, and nothing counts twice.</summary>
internal sealed class Aftermath(Tree tree, IReadOnlyCollection<Sent> acknowledged)
{
    private const int ReceiptsRead = 2_000;
    private const int Readers = 16;

    private readonly Expected _expected = new(acknowledged);

    /// <summary>Every unit's total is what the acknowledgements add up to.</summary>
    public async Task EveryTotalIsExact(Api api)
    {
        // What arrived at the root has passed every level; then all else is read once, and must be right at once.
        await TotalIsExact(api, tree.Root, mayTakeAMoment: true);
        await Parallel.ForEachAsync(
            tree.Units,
            new ParallelOptions { MaxDegreeOfParallelism = Readers },
            async (unit, _) => await TotalIsExact(api, unit, mayTakeAMoment: false));
    }

    /// <summary>The receipts of all that was in flight at a moment of trouble, and of many others, are the first ones.</summary>
    /// <returns>How many were read.</returns>
    public async Task<int> ReceiptsAreTheFirst(Api api)
    {
        Sent[] all = [.. acknowledged];
        Random.Shared.Shuffle(all);
        Sent[] asked = [.. all.Where(a => a.WasInFlightAtKill), .. all.Where(a => !a.WasInFlightAtKill).Take(ReceiptsRead)];
        await Parallel.ForEachAsync(
            asked,
            new ParallelOptions { MaxDegreeOfParallelism = Readers },
            async (sent, cancellation) =>
            {
                V1.GetReceiptRequest request = new() { Unit = sent.Leaf.Id, Source = Api.Source, ReportId = sent.Id };
                V1.Receipt receipt = (await api.Reports.GetReceiptAsync(request, new CallOptions(deadline: Api.In(Until.Limit)))).Receipt;
                Assert.Equal((sent.Id, sent.Sequence), (receipt.ReportId, receipt.Sequence));
            });
        return asked.Length;
    }

    /// <summary>Plain SQL over the journal finds each report once, where its receipt says, and the same sums.</summary>
    public void TheJournalAgrees(UnitsData data)
    {
        using JournalSql sql = new(data);
        Assert.Empty(sql.Damage());
        Assert.Empty(sql.Gaps());
        HashSet<string> units = [.. tree.Units];
        List<(string Report, (string Unit, long Sequence) Place)> reports = [.. sql.Reports().Where(r => units.Contains(r.Place.Unit))];
        Assert.Equal(acknowledged.Count, reports.Count);
        Dictionary<string, (string Unit, long Sequence)> places = reports.ToDictionary(r => r.Report, r => r.Place);
        Assert.All(acknowledged, a => Assert.Equal((a.Leaf.Id, a.Sequence), places[a.Id]));

        Dictionary<string, long> added = sql.Sums(tree.Added);
        Dictionary<string, long> set = sql.Sums(tree.Set);
        Dictionary<string, long> toDate = sql.Sums(tree.ToDate);
        Assert.All(tree.Leaves, leaf => Assert.Equal(
            _expected.Of(leaf.Id), (added.GetValueOrDefault(leaf.Id), set.GetValueOrDefault(leaf.Id), toDate.GetValueOrDefault(leaf.Id))));
        Assert.Equal(_expected.Of(tree.Root), (added.Values.Sum(), set.Values.Sum(), toDate.Values.Sum()));
        Assert.Equal(added, sql.ReadableSums(tree.Added));
    }

    private async Task TotalIsExact(Api api, string unit, bool mayTakeAMoment)
    {
        V1.GetTotalsRequest request = new() { Unit = unit, Range = Sent.Range, Measures = { tree.Added, tree.Set, tree.ToDate } };
        V1.GetTotalsResponse totals = await api.ReadTotals(request, t => !mayTakeAMoment || Read(t) == _expected.Of(unit));
        Assert.Equal(_expected.Of(unit), Read(totals));

        // Nothing reported is empty, which is not 0.
        static (long Added, long Set, long ToDate) Read(V1.GetTotalsResponse t) => (Number(t, 0), Number(t, 1), Number(t, 2));
        static long Number(V1.GetTotalsResponse t, int at) =>
            t.Measures[at].Reported ? long.Parse(t.Measures[at].Value, CultureInfo.InvariantCulture) : 0;
    }
}
