using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Units.Grains.Tests.Support;
using Units.Silo;
using Units.Silo.Verifying;
using Units.TestSupport;
using Xunit;

namespace Units.Grains.Tests;

/// <summary>The live totals of a whole tree against the sum of the journal's deltas below each unit, by plain SQL.</summary>
public sealed class RandomReportsTests
{
    private const int Rounds = 5;
    private const int InFlight = 128;

    // CI runs a fifth, for the time that all tests together have.
    private static readonly int ReportCount = TestRun.IsFull ? 100_000 : 20_000;

    private const string SumsBelow = """
        WITH RECURSIVE below(unit, descendant) AS (
          SELECT id, id FROM unit
          UNION ALL
          SELECT below.unit, unit_edge.unit FROM below JOIN unit_edge ON unit_edge.parent = below.descendant)
        SELECT below.unit, journal.measure, 1900 + journal.month / 12, sum(journal.delta), sum(journal.presence), sum(journal.estimated)
        FROM below JOIN journal ON journal.unit = below.descendant
        WHERE journal.measure IS NOT NULL AND journal.statement IS NOT NULL
        GROUP BY 1, 2, 3
        """;

    [Fact]
    public async Task After_random_reports_and_restarts_every_total_is_the_sum_of_the_journal_below_it()
    {
        await using TestSilo silo = await TestSilo.Start();
        Country country = await Country.Create(silo.Registry, 2000, 10, 12, 16);
        ConcurrentDictionary<SubmitStatus, int> outcomes = [];
        for (int round = 0; round < Rounds; round++)
        {
            await SubmitRound(silo, country, round, outcomes);
            await silo.Restart();
        }

        Assert.Equal(ReportCount, outcomes[SubmitStatus.Committed] + outcomes.GetValueOrDefault(SubmitStatus.Refused));
        Assert.True(outcomes[SubmitStatus.Committed] > ReportCount / 2, $"only {outcomes[SubmitStatus.Committed]} reports were committed");
        await CompareAllTotals(silo, country);
        await silo.StopHost();
        await IsProven(silo);
    }

    /// <summary>The journals replay, and the snapshots that the restarts left hold what they say.</summary>
    private static async Task IsProven(TestSilo silo)
    {
        using StringWriter said = new();
        int code = await Verification.Run(new SiloOptions { StorageDirectory = silo.Directory }, TimeProvider.System, said, TestContext.Current.CancellationToken);
        TestContext.Current.TestOutputHelper?.WriteLine(said.ToString());
        Assert.True(code == 0, said.ToString());
        Assert.DoesNotContain(" 0 snapshots", said.ToString(), StringComparison.Ordinal);
    }

    private static async Task SubmitRound(TestSilo silo, Country country, int round, ConcurrentDictionary<SubmitStatus, int> outcomes)
    {
        ParallelOptions options = new() { MaxDegreeOfParallelism = InFlight };
        await Parallel.ForAsync(0, ReportCount / Rounds, options, async (i, cancellation) =>
        {
            Random random = new((round * 1_000_000) + i);
            UnitId unit = country.Units[random.Next(country.Units.Count)];
            SubmitResult result = await silo.Unit(unit).Submit(Reports.Random(random, country, $"r{round}-{i}"), cancellation);
            outcomes.AddOrUpdate(result.Status, 1, (_, n) => n + 1);
        });
    }

    private static async Task CompareAllTotals(TestSilo silo, Country country)
    {
        Dictionary<(UnitId Unit, int Measure, int Year), (long Amount, long Presence, long Estimated)> sums = ReadSums(silo.JournalFile);
        TotalsQuery query = new(
            [.. from measure in country.Measures
                from year in Enumerable.Range(2024, 2)
                select new SumQuery(measure.Ref, null, new MonthRange(Month.FirstOf(year), Month.LastOf(year)))],
            [],
            false);
        foreach (UnitId unit in country.Units)
        {
            UnitTotals totals = await Eventually.InStep(() => silo.Unit(unit).Read(query));
            Assert.All(query.Sums.Zip(totals.Sums), pair => AssertSame(sums, unit, pair.First, pair.Second));
        }
    }

    private static void AssertSame(
        Dictionary<(UnitId Unit, int Measure, int Year), (long Amount, long Presence, long Estimated)> sums, UnitId unit, SumQuery query, SumReading reading)
    {
        int year = query.Range.To.Year;
        (long amount, long presence, long estimated) = sums.GetValueOrDefault((unit, query.Measure.Number, year));
        if (query.Measure.Kind == MeasureKind.Stock)
        {
            // The level at the end of a year is the sum of all increments up to it.
            (long earlier, _, long earlierEstimated) = year == 2025 ? sums.GetValueOrDefault((unit, query.Measure.Number, 2024)) : default;
            (amount, estimated) = (amount + earlier, estimated + earlierEstimated);
        }

        Assert.Equal((unit, year, (Int128)amount, presence, (Int128)estimated), (unit, year, reading.Amount.Scaled, reading.Presence, reading.Estimated.Scaled));
    }

    private static Dictionary<(UnitId Unit, int Measure, int Year), (long Amount, long Presence, long Estimated)> ReadSums(string file)
    {
        using SqliteConnection connection = new($"Data Source={file};Mode=ReadOnly");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = SumsBelow;
        using SqliteDataReader reader = command.ExecuteReader();
        Dictionary<(UnitId, int, int), (long, long, long)> sums = [];
        while (reader.Read())
        {
            sums.Add((new UnitId(reader.GetString(0)), reader.GetInt32(1), reader.GetInt32(2)), (reader.GetInt64(3), reader.GetInt64(4), reader.GetInt64(5)));
        }

        return sums;
    }
}
