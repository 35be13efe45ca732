namespace Units.Storage.Tests;

/// <summary>A unit, a measure and an indicator in which every property is set.</summary>
internal static class Catalogued
{
    public static readonly Unit Unit = new()
    {
        Id = new UnitId("cam-pha"),
        Namings =
        [
            new UnitNaming(null, UnitKind.City, "Thành phố Cẩm Phả", "Cẩm Phả City"),
            new UnitNaming(new DateOnly(2025, 7, 1), UnitKind.Ward, "Phường Cẩm Phả", ""),
        ],
        Edges = [new UnitEdge(Month.MinValue, new UnitId("quang-ninh")), new UnitEdge(new Month(2025, 7), new UnitId("other"))],
        Identifiers =
        [
            new UnitIdentifier("vn.gso", "00195", null, new DateOnly(2025, 6, 30)),
            new UnitIdentifier("vn.gso", "06760", new DateOnly(2025, 7, 1), null),
        ],
        IdentityInferred = true,
    };

    public static readonly Measure Measure = new()
    {
        Id = new MeasureId("dossiers"),
        Number = 3,
        Kind = MeasureKind.Stock,
        Scale = 2,
        Sources = SourceRule.Many,
        Calendar = MonthCalendar.Administrative,
        Categories = [new Category(1, "online", "Trực tuyến", "Online"), new Category(2, "paper", "Trực tiếp", "")],
        Name = "Hồ sơ",
        NameEn = "Dossiers",
        UnitOfMeasure = "hồ sơ",
    };

    public static readonly Indicator Indicator = new()
    {
        Id = new IndicatorId("online-share"),
        Number = 4,
        Formula = FormulaKind.Ratio,
        Numerator = new Term(new MeasureId("dossiers"), 1),
        Denominator = new Term(new MeasureId("dossiers"), null),
        Factor = 100,
        Decimals = 1,
        Name = "Tỷ lệ trực tuyến",
        NameEn = "Online share",
        UnitOfMeasure = "%",
    };
}
