using Units.LoadTest.Checking;
using Units.LoadTest.Planning;
using Xunit;

namespace Units.LoadTest.Tests;

/// <summary>C8 passes what is in order, and finds the one thing that is not.</summary>
public sealed class PlanCheckTests
{
    private readonly PlanEvidence _evidence = new("run");
    private readonly Faults _faults = new();

    public PlanCheckTests()
    {
        _evidence.Version(Receipt(City, 1), 600, "");
        _evidence.Version(Receipt(City, 2), 600, "1/QĐ");
        _evidence.Acknowledge(Receipt(City, 3));
        foreach (string ward in _evidence.Wards)
        {
            _evidence.Allotted(ward, 100);
        }

        _evidence.Assigned(Receipt(Ward, 2), 70);
        _evidence.Version(Receipt(City, 4), 650, "4/QĐ");
        _evidence.Version(Receipt(City, 5), 660, "5/QĐ");
    }

    private string City => _evidence.City;

    private string Ward => _evidence.Wards[0];

    [Theory]
    [InlineData("", 0)]
    [InlineData("a ward's target is the one before", 1)]
    [InlineData("a ward's target is not held", 1)]
    [InlineData("a ward is not there", 1)]
    [InlineData("the sum has a target twice", 1)]
    [InlineData("the city has what was amended", 1)]
    [InlineData("the city has no target", 1)]
    public void It_finds_a_target_that_does_not_hold_or_roll_up(string what, int faults)
    {
        V1.GetAllotmentResponse shown = Shown();
        switch (what)
        {
            case "a ward's target is the one before":
                shown.Children[0].Lower = "100";
                break;
            case "a ward's target is not held":
                shown.Children[1].Lower = "";
                break;
            case "a ward is not there":
                shown.Children.RemoveAt(2);
                break;
            case "the sum has a target twice":
                shown.Figures[0].ChildrenSum = "640";
                break;
            case "the city has what was amended":
                shown.Figures[0].Own = "650";
                break;
            case "the city has no target":
                shown.Figures.Clear();
                break;
        }

        Assert.Equal(faults, PlanCheck.Held(_evidence, shown).Count());
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("the last is missing", 1)]
    [InlineData("one too many", 1)]
    [InlineData("another figure in an overtaken one", 1)]
    [InlineData("another decision", 1)]
    [InlineData("another place", 1)]
    [InlineData("one without its target", 1)]
    public void It_finds_a_version_that_is_missing_or_changed(string what, int faults)
    {
        PlanState state = State();
        List<V1.Plan> versions = [.. state.Versions];
        switch (what)
        {
            case "the last is missing":
                versions.RemoveAt(3);
                break;
            case "one too many":
                versions.Add(versions[3]);
                break;
            case "another figure in an overtaken one":
                versions[2].Targets[0].Lower = "651";
                break;
            case "another decision":
                versions[1].Versions[1].Decision.Number = "2/QĐ";
                break;
            case "another place":
                versions[2].Versions[2].Sequence = 7;
                break;
            case "one without its target":
                versions[0].Targets.Clear();
                break;
        }

        PlanCheck.Versions(_evidence, state with { Versions = versions }, _faults);
        Assert.Equal(faults, _faults.Count);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("lost", 1)]
    [InlineData("doubled", 1)]
    [InlineData("lost and another doubled", 2)]
    [InlineData("at another place", 2)]
    [InlineData("a part is lost", 1)]
    [InlineData("a part is doubled", 1)]
    public void It_finds_an_item_that_is_missing_one_too_many_and_one_at_another_place(string what, int faults)
    {
        PlanState state = State();
        List<PlanItem> ward = [.. state.Items[Ward]];
        switch (what)
        {
            case "lost":
                ward.RemoveAt(1);
                break;
            case "doubled":
                ward.Add(new PlanItem("2-again", 3));
                break;
            case "lost and another doubled":
                ward[1] = new PlanItem("allot:x-again", 2);
                break;
            case "at another place":
                ward[1] = ward[1] with { Sequence = 3 };
                break;
            case "a part is lost":
                ward.RemoveAt(0);
                break;
            case "a part is doubled":
                ward.Add(new PlanItem("allot:x-again", 3));
                break;
        }

        PlanCheck.Items(_evidence, state with { Items = new Dictionary<string, IReadOnlyList<PlanItem>>(state.Items) { [Ward] = ward } }, _faults);
        Assert.Equal(faults, _faults.Count);
    }

    private static V1.Receipt Receipt(string unit, long sequence) =>
        new() { Unit = unit, Sequence = sequence, ReportId = sequence.ToString(System.Globalization.CultureInfo.InvariantCulture) };

    private V1.GetAllotmentResponse Shown()
    {
        V1.GetAllotmentResponse shown = new() { Figures = { new V1.AllotmentFigure { Own = "660", ChildrenSum = "570" } } };
        shown.Children.AddRange(_evidence.Wards.Select(ward => new V1.AllotmentPart { Unit = ward, Lower = ward == Ward ? "70" : "100" }));
        return shown;
    }

    private PlanState State()
    {
        (string Figure, string Decision)[] made = [("600", ""), ("600", "1/QĐ"), ("650", "4/QĐ"), ("660", "5/QĐ")];
        long[] places = [1, 2, 4, 5];
        V1.Plan Version(int number)
        {
            V1.Plan plan = new() { Version = number, Targets = { new V1.Target { Lower = made[number - 1].Figure } } };
            plan.Versions.AddRange(made.Select((m, i) => new V1.PlanVersion
            {
                Number = i + 1,
                Sequence = places[i],
                Decision = m.Decision.Length == 0 ? null : new V1.Decision { Number = m.Decision },
            }));
            return plan;
        }

        Dictionary<string, IReadOnlyList<PlanItem>> items = _evidence.Wards.ToDictionary(w => w, IReadOnlyList<PlanItem> (_) => [new PlanItem("allot:x", 1)]);
        items[Ward] = [new PlanItem("allot:x", 1), new PlanItem("2", 2)];
        items[City] = [.. Enumerable.Range(1, 5).Select(i => new PlanItem(i.ToString(System.Globalization.CultureInfo.InvariantCulture), i))];
        return new PlanState([.. Enumerable.Range(1, 4).Select(Version)], items);
    }
}
