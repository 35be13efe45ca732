using System.Globalization;
using Units.EndToEnd.Tests.Support;
using Units.TestSupport;
using Xunit;

namespace Units.EndToEnd.Tests.Fuzz;

/// <summary>Requests that are wrong in every way: a million with <c>./test.sh --full</c>, 10,000 of the promised 100,000 in CI, whose time they would take.</summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int MaxShown = 600;

    [Fact]
    public async Task Mutated_requests_are_refused_with_a_reason_and_move_no_total()
    {
        int count = TestRun.IsFull ? 1_000_000 : 10_000;
        int seed = int.TryParse(Environment.GetEnvironmentVariable("UNITS_FUZZ_SEED"), NumberStyles.None, CultureInfo.InvariantCulture, out int given) ? given : 20_261_123;
        await using UnitsProcess units = await UnitsProcess.Started();
        using Api api = new(units.GrpcUrl);
        FuzzCountry country = await FuzzCountry.Create(api);
        using FuzzRun run = new(country, units.GrpcUrl, units.HttpUrl, seed);

        HashSet<(string Unit, long Sequence)> before = [.. FuzzLedger.Read(units.Files.Database).Reports];
        await run.Send(count);

        output.WriteLine($"seed {seed}, {count} requests: " + string.Join(", ", run.Reasons.OrderByDescending(r => r.Value).Select(r => $"{r.Key} {r.Value}")));
        Assert.True(run.Wrong.IsEmpty, string.Join('\n', run.Wrong.Select(w => w.Length < MaxShown ? w : w[..MaxShown])));
        Assert.Equal(count, run.Answered);
        Assert.True(run.Reasons.Count > 30, $"Only {run.Reasons.Count} reasons were met: the mutations do not reach far enough.");
        await units.Ready();

        // A mutated report may be a good one under a new id. It has a receipt then: whatever has none must have left no row.
        FuzzLedger after = FuzzLedger.Read(units.Files.Database);
        Assert.Empty(after.Reports.Except(before).Except(run.TakenIn.Keys));
        Assert.Empty(run.TakenIn.Keys.Except(after.Reports));
        await Task.WhenAll(after.Cells().Select(cell => TotalIs(api, after, cell.Unit, cell.Measure, FuzzLedger.Range(cell.Last))));
    }

    private static Task<V1.GetTotalsResponse> TotalIs(Api api, FuzzLedger ledger, string unit, string measure, MonthRange range)
    {
        // What nobody states any more is missing, and a level is missing after a year; then there is no value to compare.
        string expected = ledger.Total(unit, measure, range);
        return api.ReadTotals(
            new V1.GetTotalsRequest { Unit = unit, Measures = { measure }, Range = range.ToString() },
            t => t.Measures[0].Reported ? t.Measures[0].Value == expected : t.Measures[0].Statements == 0);
    }
}
