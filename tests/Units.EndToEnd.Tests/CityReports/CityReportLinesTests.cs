using Units.EndToEnd.Tests.Support;
using Xunit;

namespace Units.EndToEnd.Tests.CityReports;

/// <summary>
/// Every numbered line of the five city reports (64 targets, 19 actuals) entered as data through the public API and read back, each bound with an
/// actual on each side of it. Ids are random, so that nothing can know a line by its name.
/// </summary>
public sealed class CityReportLinesTests(RunningOnSqlite running) : IClassFixture<RunningOnSqlite>
{
    private const int AtATime = 8;

    [Fact]
    public async Task Every_numbered_line_of_the_city_reports_is_data()
    {
        Line[] lines = [.. Lines.All];
        Assert.Equal((83, 83), (lines.Length, lines.DistinctBy(l => l.Number).Count()));
        Assert.Equal(["0.9"], lines.Where(l => l.Targets.Any(t => t.Kind == V1.TargetKind.Qualitative)).Select(l => l.Number));
        Assert.Equal(["0.7", "2.48"], lines.Where(l => l.Targets.Any(t => t.Kind is V1.TargetKind.Increase or V1.TargetKind.Decrease)).Select(l => l.Number));

        Dictionary<string, (string Row, List<string> Wrong)> found = [];
        using SemaphoreSlim room = new(AtATime);
        (string Row, List<string> Wrong)[] done = await Task.WhenAll(lines.Select(line => Enter(line, room)));

        TestContext.Current.TestOutputHelper!.WriteLine("| # | indicator | kind | target | probes: value → met, per tier |\n|-|-|-|-|-|");
        foreach ((string row, _) in done)
        {
            TestContext.Current.TestOutputHelper.WriteLine(row);
        }

        Assert.Empty(done.SelectMany(d => d.Wrong));
    }

    private async Task<(string Row, List<string> Wrong)> Enter(Line line, SemaphoreSlim room)
    {
        await room.WaitAsync();
        try
        {
            LineDesk desk = new(running.Api, line);
            await desk.Prepare();
            List<string> wrong = [];
            List<string> shown = [];
            string targets = "";
            foreach (Probe probe in line.Probes)
            {
                Seen seen = await desk.Enter(probe);
                wrong.AddRange(Differences(line, probe, seen));
                targets = seen.Targets;
                shown.Add($"{seen.Indicator.Total.Value}{(seen.Indicator.Total.IsEstimate ? " ước" : "")}{(seen.Indicator.Total.AtLeast ? " trên" : "")} → {seen.Met}");
            }

            if (line.Probes.Length == 0)
            {
                wrong.Add($"{line.Number} has no probe.");
            }

            return ($"| {line.Number} | {line.Vi} | {line.Kind} | {targets} | {string.Join("; ", shown)} |", wrong);
        }
        catch (Exception e) when (e is TimeoutException or Grpc.Core.RpcException)
        {
            return ($"| {line.Number} | {line.Vi} | {line.Kind} | {e.Message} | |", [$"{line.Number}: {e.Message}"]);
        }
        finally
        {
            room.Release();
        }
    }

    private static IEnumerable<string> Differences(Line line, Probe probe, Seen seen)
    {
        V1.IndicatorComparison indicator = seen.Indicator;
        V1.TargetComparison[] targets = [.. indicator.Targets.OrderBy(t => t.Tier)];
        (string What, string Expected, string Actual)[] all =
        [
            ("value", probe.Value, indicator.Total.Value),
            ("met", probe.Met, seen.Met),
            ("kind", string.Join(',', line.Targets.Select(t => t.Kind)), string.Join(',', targets.Select(t => t.Kind))),
            ("estimate", $"{probe.Estimate}", $"{indicator.Total.IsEstimate}"),
            ("at least", $"{probe.AtLeast}", $"{indicator.Total.AtLeast}"),
            ("per cent", string.Join(',', probe.Percents ?? []), probe.Percents is null ? "" : string.Join(',', targets.Select(t => t.Percent))),
            ("change", probe.Change ?? "", probe.Change is null ? "" : indicator.YearBefore.Change),
            ("breaches", string.Join(',', probe.Breaches), string.Join(',', targets.SelectMany(t => t.Breaches))),
            ("units", string.Join(',', seen.Named), line.Shape == Shape.Count ? string.Join(',', indicator.Attained.Units) : ""),
            ("status", string.Concat(probe.Met.Where(m => m == '+')), string.Concat(targets.Where(t => t.Status == V1.TargetStatus.Attained).Select(_ => '+'))),
        ];
        return all.Where(d => d.Expected != d.Actual).Select(d => $"{line.Number} {probe.Value}: {d.What} is {d.Actual}, not {d.Expected}");
    }
}
