using System.Globalization;
using Units.EndToEnd.Tests.Support;

namespace Units.EndToEnd.Tests.CityReports;

/// <summary>Reports what a probe says, as the shape of its line has it.</summary>
internal sealed class LineReports(Api api, Line line, IReadOnlyList<string> measures)
{
    /// <summary>Reports the terms of a probe, at the unit or at its children.</summary>
    public async Task Send(string unit, IReadOnlyList<string> children, Probe probe)
    {
        string[] t = probe.Terms;
        switch (line.Shape)
        {
            case Shape.Count:
                for (int i = 0; i < children.Count; i++)
                {
                    await Send(children[i], Level(probe, 0, 12, t[i]));
                }

                break;
            case Shape.MonthlyCountShare:
                for (int i = 0; i < children.Count; i++)
                {
                    int child = i;
                    await Send(children[i], [.. Enumerable.Range(0, t.Length / 2).Select(m => Level(probe, 0, m + 1, t[(2 * m) + child]))]);
                }

                break;
            case Shape.ShareOfWards:
                for (int i = 0; i < children.Count; i++)
                {
                    await Send(children[i], Sum(probe, 0, 2020, t[2 * i]), Sum(probe, 1, 2020, t[(2 * i) + 1]));
                }

                break;
            case Shape.GrowthOfParts:
                await Send(unit, [.. t.Select((value, i) => Sum(probe, 0, 2020 - (i / 3), value, "part-" + (char)('a' + (i % 3))))]);
                break;
            case Shape.MonthlyShare:
                await Send(unit, [.. t.Select((value, i) => Level(probe, i % 2, (i / 2) + 1, value))]);
                break;
            case Shape.LeastShare:
                await Send(unit, [.. t.Select((value, i) => Sum(probe, i % 2, 2020, value, "field-" + (char)('a' + (i / 2))))]);
                break;
            case Shape.ShareWithout:
                await Send(unit, Sum(probe, 0, 2020, t[0], "open"), Sum(probe, 1, 2020, t[1], "open"), Sum(probe, 0, 2020, t[2], "secret"), Sum(probe, 1, 2020, t[3], "secret"));
                break;
            case Shape.WorstGrowth:
                await Send(unit, [.. t.Select((value, i) => Sum(probe, i / 2, 2020 - (i % 2), value))]);
                break;
            default:
                // The terms of this year, then those of the year before.
                if (t.Length > 0)
                {
                    await Send(unit, [.. t.Select((value, i) => Sum(probe, i % measures.Count, 2020 - (i / measures.Count), value))]);
                }

                break;
        }
    }

    private Task<V1.SubmitReportResponse> Send(string unit, params V1.Entry[] entries) => api.Submit(unit, Api.NewId("r"), entries);

    private V1.Entry Sum(Probe probe, int measure, int year, string value, string category = "") => new()
    {
        Measure = measures[measure],
        Category = category,
        Month = string.Create(CultureInfo.InvariantCulture, $"{year}-12"),
        YearToDate = value,
        Estimate = probe.Estimate,
        AtLeast = probe.AtLeast,
    };

    private V1.Entry Level(Probe probe, int measure, int month, string value) => new()
    {
        Measure = measures[measure],
        Month = string.Create(CultureInfo.InvariantCulture, $"2020-{month:D2}"),
        Set = value,
        Estimate = probe.Estimate,
        AtLeast = probe.AtLeast,
    };
}
