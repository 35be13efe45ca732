namespace Units.Silo.Demo;

/// <summary>The measures and the 20 indicators of the demo country. All figures are invented.</summary>
internal static class DemoCatalogue
{
    /// <summary>The measures.</summary>
    public static readonly DemoMeasure[] Measures =
    [
        new("demo-revenue", "Thu ngân sách nhà nước", "State budget revenue", "tỷ đồng", 3, 560, DemoSeason.Even),
        new("demo-investment", "Vốn đầu tư toàn xã hội", "Total social investment", "tỷ đồng", 3, 1_150, DemoSeason.Late),
        new("demo-retail", "Tổng mức bán lẻ hàng hóa và dịch vụ", "Retail sales of goods and services", "tỷ đồng", 3, 1_900, DemoSeason.Even),
        new("demo-industry", "Giá trị sản xuất công nghiệp", "Industrial output", "tỷ đồng", 3, 2_600, DemoSeason.Even),
        new("demo-agriculture", "Giá trị sản xuất nông, lâm, thủy sản", "Agricultural output", "tỷ đồng", 3, 620, DemoSeason.Harvest),
        new("demo-rice", "Sản lượng lúa", "Rice harvested", "tấn", 0, 12_900, DemoSeason.Harvest),
        new("demo-jobs", "Số lao động được giải quyết việc làm", "People placed in jobs", "người", 0, 480, DemoSeason.Even),
        new("demo-visits", "Số lượt khách du lịch", "Tourist visits", "lượt khách", 0, 38_000, DemoSeason.Summer),
        new("demo-firms", "Số doanh nghiệp thành lập mới", "New enterprises", "doanh nghiệp", 0, 58, DemoSeason.Even),
        new("demo-housing", "Số căn nhà ở xã hội hoàn thành", "Social dwellings completed", "căn", 0, 36, DemoSeason.Late),
        new("demo-accidents", "Số vụ tai nạn giao thông", "Traffic accidents", "vụ", 0, 6, DemoSeason.Even),
        new("demo-crimes", "Số vụ phạm pháp hình sự", "Criminal cases", "vụ", 0, 15, DemoSeason.Even),
        new("demo-capital", "Vốn đầu tư công được giao", "Public capital assigned", "tỷ đồng", 3, 260, DemoSeason.January),
        new("demo-disbursed", "Vốn đầu tư công đã giải ngân", "Public capital disbursed", "tỷ đồng", 3, 0, DemoSeason.Late, "demo-capital", 0.90),
        new("demo-dossiers", "Hồ sơ thủ tục hành chính đã giải quyết", "Dossiers resolved", "hồ sơ", 0, 9_400, DemoSeason.Even),
        new("demo-on-time", "Hồ sơ giải quyết đúng hạn", "Dossiers resolved on time", "hồ sơ", 0, 0, DemoSeason.Even, "demo-dossiers", 0.975),
        new("demo-online", "Hồ sơ nộp trực tuyến", "Dossiers filed online", "hồ sơ", 0, 0, DemoSeason.Even, "demo-dossiers", 0.79),
        new("demo-cashless", "Hồ sơ thanh toán không dùng tiền mặt", "Dossiers paid without cash", "hồ sơ", 0, 0, DemoSeason.Even, "demo-dossiers", 0.66),
        new("demo-ratings", "Lượt đánh giá của người dân", "Ratings by people", "lượt", 0, 2_300, DemoSeason.Even),
        new("demo-satisfied", "Lượt đánh giá hài lòng", "Of these, satisfied", "lượt", 0, 0, DemoSeason.Even, "demo-ratings", 0.955),
        new("demo-residents", "Dân số", "Population", "người", 0, 30_000, DemoSeason.Stock),
        new("demo-insured", "Dân số tham gia bảo hiểm y tế", "People in health insurance", "người", 0, 0, DemoSeason.Stock, "demo-residents", 0.942),
        new("demo-households", "Số hộ", "Households", "hộ", 0, 8_100, DemoSeason.Stock),
        new("demo-poor", "Hộ nghèo", "Poor households", "hộ", 0, 0, DemoSeason.Stock, "demo-households", 0.017),
        new("demo-clean-water", "Hộ dùng nước sạch", "Households with clean water", "hộ", 0, 0, DemoSeason.Stock, "demo-households", 0.948),
    ];

    /// <summary>The indicators.</summary>
    public static readonly DemoIndicator[] Indicators =
    [
        Amount("demo-revenue", "demo-budget", 1.00) with { Field = "ngan-sach", Plan = 1.015, Resolution = 1.08, ByCouncil = true },
        Amount("demo-investment", "demo-total-investment", 1.04) with { Resolution = 1.05, ByCouncil = true },
        Amount("demo-retail", "demo-retail-sales", 0.97) with { Field = "cong-thuong" },
        Amount("demo-industry", "demo-industrial-output", 0.99) with { Field = "cong-thuong" },
        Amount("demo-agriculture", "demo-agricultural-output", 0.95) with { Field = "nong-nghiep" },
        Amount("demo-rice", "demo-rice-output", 1.0) with { Field = "nong-nghiep" },
        Amount("demo-jobs", "demo-jobs-created", 0.90) with { Plan = 0.98, ByCouncil = true },
        Amount("demo-visits", "demo-tourism", 0.94) with { Field = "du-lich", Amended = 1.04 },
        Amount("demo-firms", "demo-new-firms", 1.02) with { Field = "cong-thuong" },
        Amount("demo-housing", "demo-social-housing", 1.28) with { Field = "nha-o", Amended = 0.96, Resolution = 1.1 },
        Amount("demo-accidents", "demo-traffic-accidents", 1.06, atMost: true) with { Field = "trat-tu" },
        Amount("demo-crimes", "demo-criminal-cases", 0.98, atMost: true) with { Field = "trat-tu" },
        new("demo-disbursement", "Tỷ lệ giải ngân vốn đầu tư công", "Share of public capital disbursed", "%", "demo-disbursed", "demo-capital", 100) { Field = "dau-tu-cong" },
        new("demo-on-time-share", "Tỷ lệ hồ sơ giải quyết đúng hạn", "Share of dossiers on time", "%", "demo-on-time", "demo-dossiers", 98) { Field = "hanh-chinh" },
        new("demo-online-share", "Tỷ lệ hồ sơ nộp trực tuyến", "Share of dossiers filed online", "%", "demo-online", "demo-dossiers", 80) { Field = "hanh-chinh" },
        new("demo-cashless-share", "Tỷ lệ hồ sơ thanh toán không dùng tiền mặt", "Share of dossiers paid without cash", "%", "demo-cashless", "demo-dossiers", 75) { Field = "hanh-chinh" },
        new("demo-satisfaction", "Tỷ lệ người dân hài lòng", "Share of people satisfied", "%", "demo-satisfied", "demo-ratings", 95) { Field = "hanh-chinh" },
        new("demo-health-insurance", "Tỷ lệ bao phủ bảo hiểm y tế", "Health insurance coverage", "%", "demo-insured", "demo-residents", 95) { Field = "an-sinh" },
        new("demo-poverty", "Tỷ lệ hộ nghèo", "Poverty rate", "%", "demo-poor", "demo-households", 1.6, AtMost: true) { Field = "an-sinh", Resolution = 0.95 },
        new("demo-water-share", "Tỷ lệ hộ dùng nước sạch", "Share of households with clean water", "%", "demo-clean-water", "demo-households", 96) { Field = "an-sinh" },
    ];

    // The fifth of the month after.
    private const int DueDay = 5;

    /// <summary>The measure of an id.</summary>
    public static DemoMeasure Measure(string id) => Array.Find(Measures, m => m.Id == id)!;

    /// <summary>A measure as it is created.</summary>
    public static V1.Measure Message(DemoMeasure measure) => new()
    {
        Id = measure.Id,
        Kind = measure.IsStock ? V1.MeasureKind.Stock : V1.MeasureKind.Flow,
        Scale = measure.Scale,
        Sources = V1.SourceRule.One,
        Calendar = V1.MonthCalendar.Civil,
        DisplayName = measure.Name,
        DisplayNameEn = measure.NameEn,
        UnitOfMeasure = measure.Unit,
        ReportedBy = { V1.UnitKind.Commune, V1.UnitKind.Ward, V1.UnitKind.SpecialZone },
        DueDay = DueDay,
    };

    /// <summary>An indicator as it is created.</summary>
    public static V1.Indicator Message(DemoIndicator indicator) => new()
    {
        Id = indicator.Id,
        Formula = indicator.Denominator is null ? V1.FormulaKind.Amount : V1.FormulaKind.Ratio,
        Numerator = new V1.Term { Measure = indicator.Numerator },
        Denominator = indicator.Denominator is { } below ? new V1.Term { Measure = below } : null,
        Decimals = indicator.Denominator is null ? Measure(indicator.Numerator).Scale : 2,
        DisplayName = indicator.Name,
        DisplayNameEn = indicator.NameEn,
        UnitOfMeasure = indicator.Unit,
    };

    private static DemoIndicator Amount(string measure, string id, double target, bool atMost = false)
    {
        DemoMeasure of = Array.Find(Measures, m => m.Id == measure)!;
        return new DemoIndicator(id, of.Name, of.NameEn, of.Unit, measure, null, target, atMost);
    }
}
