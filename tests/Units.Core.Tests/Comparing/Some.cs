namespace Units.Core.Tests.Comparing;

/// <summary>Measures, indicators and readings to compare with.</summary>
internal static class Some
{
    public static readonly MonthRange Year = new(new Month(2020, 1), new Month(2020, 12));

    public static readonly Measure Revenue = new() { Id = new MeasureId("revenue"), Number = 1, Kind = MeasureKind.Flow, Scale = 0, Name = "thu" };

    public static readonly Measure Stock = Revenue with { Id = new MeasureId("households"), Number = 2, Kind = MeasureKind.Stock };

    public static readonly Measure Base = Revenue with { Id = new MeasureId("base"), Number = 3 };

    public static Indicator Indicator(FormulaKind kind, bool divides = false, int factor = 1) => new()
    {
        Id = new IndicatorId("indicator"),
        Number = 1,
        Formula = kind,
        Numerator = new Term(Revenue.Id, null),
        Denominator = divides ? new Term(Base.Id, null) : null,
        Factor = factor,
        Name = "chỉ tiêu",
    };

    /// <summary>A sum that accumulates over the year.</summary>
    public static readonly Formula Amount = new(Indicator(FormulaKind.Amount), Revenue);

    /// <summary>A level.</summary>
    public static readonly Formula Level = new(Indicator(FormulaKind.Amount), Stock);

    /// <summary>A share in per cent.</summary>
    public static readonly Formula Ratio = new(Indicator(FormulaKind.Ratio, divides: true, factor: 100), Revenue, Base);

    /// <summary>A growth in per cent.</summary>
    public static readonly Formula Growth = new(Indicator(FormulaKind.Growth, factor: 100), Revenue);

    public static SumReading Sum(long amount, long presence = 1) => new(new Amount(amount), presence, Units.Amount.Zero, 0);

    public static SumReading Nothing => Sum(0, presence: 0);

    /// <summary>A target with bounds in the scale of its indicator.</summary>
    public static TargetReading Target(TargetKind kind, long? lower = null, long? upper = null) => new()
    {
        Indicator = 1,
        Range = Year,
        Told = kind,
        Lower = Own(lower),
        Upper = Own(upper),
    };

    /// <summary>What the target of a year is held against at the end of a month of it.</summary>
    public static ComparedUnit Until(Formula formula, int month, params SumReading[] sums) => new()
    {
        Formula = formula,
        Range = Year,
        AsOf = new DateOnly(2020, month, 1).AddMonths(1).AddDays(-1),
        Value = formula.Compute(sums),
    };

    private static TargetFigure Own(long? amount) => amount is { } a ? new TargetFigure(new Amount(a), Units.Amount.Zero, 0) : default;
}
