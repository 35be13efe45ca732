using Units.LoadTest.Contenders;
using Units.LoadTest.Countries;
using Units.LoadTest.Load;

namespace Units.LoadTest.Compare;

/// <summary>What is compared and for how long.</summary>
/// <param name="Rounds">How often, an even number: every second round goes through the contenders from the last to the first.</param>
/// <param name="Warmup">How long a cell is loaded before it is measured.</param>
/// <param name="Duration">How long it is measured.</param>
/// <param name="EveryCell">Every cell of every contender, or those alone that the JSON keys stand on.</param>
internal sealed record ComparePlan(int Rounds, TimeSpan Warmup, TimeSpan Duration, bool EveryCell)
{
    /// <summary>The share of its capacity at which a contender shows how soon a watcher sees.</summary>
    public const double VisibleLoad = 0.7;

    // 50 cells of the root: as many as the trigger needs so that its transactions seldom wait for one another.
    private const int Measures = 5;
    private const int Months = 10;
    private const int MonthlyEntries = 20;

    // Callers that wait for each answer: more of them only stand in line.
    private const int UnaryCalls = 256;

    /// <summary>10 provinces, 200 districts, 10,000 wards.</summary>
    private static readonly Country Wards = SyntheticCountry.Of(10, 20, 50);

    /// <summary>One mirrored pair of the cells that the JSON keys stand on, in under six minutes.</summary>
    public static ComparePlan Quick { get; } = new(2, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(6), EveryCell: false);

    /// <summary>Every cell, long enough to be quoted.</summary>
    public static ComparePlan Full(int rounds) => new(rounds, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20), EveryCell: true);

    /// <summary>The contenders in the order of a round, counted from 0.</summary>
    public static IReadOnlyList<ContenderKind> Order(int round)
    {
        ContenderKind[] order = Enum.GetValues<ContenderKind>();
        if (round % 2 == 1)
        {
            Array.Reverse(order);
        }

        return order;
    }

    /// <summary>The cells of a contender, in the order in which they run on its one database.</summary>
    public IReadOnlyList<CellKind> Cells(ContenderKind kind) => kind switch
    {
        _ when EveryCell => Enum.GetValues<CellKind>(),
        ContenderKind.Units => [CellKind.Uniform, CellKind.HotCell, CellKind.Monthly, CellKind.Visible],
        ContenderKind.Trigger => [CellKind.Uniform, CellKind.HotCell],
        ContenderKind.Roller => [CellKind.Uniform, CellKind.Visible],
        _ => [CellKind.Uniform],
    };

    /// <summary>The load of a cell.</summary>
    /// <param name="cell">Which one.</param>
    /// <param name="gateway">The contender's address.</param>
    /// <param name="capacity">Reports a second that uniform gave; used by <see cref="CellKind.Visible"/>.</param>
    public LoadPlan Load(CellKind cell, string gateway, double capacity)
    {
        LoadPlan uniform = new()
        {
            Gateways = [gateway],
            Country = Wards,
            Measures = Measures,
            Months = Months,
            Arrivals = ArrivalKind.Max,
            Warmup = Warmup,
            Duration = Duration,
            Watchers = 1,
        };
        return cell switch
        {
            CellKind.Uniform => uniform,
            CellKind.HotCell => uniform with { Measures = 1, Months = 1 },
            CellKind.Unary => uniform with { Streamed = false, InFlight = UnaryCalls },
            CellKind.Monthly => uniform with { Measures = MonthlyEntries, Months = 1, EntriesPerReport = MonthlyEntries },
            CellKind.Visible => uniform with { Arrivals = ArrivalKind.Poisson, Rate = VisibleLoad * capacity },
            _ => throw new ArgumentOutOfRangeException(nameof(cell), cell, null),
        };
    }
}
