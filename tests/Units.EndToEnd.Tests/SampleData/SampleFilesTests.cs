using System.Globalization;
using Units.Silo.SampleData;
using Xunit;

namespace Units.EndToEnd.Tests.SampleData;

/// <summary>The sample files against the figures that the five reports print, by plain arithmetic and without a silo.</summary>
public sealed class SampleFilesTests
{
    private static readonly SampleSet Set = SampleReader.Read(SampleReader.ShippedDirectory);

    [Theory]
    [InlineData("cam-pha", "online-service-share", "248", "301", "82.39")]
    [InlineData("cam-pha-public-administration-centre", "online-dossier-share", "929", "3553", "26.15")]
    [InlineData("cam-pha-communes-wards", "online-dossier-share", "2916", "10717", "27.21")]
    [InlineData("cam-pha", "online-dossier-share", "3845", "14270", "26.94")]
    [InlineData("nha-be", "satisfied-rate", "47336", "47467", "99.72")]
    [InlineData("nha-be", "neutral-rate", "114", "47467", "0.24")]
    [InlineData("nha-be", "unsatisfied-rate", "17", "47467", "0.04")]
    [InlineData("nha-be", "dossier-resolution-rate", "162867", "163089", "99.86")]
    public void A_published_percentage_is_among_the_figures_to_check(
        string unit, string indicator, string numerator, string denominator, string value)
    {
        PublishedFigure figure = Assert.Single(Set.Published, f => f.Unit == unit && f.Indicator == indicator);
        Assert.Equal((numerator, denominator, value), (figure.Numerator, figure.Denominator, figure.Value));
    }

    [Theory]
    [InlineData("total-output-value", "31608")]
    [InlineData("budget-revenue-value", "1965")]
    public void What_Vinh_Yen_only_estimates_is_marked_as_such(string indicator, string value)
    {
        PublishedFigure figure = Assert.Single(Set.Published, f => f.Indicator == indicator);
        Assert.Equal(("vinh-yen", value, true, true), (figure.Unit, figure.Value, figure.Estimate, figure.AtLeast));
    }

    [Fact]
    public void Every_published_figure_follows_from_the_entries_below_its_unit()
    {
        Assert.NotEmpty(Set.Published);
        foreach (PublishedFigure figure in Set.Published)
        {
            V1.Indicator indicator = Set.Indicators.Single(i => i.Id == figure.Indicator);
            decimal numerator = Sum(figure, indicator.Numerator);
            decimal value = numerator;
            if (indicator.Denominator is not null)
            {
                decimal denominator = Sum(figure, indicator.Denominator);
                Assert.Equal((figure.Numerator, figure.Denominator), (Text(numerator), Text(denominator)));
                value = decimal.Round(numerator / denominator * indicator.Factor, indicator.Decimals, MidpointRounding.AwayFromZero);
            }

            Assert.Equal(figure.Value, Text(value));
        }
    }

    [Fact]
    public void Inferred_identities_are_marked()
    {
        string[] inferred = [.. Set.Units.Where(u => u.IdentityInferred).Select(u => u.Id).Order(StringComparer.Ordinal)];
        Assert.Equal(
            ["nha-be", "nha-be-communes-township", "nha-be-long-thoi", "nha-be-superior", "yen-bai", "yen-bai-au-lau", "yen-bai-minh-bao", "yen-bai-tuy-loc"],
            inferred);
    }

    [Fact]
    public void Every_clause_of_the_reports_that_sets_a_target_is_there()
    {
        string[] lines = [.. Set.Plans.SelectMany(p => p.Lines).Concat(Set.Targets.Select(t => t.Line))];
        string[] clauses =
        [
            .. Enumerable.Range(1, 11).Select(n => $"0.{n}"), .. Enumerable.Range(1, 10).Select(n => $"1.{n}"), .. Enumerable.Range(1, 43).Select(n => $"2.{n}"),
        ];

        Assert.Equal(clauses, lines.Distinct());
        Assert.Equal(["1.8"], lines.GroupBy(line => line).Where(line => line.Count() > 1).Select(line => line.Key));
    }

    [Fact]
    public void A_plan_is_issued_by_the_decision_that_its_report_states_and_is_a_draft_without_one()
    {
        Assert.Equal(
            ["services-2019 ", "plan-2020 4699 2019-12-30"],
            Set.Plans.Select(p => p.Draft.Plan + " " + (p.Issue is { } issue ? $"{issue.Decision.Number} {issue.Decision.Date}" : "")));
        Assert.Equal(["2.10", "2.21"], Set.Targets.Where(t => t.Request.Target.Kind == V1.TargetKind.Inherited).Select(t => t.Line));
        Assert.Equal(["0.9"], Set.Plans[0].Lines.Zip(Set.Plans[0].Draft.Targets).Where(t => t.Second.Kind == V1.TargetKind.Qualitative).Select(t => t.First));
    }

    [Fact]
    public void Official_codes_end_with_the_reform()
    {
        V1.Identifier[] codes = [.. Set.Units.SelectMany(u => u.Identifiers)];
        Assert.NotEmpty(codes);
        Assert.All(codes, code => Assert.Equal(("vn.gso", "2025-06-30"), (code.Scheme, code.To)));
    }

    // Each register has a single statement, so the sum of the entries is the total of the period.
    private static decimal Sum(PublishedFigure figure, V1.Term term)
    {
        Assert.True(MonthRange.TryParse(figure.Period, out MonthRange range));
        decimal sum = 0;
        foreach (V1.SubmitReportRequest report in Set.Reports.Where(r => IsBelow(r.Unit, figure.Unit)))
        {
            foreach (V1.Entry entry in report.Entries)
            {
                Assert.True(Month.TryParse(entry.Month, out Month month));
                if (entry.Measure == term.Measure && (term.Category.Length == 0 || entry.Category == term.Category) && range.Contains(month))
                {
                    Assert.Equal((figure.Estimate, figure.AtLeast), (entry.Estimate, entry.AtLeast));
                    sum += decimal.Parse(entry.HasSet ? entry.Set : entry.YearToDate, CultureInfo.InvariantCulture);
                }
            }
        }

        return sum;
    }

    private static bool IsBelow(string? unit, string ancestor)
    {
        for (; unit is not null; unit = Set.Units.Single(u => u.Id == unit).Edges.LastOrDefault()?.Parent)
        {
            if (unit == ancestor)
            {
                return true;
            }
        }

        return false;
    }

    private static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
