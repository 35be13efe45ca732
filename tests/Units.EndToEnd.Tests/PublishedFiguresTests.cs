using Units.EndToEnd.Tests.Support;
using Xunit;

namespace Units.EndToEnd.Tests;

/// <summary>
/// The figures that three cities published, entered through the public API under ids that nobody has seen before, and read back from live
/// totals. Each once more with one numerator raised by one, so that no figure can be known beforehand.
/// </summary>
public abstract class PublishedFiguresTests(RunningUnits running) : IDisposable
{
    private readonly Api _api = running.Api;

    public void Dispose()
    {
        running.Process.Show();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData(0, "82.39", "26.15", "27.21", "26.94")]
    [InlineData(1, "82.72", "26.18", "27.21", "26.95")]
    public async Task Cam_Pha_has_its_published_shares_and_the_pooled_one(int more, string services, string centre, string wards, string pooled)
    {
        string city = await _api.CreateUnit(Api.NewId("city"), kind: V1.UnitKind.City);
        string desk = await _api.CreateUnit(Api.NewId("desk"), city, V1.UnitKind.Department);
        string group = await _api.CreateUnit(Api.NewId("wards"), city);
        string offered = await _api.CreateMeasure(Api.NewId("offered"), V1.MeasureKind.Stock);
        string procedures = await _api.CreateMeasure(Api.NewId("procedures"), V1.MeasureKind.Stock);
        string online = await _api.CreateMeasure(Api.NewId("online"));
        string eligible = await _api.CreateMeasure(Api.NewId("eligible"));
        string serviceShare = await _api.CreateRatio(Api.NewId("service-share"), offered, procedures);
        string dossierShare = await _api.CreateRatio(Api.NewId("dossier-share"), online, eligible);

        await _api.Submit(city, Api.NewId("r"), Level(offered, 248 + more), Level(procedures, 301));
        await _api.Submit(desk, Api.NewId("r"), ToDate(online, 929 + more), ToDate(eligible, 3_553));
        await _api.Submit(group, Api.NewId("r"), ToDate(online, 2_916), ToDate(eligible, 10_717));

        await Shows(city, serviceShare, "2019-07", new Share(248 + more, 301), services);
        await Shows(desk, dossierShare, "2019-01/2019-07", new Share(929 + more, 3_553), centre);
        await Shows(group, dossierShare, "2019-01/2019-07", new Share(2_916, 10_717), wards);
        await Shows(city, dossierShare, "2019-01/2019-07", new Share(3_845 + more, 14_270), pooled);

        static V1.Entry Level(string measure, long value) => new() { Measure = measure, Month = "2019-07", Set = $"{value}" };
        static V1.Entry ToDate(string measure, long value) => new() { Measure = measure, Month = "2019-07", YearToDate = $"{value}" };
    }

    [Theory]
    [InlineData(0, "99.72", "0.24", "0.04", "99.86")]
    [InlineData(1, "99.72", "0.24", "0.04", "99.86")]
    public async Task Nha_Be_has_its_published_shares_and_the_pooled_one(int more, string good, string fair, string poor, string pooled)
    {
        string district = await _api.CreateUnit(Api.NewId("district"), kind: V1.UnitKind.District);
        string group = await _api.CreateUnit(Api.NewId("communes"), district);
        string ratings = await _api.CreateMeasure(Api.NewId("ratings"), V1.MeasureKind.Flow, 0, "lượt", "satisfied", "neutral", "unsatisfied");
        string received = await _api.CreateMeasure(Api.NewId("received"));
        string resolved = await _api.CreateMeasure(Api.NewId("resolved"));
        string goodRate = await _api.CreateRatio(Api.NewId("good"), $"{ratings}/satisfied", ratings);
        string fairRate = await _api.CreateRatio(Api.NewId("fair"), $"{ratings}/neutral", ratings);
        string poorRate = await _api.CreateRatio(Api.NewId("poor"), $"{ratings}/unsatisfied", ratings);
        string resolutionRate = await _api.CreateRatio(Api.NewId("resolution"), resolved, received);

        await _api.Submit(district, Api.NewId("r"),
            ToDate(ratings, 47_336 + more, "satisfied"), ToDate(ratings, 114, "neutral"), ToDate(ratings, 17, "unsatisfied"),
            ToDate(received, 9_816), ToDate(resolved, 9_613 + more));
        await _api.Submit(group, Api.NewId("r"), ToDate(received, 153_273), ToDate(resolved, 153_254));

        await Shows(district, goodRate, "2020", new Share(47_336 + more, 47_467 + more), good);
        await Shows(district, fairRate, "2020", new Share(114, 47_467 + more), fair);
        await Shows(district, poorRate, "2020", new Share(17, 47_467 + more), poor);
        await Shows(district, resolutionRate, "2020", new Share(162_867 + more, 163_089), pooled);

        static V1.Entry ToDate(string measure, long value, string category = "") =>
            new() { Measure = measure, Category = category, Month = "2020-12", YearToDate = $"{value}" };
    }

    [Theory]
    [InlineData("31608", "1965")]
    [InlineData("31609.001", "1965.5")]
    public async Task Vinh_Yen_has_its_output_and_revenue_as_estimates_and_at_least(string output, string revenue)
    {
        string city = await _api.CreateUnit(Api.NewId("city"), kind: V1.UnitKind.City);
        string outputs = await _api.CreateMeasure(Api.NewId("output"), V1.MeasureKind.Flow, 3, "tỷ đồng");
        string revenues = await _api.CreateMeasure(Api.NewId("revenue"), V1.MeasureKind.Flow, 3, "tỷ đồng");
        string outputValue = await _api.CreateAmount(Api.NewId("output-value"), outputs, "tỷ đồng");

        await _api.Submit(city, Api.NewId("r"), Estimate(outputs, output), Estimate(revenues, revenue));
        V1.GetTotalsResponse totals = await _api.ReadTotals(
            new V1.GetTotalsRequest { Unit = city, Range = "2020-01/2020-06", Measures = { outputs, revenues }, Indicators = { outputValue } });

        Assert.Equal(
            [(outputs, Number(output), Number(output), true, true), (revenues, Number(revenue), Number(revenue), true, true)],
            totals.Measures.Select(m => (m.Measure, Number(m.Value), Number(m.Estimated), m.IsEstimate, m.AtLeast)));
        V1.IndicatorTotal shown = Assert.Single(totals.Indicators);
        Assert.Equal((Number(output), true, true, true), (Number(shown.Value), shown.Reported, shown.IsEstimate, shown.AtLeast));

        static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        static V1.Entry Estimate(string measure, string value) =>
            new() { Measure = measure, Month = "2020-06", YearToDate = value, Estimate = true, AtLeast = true };
    }

    private async Task Shows(string unit, string indicator, string range, Share share, string published)
    {
        // What a unit below has acknowledged arrives above it a moment later.
        V1.GetTotalsResponse totals = await _api.ReadTotals(
            new V1.GetTotalsRequest { Unit = unit, Range = range, Indicators = { indicator } },
            t => t.Indicators[0].Numerator == $"{share.Numerator}" && t.Indicators[0].Denominator == $"{share.Denominator}");

        V1.IndicatorTotal shown = Assert.Single(totals.Indicators);
        Assert.Equal(published, shown.Value);
        Assert.Equal(share.Rounded, shown.Value);
        Assert.Equal(share.Unrounded, shown.Unrounded);
        Assert.True(shown.Reported);
        Assert.False(shown.IsEstimate || shown.AtLeast);
    }
}
