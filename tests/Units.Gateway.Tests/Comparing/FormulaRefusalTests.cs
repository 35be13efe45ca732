namespace Units.Gateway.Tests.Comparing;

public sealed class FormulaRefusalTests(GatewayHost gateway) : IClassFixture<GatewayHost>
{
    [Fact]
    public async Task Formulas_of_several_terms_come_back_as_they_were_created()
    {
        foreach (V1.Indicator indicator in new V1.Indicator[]
        {
            new() { Formula = V1.FormulaKind.AttainedCount, Numerator = Term("ho-dan"), Kinds = { V1.UnitKind.Commune, V1.UnitKind.Ward } },
            new() { Formula = V1.FormulaKind.Minimum, Numerator = Term("ho-so") },
            new() { Formula = V1.FormulaKind.Growth, Numerator = Term("ho-so"), Denominator = Term("ho-so-qua-mang"), Base = V1.GrowthBase.PeriodBefore },
            new() { Formula = V1.FormulaKind.Worst, Components = { "tang-thu", "tong-thu" }, LowerIsBetter = true },
            new() { Formula = V1.FormulaKind.Amount, Numerator = Term("ho-so"), Thresholds = new V1.StatusThresholds { Ahead = "1.2", OnCourse = "1", AtRisk = "0.9" } },
        })
        {
            indicator.Id = "i-" + Guid.NewGuid().ToString("n");
            indicator.DisplayName = "chỉ tiêu";
            await gateway.Catalog.CreateIndicatorAsync(new V1.CreateIndicatorRequest { Indicator = indicator });
            V1.Indicator read = (await gateway.Catalog.GetIndicatorAsync(new V1.GetIndicatorRequest { Indicator = indicator.Id })).Indicator;

            Assert.Equal((indicator.Formula, indicator.Numerator, indicator.Denominator, indicator.Base), (read.Formula, read.Numerator, read.Denominator, read.Base));
            Assert.Equal((indicator.Kinds, indicator.Components, indicator.LowerIsBetter, indicator.Thresholds), (read.Kinds, read.Components, read.LowerIsBetter, read.Thresholds));
        }
    }

    [Fact]
    public async Task What_does_not_fit_a_formula_is_named()
    {
        Assert.Equal(["indicator.numerator CATEGORIES_NEEDED"], await Refused(new() { Formula = V1.FormulaKind.Minimum, Numerator = Term("ho-dan") }));
        Assert.Equal(
            ["indicator.denominator CATEGORIES_NEEDED"],
            await Refused(new() { Formula = V1.FormulaKind.Minimum, Numerator = Term("ho-so"), Denominator = Term("ho-so-qua-mang") }));
        Assert.Equal(["indicator.components NUMBER_OUT_OF_RANGE"], await Refused(new() { Formula = V1.FormulaKind.Worst, Components = { "tang-thu" } }));
        Assert.Equal(
            ["indicator.components[1] DUPLICATE_ID", "indicator.components[2] UNKNOWN_INDICATOR", "indicator.numerator NOT_TOGETHER"],
            (await Refused(new() { Formula = V1.FormulaKind.Worst, Numerator = Term("ho-so"), Components = { "tang-thu", "tang-thu", "khong-co" } })).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["indicator.components[1] CALENDARS_DIFFER"], await Refused(new() { Formula = V1.FormulaKind.Worst, Components = { "tang-thu", "ty-le-qua-mang" } }));
        Assert.Equal(
            ["indicator.thresholds THRESHOLDS_OUT_OF_ORDER"],
            await Refused(new() { Formula = V1.FormulaKind.Amount, Numerator = Term("ho-so"), Thresholds = new V1.StatusThresholds { Ahead = "0.9" } }));
        Assert.Equal(["indicator.kinds NOT_TOGETHER"], await Refused(new() { Formula = V1.FormulaKind.Amount, Numerator = Term("ho-so"), Kinds = { V1.UnitKind.Ward } }));
        Assert.Equal(["indicator.factor BAD_CHOICE"], await Refused(new() { Formula = V1.FormulaKind.AttainedCount, Numerator = Term("ho-dan"), Factor = 10 }));
    }

    [Fact]
    public async Task A_measure_says_who_reports_it_and_by_when()
    {
        V1.Measure measure = new() { Id = "rac-thai", Kind = V1.MeasureKind.Flow, DisplayName = "Rác thải", ReportedBy = { V1.UnitKind.Commune, V1.UnitKind.Ward }, DueDay = 5 };
        V1.Measure created = (await gateway.Catalog.CreateMeasureAsync(new V1.CreateMeasureRequest { Measure = measure })).Measure;
        Assert.Equal((5, measure.ReportedBy), (created.DueDay, created.ReportedBy));

        measure.DueDay = 61;
        measure.ReportedBy.Add(V1.UnitKind.Ward);
        Refusal refusal = await Refusal.Of(gateway.Catalog.CreateMeasureAsync(new V1.CreateMeasureRequest { Measure = measure }));
        Assert.Equal(["measure.reported_by[2] DUPLICATE_ID", "measure.due_day NUMBER_OUT_OF_RANGE"], refusal.FieldReasons);
    }

    private static V1.Term Term(string measure) => new() { Measure = measure };

    private async Task<IReadOnlyList<string>> Refused(V1.Indicator indicator)
    {
        (indicator.Id, indicator.DisplayName) = ("chi-tieu-sai", "sai");
        return [.. (await Refusal.Of(gateway.Catalog.CreateIndicatorAsync(new V1.CreateIndicatorRequest { Indicator = indicator }))).FieldReasons];
    }
}
