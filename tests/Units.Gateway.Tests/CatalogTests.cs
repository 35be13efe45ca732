using Grpc.Core;

namespace Units.Gateway.Tests;

public sealed class CatalogTests(GatewayHost gateway) : IClassFixture<GatewayHost>
{
    [Fact]
    public async Task A_measure_is_created_once_and_read_back()
    {
        V1.Measure measure = new()
        {
            Id = "rac-thai",
            Kind = V1.MeasureKind.Flow,
            Scale = 2,
            DisplayName = "Rác thải",
            UnitOfMeasure = "tấn",
            Categories = { new V1.Category { Id = "tai-che", DisplayName = "Tái chế" } },
        };

        V1.CreateMeasureResponse first = await gateway.Catalog.CreateMeasureAsync(new V1.CreateMeasureRequest { Measure = measure });
        V1.CreateMeasureResponse again = await gateway.Catalog.CreateMeasureAsync(new V1.CreateMeasureRequest { Measure = measure });
        V1.GetMeasureResponse read = await gateway.Catalog.GetMeasureAsync(new V1.GetMeasureRequest { Measure = "rac-thai" });

        Assert.True(first.Created);
        Assert.False(again.Created);
        Assert.Equal(first.Measure, read.Measure);
        Assert.Equal("measures/rac-thai", read.Measure.Name);
        Assert.Equal((V1.SourceRule.One, V1.MonthCalendar.Civil), (read.Measure.Sources, read.Measure.Calendar));

        measure.Scale = 3;
        Refusal refusal = await Refusal.Of(gateway.Catalog.CreateMeasureAsync(new V1.CreateMeasureRequest { Measure = measure }));
        Assert.Equal((StatusCode.AlreadyExists, GatewayReasons.AlreadyExists), (refusal.Code, refusal.Reason));
        Assert.Contains(refusal.Status.Details, d => d.Is(V1.Measure.Descriptor));
    }

    [Fact]
    public async Task All_that_is_wrong_with_a_measure_comes_at_once()
    {
        V1.Measure measure = new()
        {
            Id = "X",
            Scale = 7,
            Sources = (V1.SourceRule)9,
            UnitOfMeasure = "a\u0000b",
            Categories = { new V1.Category { Id = "mot", DisplayName = "a" }, new V1.Category { Id = "mot", DisplayName = "" } },
        };

        Refusal refusal = await Refusal.Of(gateway.Catalog.CreateMeasureAsync(new V1.CreateMeasureRequest { Measure = measure }));

        Assert.Equal(
            [
                "measure.categories[1].display_name FIELD_REQUIRED", "measure.categories[1].id DUPLICATE_ID",
                "measure.display_name FIELD_REQUIRED", "measure.id BAD_IDENTIFIER", "measure.kind FIELD_REQUIRED",
                "measure.scale NUMBER_OUT_OF_RANGE", "measure.sources BAD_CHOICE", "measure.unit_of_measure BAD_TEXT",
            ],
            refusal.FieldReasons.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_indicator_takes_the_usual_factor_and_decimals_where_none_are_said()
    {
        V1.CreateIndicatorResponse ratio = await gateway.Catalog.CreateIndicatorAsync(new V1.CreateIndicatorRequest
        {
            Indicator = new V1.Indicator
            {
                Id = "ty-le-moi",
                Formula = V1.FormulaKind.Ratio,
                DisplayName = "Tỷ lệ",
                Numerator = new V1.Term { Measure = "ho-so", Category = "truc-tuyen" },
                Denominator = new V1.Term { Measure = "ho-so" },
            },
        });
        V1.CreateIndicatorResponse amount = await gateway.Catalog.CreateIndicatorAsync(new V1.CreateIndicatorRequest
        {
            Indicator = new V1.Indicator
            {
                Id = "thu-moi",
                Formula = V1.FormulaKind.Amount,
                DisplayName = "Thu",
                Numerator = new V1.Term { Measure = "thu-ngan-sach" },
            },
        });

        Assert.Equal((100, 2, "truc-tuyen"), (ratio.Indicator.Factor, ratio.Indicator.Decimals, ratio.Indicator.Numerator.Category));
        Assert.Equal((1, 3), (amount.Indicator.Factor, amount.Indicator.Decimals));
    }

    [Fact]
    public async Task An_indicator_on_measures_that_do_not_exist_is_refused()
    {
        Refusal refusal = await Refusal.Of(gateway.Catalog.CreateIndicatorAsync(new V1.CreateIndicatorRequest
        {
            Indicator = new V1.Indicator
            {
                Id = "ty-le-sai",
                Formula = V1.FormulaKind.Ratio,
                DisplayName = "Tỷ lệ",
                Numerator = new V1.Term { Measure = "khong-co" },
            },
        }));

        Assert.Equal(["indicator.numerator.measure UNKNOWN_MEASURE", "indicator.denominator FIELD_REQUIRED"], refusal.FieldReasons);
    }

    [Fact]
    public async Task Pages_of_measures_are_turned_by_token()
    {
        V1.ListMeasuresResponse first = await gateway.Catalog.ListMeasuresAsync(new V1.ListMeasuresRequest { PageSize = 3 });
        V1.ListMeasuresResponse second = await gateway.Catalog.ListMeasuresAsync(
            new V1.ListMeasuresRequest { PageSize = 1000, PageToken = first.NextPageToken });

        Assert.Equal(["ho-dan", "ho-so", "ho-so-qua-mang"], first.Measures.Select(m => m.Id));
        Assert.DoesNotContain(second.Measures, m => first.Measures.Contains(m));
        Assert.Equal("", second.NextPageToken);

        Refusal refusal = await Refusal.Of(gateway.Catalog.ListIndicatorsAsync(
            new V1.ListIndicatorsRequest { PageSize = -1, PageToken = first.NextPageToken }));
        Assert.Equal(["page_size NUMBER_OUT_OF_RANGE", "page_token BAD_PAGE_TOKEN"], refusal.FieldReasons);
    }

    [Fact]
    public async Task What_is_not_in_the_catalogue_is_not_found()
    {
        Assert.Equal(GatewayReasons.MeasureNotFound,
            (await Refusal.Of(gateway.Catalog.GetMeasureAsync(new V1.GetMeasureRequest { Measure = "khong-co" }))).Reason);
        Assert.Equal(StatusCode.NotFound,
            (await Refusal.Of(gateway.Catalog.GetIndicatorAsync(new V1.GetIndicatorRequest { Indicator = "khong-co" }))).Code);
    }
}
