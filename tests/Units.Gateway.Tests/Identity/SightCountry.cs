using CsCheck;

namespace Units.Gateway.Tests.Identity;

/// <summary>A random tree with dated parents, and who in it may see what, worked out in the plainest way.</summary>
/// <param name="Prefix">What all its ids begin with.</param>
/// <param name="Parents">Of each unit those it hangs under, one after the other; all come before it.</param>
/// <param name="Tops">The units that the caller's token names.</param>
/// <param name="Role">The caller's roles.</param>
internal sealed record SightCountry(string Prefix, int[][] Parents, int[] Tops, string Role)
{
    private static readonly Month[] From = [new(2020, 1), new(2025, 1)];

    private static readonly Gen<string> Roles = Gen.Frequency(
        (4, Gen.Const("reporter planner viewer operator")), (1, Gen.Const("viewer")), (1, Gen.Const("reporter")), (1, Gen.Const("planner")), (1, Gen.Const("stranger")));

    public static Gen<SightCountry> Any { get; } = Gen.Select(
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 99], Gen.Int[0, 99]).Array[4, 9], Gen.Int[0, 8].Array[0, 2], Roles, Gen.Int[0, int.MaxValue],
        (choices, tops, role, number) => new SightCountry(
            $"c{number:x8}",
            [.. choices.Select((c, i) => i == 0 ? [] : (int[])[.. new[] { c.Item2 % i, c.Item3 % i }.Distinct().Take(c.Item1)])],
            [.. tops.Where(t => t < choices.Length)],
            role));

    public IEnumerable<int> All => Enumerable.Range(0, Parents.Length);

    public IEnumerable<string> Hidden => All.Where(i => !Sees(i)).Select(Id);

    public string Id(int unit) => $"{Prefix}-u{unit:00}";

    /// <summary>An id as long as that of a unit, which no unit has.</summary>
    public string Ghost(int unit) => $"{Prefix}-g{unit:00}";

    /// <summary>True where the unit is one that the token names, or hangs below one in any month.</summary>
    public bool Sees(int unit) => Tops.Contains(unit) || Parents[unit].Any(Sees);

    /// <summary>True where nothing that the caller sees is above the unit today.</summary>
    public bool IsTop(int unit) => Parents[unit].Length == 0 || !Sees(Parents[unit][^1]);

    public IEnumerable<int> Above(int unit) => Parents[unit].SelectMany(p => Above(p).Prepend(p)).Distinct();

    public Unit Unit(int unit) => new()
    {
        Id = new UnitId(Id(unit)),
        Namings = [new UnitNaming(null, UnitKind.Commune, $"Xã {unit}", "")],
        Edges = [.. Parents[unit].Select((p, i) => new UnitEdge(From[i], new UnitId(Id(p))))],
        Identifiers = [new UnitIdentifier("test", Prefix, null, null)],
    };

    /// <summary>Creates it, with units that name what is above them wherever a unit can.</summary>
    public async Task Create(FakeCluster cluster)
    {
        foreach (int i in All)
        {
            await cluster.Registry.CreateUnit(Unit(i));
            FakeUnit unit = cluster.Unit(Id(i));
            int[] above = [.. Above(i)];
            unit.Closed.AddRange(above.Prepend(i).Select(a => new ClosedMonth(new Month(2025, 1), new UnitId(Id(a)), FakeUnit.ReceivedAt, "Sở", "Đã quyết toán")));
            unit.Journal = _ => new JournalPage([.. above.Select((a, n) => Move(Id(a), n))], null);
            unit.OnSubmit = (report, _) => Task.FromResult(above.Length == 0
                ? unit.TakeIn(report)
                : new SubmitResult(SubmitStatus.Refused, null, [Closed(Id(above[^1]))]));
            unit.OnAssign = (target, _) => Task.FromResult(above.Length == 0
                ? unit.TakeIn(target)
                : new SubmitResult(SubmitStatus.Refused, null, [Closed(Id(above[^1]))]));
        }
    }

    private static Violation Closed(string at) =>
        new(Reasons.PeriodClosed, "entries[0].month", "2025-01", ["2025-01", "2026-01-01T00:00:00Z", "Sở", at, "Đã quyết toán"]);

    private static JournalLine Move(string to, int n) => new()
    {
        Place = new JournalPlace(1, n),
        Kind = JournalLineKind.Move,
        Source = new SourceId("registry"),
        Report = new ReportId("move"),
        ReceivedAt = FakeUnit.ReceivedAt,
        Month = new Month(2025, 1),
        Violation = Closed(to),
        To = to,
    };
}
