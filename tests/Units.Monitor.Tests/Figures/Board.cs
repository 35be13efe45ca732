using System.Collections.Immutable;
using Units.Gateway.Caches;
using Units.Gateway.Monitor.Reading;
using Units.Gateway.Requests;

namespace Units.Monitor.Tests.Figures;

/// <summary>Answers a monitor's plan as a unit would, on 28 November 2026, with figures that a test names by month.</summary>
internal sealed class Board
{
    public static readonly MonthRange Year = new(new Month(2026, 1), new Month(2026, 12));

    private static readonly Measure Top = new()
    {
        Id = new MeasureId("tu-so"),
        Number = 1,
        Kind = MeasureKind.Flow,
        Scale = 0,
        Name = "tử số",
        DueDay = 5,
    };

    private static readonly Measure Bottom = Top with { Id = new MeasureId("mau-so"), Number = 2, Name = "mẫu số" };

    private readonly CatalogueView _view;
    private readonly BoardPlan _plan;

    private Board(Indicator indicator, bool byChild, MonthRange period)
    {
        _view = new CatalogueView(new Catalogue([Top, Bottom], [indicator]));
        _plan = new BoardPlan([indicator], period, byChild, _view, new VietnamClock(new Fixed()));
    }

    /// <summary>An amount in tỷ đồng.</summary>
    public static Board Amount(bool byChild = false, MonthRange? period = null) => new(Indicator(FormulaKind.Amount, "tỷ đồng"), byChild, period ?? Year);

    /// <summary>A rate in per cent of two amounts.</summary>
    public static Board Rate() => new(Indicator(FormulaKind.Ratio, "%"), byChild: false, Year);

    /// <summary>What the unit's answer says.</summary>
    /// <param name="top">The amount of a month; null where nothing is reported.</param>
    /// <param name="bottom">The denominator of a month.</param>
    /// <param name="targets">The targets.</param>
    public IndicatorReading Read(Func<int, long?> top, Func<int, long?> bottom, params TargetReading[] targets)
    {
        UnitTotals totals = new()
        {
            Unit = new UnitId("don-vi"),
            Version = new UnitVersion(0, 1),
            InStep = true,
            Sums = Sums(top, bottom),
            Targets = Targets(targets),
        };
        return _plan.Read(totals, new Dictionary<TargetReading, InheritedBounds>(), [])[0];
    }

    /// <summary>The same of an amount.</summary>
    public IndicatorReading Read(Func<int, long?> top, params TargetReading[] targets) => Read(top, _ => null, targets);

    /// <summary>A line of a league table.</summary>
    public (UnitId Child, IndicatorReading Reading) Child(string id, Func<int, long?> top, params TargetReading[] targets)
    {
        ChildTotals child = new(new UnitId(id), new UnitVersion(0, 1), Sums(top, _ => null), Targets(targets));
        return (child.Child, _plan.Read(child));
    }

    /// <summary>A target of the year.</summary>
    public static TargetReading Target(TargetKind kind, long? lower = null, long? upper = null, Tier tier = Tier.Assigned) => new()
    {
        Indicator = 1,
        Range = Year,
        Tier = tier,
        Told = kind,
        Lower = Own(lower),
        Upper = Own(upper),
    };

    private static Indicator Indicator(FormulaKind kind, string unit) => new()
    {
        Id = new IndicatorId("chi-tieu"),
        Number = 1,
        Formula = kind,
        Numerator = new Term(Top.Id, null),
        Denominator = kind == FormulaKind.Ratio ? new Term(Bottom.Id, null) : null,
        Factor = kind == FormulaKind.Ratio ? 100 : 1,
        Name = "chỉ tiêu",
        UnitOfMeasure = unit,
    };

    private ImmutableArray<SumReading> Sums(Func<int, long?> top, Func<int, long?> bottom) =>
        [.. _plan.Query.Sums.Select(q => Sum(q.Range, q.Measure.Number == 1 ? top : bottom))];

    private ImmutableArray<TargetReading> Targets(TargetReading[] targets) =>
        [.. _plan.Query.Targets.SelectMany(q => targets.Select(t => t with { Asked = q.Range }))];

    private static SumReading Sum(MonthRange range, Func<int, long?> month)
    {
        long sum = 0;
        long presence = 0;
        Month? last = null;
        for (int i = 0; i < range.Length; i++)
        {
            Month at = range.From.Plus(i);
            if (at.Year == Year.From.Year && month(at.OfYear) is { } said)
            {
                (sum, presence, last) = (sum + said, presence + 1, at);
            }
        }

        return new SumReading(new Amount(sum), presence, Units.Amount.Zero, 0) { Last = last };
    }

    private static TargetFigure Own(long? amount) => amount is { } own ? new TargetFigure(new Amount(own), Units.Amount.Zero, 0) : default;

    private sealed class Fixed : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 28, 3, 0, 0, TimeSpan.Zero);
    }
}
