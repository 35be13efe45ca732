using System.Text.Json.Nodes;
using Units.LoadTest.Compare;
using Units.LoadTest.Contenders;
using Xunit;

namespace Units.LoadTest.Tests.Compare;

public sealed class CompareReportTests
{
    private static readonly Machine Here = new("two processors", "PostgreSQL 15", "2026-11-28 00:00Z", "0.1.0+abc");

    [Fact]
    public void A_ratio_is_that_of_the_medians_whatever_one_round_gave()
    {
        CompareReport report = new(
        [
            Result(1, ContenderKind.Units, CellKind.Uniform, 10_000), Result(1, ContenderKind.Trigger, CellKind.Uniform, 1_000),
            Result(2, ContenderKind.Units, CellKind.Uniform, 20_000), Result(2, ContenderKind.Trigger, CellKind.Uniform, 4_000),
            Result(3, ContenderKind.Units, CellKind.Uniform, 90_000), Result(3, ContenderKind.Trigger, CellKind.Uniform, 5_000),
        ]);

        Assert.Equal(5, Value(report, "uniform_vs_trigger"));
        Assert.Equal(0.5, Value(report, "cpu_vs_trigger"));
        Assert.Equal(0.25, Value(report, "wal_vs_trigger"));
    }

    [Fact]
    public void The_object_has_every_key_of_the_table_and_null_for_what_was_not_measured()
    {
        JsonObject json = new CompareReport([Result(1, ContenderKind.Units, CellKind.Monthly, 3_000) with { CopyRowsPerSecond = 120_000 }]).Json(Here);

        Assert.Equal(
            ["uniform_vs_trigger", "hotcell_vs_trigger", "uniform_vs_expert", "uniform_vs_roller", "uniform_vs_naive", "monthly_vs_copy",
             "visible_p50_ms", "visible_p99_ms", "wal_vs_trigger", "cpu_vs_trigger", "checker"],
            json.Select(pair => pair.Key).Take(11));
        Assert.Equal(0.5, (double)json["monthly_vs_copy"]!);
        Assert.Null(json["uniform_vs_trigger"]);
        Assert.Equal("passed", (string)json["checker"]!);
        Assert.Equal("0.1.0+abc", (string)json["commit"]!);
    }

    [Fact]
    public void A_failed_check_of_ours_is_named_and_one_of_a_contender_does_not_pass_for_ours()
    {
        CompareReport report = new(
        [
            Result(1, ContenderKind.Units, CellKind.HotCell, 1) with { Failed = ["C1 (2 faults): nation holds 7, expected 8"] },
            Result(1, ContenderKind.Expert, CellKind.Uniform, 1) with { Failed = ["C2 (1 faults): nation"] },
        ]);

        Assert.Equal("Units HotCell, round 1: C1 (2 faults): nation holds 7, expected 8", report.Checker);
        Assert.Equal("Expert Uniform, round 1: C2 (1 faults): nation", report.ContendersChecker);
    }

    [Fact]
    public void The_median_of_an_even_number_of_rounds_is_the_mean_of_the_middle_two()
    {
        Series series = new([4, 1, 3, 10]);

        Assert.Equal((3.5, 1, 10), (series.Median, series.Min, series.Max));
        Assert.Equal([4, 1, 3, 10], series.Rounds);
    }

    [Fact]
    public void Every_second_round_goes_through_the_contenders_from_the_last_to_the_first()
    {
        ContenderKind[] order = [ContenderKind.Trigger, ContenderKind.Expert, ContenderKind.Roller, ContenderKind.Naive, ContenderKind.Units];

        Assert.Equal(order, ComparePlan.Order(0));
        Assert.Equal(order.Reverse(), ComparePlan.Order(1));
        Assert.Equal(order, ComparePlan.Order(2));
    }

    private static double Value(CompareReport report, string key) => report.Keys.Single(pair => pair.Key == key).Value;

    private static CellResult Result(int round, ContenderKind contender, CellKind cell, double reports) => new()
    {
        Round = round,
        Contender = contender,
        Cell = cell,
        ReportsPerSecond = reports,
        EntriesPerSecond = cell == CellKind.Monthly ? 20 * reports : reports,
        AckP50Ms = 1,
        AckP99Ms = 2,
        LagP50Ms = 3,
        LagP99Ms = 4,
        ProcessorUs = contender == ContenderKind.Units ? 50 : 100,
        WalBytes = contender == ContenderKind.Units ? 250 : 1_000,
        Failed = [],
    };
}
