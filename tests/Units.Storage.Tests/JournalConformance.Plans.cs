using System.Collections.Immutable;
using Units.Grains.Storage;
using Xunit;

namespace Units.Storage.Tests;

/// <summary>Plans and the words of targets are read back as they were written.</summary>
public abstract partial class JournalConformance
{
    private static readonly Target Stated = new()
    {
        Indicator = 9,
        Range = new MonthRange(Some.January, Some.January.Plus(11)),
        Kind = TargetKind.Qualitative,
        Words = "giữ vững",
    };

    [Fact]
    public async Task The_steps_of_plans_and_allotments_come_back_in_their_order_with_who_and_when_and_nothing_else_does()
    {
        UnitId unit = Some.Unit();
        PlanStep draft = new()
        {
            Source = Some.Source,
            RequestId = new ReportId("d-1"),
            ContentHash = [],
            Plan = new PlanId("ke-hoach"),
            Kind = PlanStepKind.Draft,
            Title = "Kế hoạch",
            Range = Stated.Range,
            Targets = [Stated],
        };
        await Journal.Append(Some.Batch(unit, Some.Report(1, "r1")));
        await Journal.Append(Some.Batch(unit, Some.Report(2, "d-1", Document(RowKind.PlanDraft, PlanText.Write(draft))) with { Who = "an" }));
        await Journal.Append(Some.Batch(unit, Some.Report(3, "r3")));
        await Journal.Append(Some.Batch(Some.Unit("khac"), Some.Report(1, "d-1", Document(RowKind.PlanDraft, PlanText.Write(draft)))));

        PlansReading reading = await Journal.ReadPlans(unit, Cancel);

        PlanEntry entry = Assert.Single(reading.Entries);
        Assert.Equal((3, 2, Some.Noon, "an"), (reading.Sequence, entry.Sequence, entry.At, entry.Step!.Who));
        Assert.Equal((Some.Source, "d-1", "Kế hoạch"), (entry.Step.Source, entry.Step.RequestId.Text, entry.Step.Title));
        Assert.Equal(Stated, entry.Step.Targets.Single());
        Assert.Empty((await Journal.ReadPlans(Some.Unit("rong"), Cancel)).Entries);
    }

    [Fact]
    public async Task The_words_of_a_target_come_back_with_the_page_of_targets_the_last_ones_said()
    {
        UnitId unit = Some.Unit();
        JournalRow Kind(string words) => Some.Target(9, (int)TargetKind.Qualitative, RowKind.RatioTarget) with
        {
            Category = (ushort)TargetPart.Kind,
            Detail = TargetText.Write(Stated with { Words = words }),
        };
        await Journal.Append(Some.Batch(unit, Some.Report(1, "t1", Kind("một"))));
        await Journal.Append(Some.Batch(unit, Some.Report(2, "t2", Kind("hai") with { Delta = Amount.Zero, Presence = 0 })));
        await Journal.Append(Some.Batch(unit, Some.Report(3, "t3", Some.Target(9, 5))));

        PageReading page = await Journal.ReadPages(unit, [PageKey.Targets], Cancel);

        Assert.Equal([null, "hai"], page.Rows.OrderBy(r => r.Category).Select(r => r.Detail is { } text ? TargetText.Read(text).Words : null));
    }

    [Fact]
    public async Task A_line_of_a_plan_names_it()
    {
        UnitId unit = Some.Unit();
        await Journal.Append(Some.Batch(unit, Some.Report(1, "d-1", Document(RowKind.PlanOpen, """{"v":1,"plan":"ke-hoach","commenters":["au-lau"]}"""))));

        JournalLine line = Assert.Single((await Journal.ListEntries(unit, new JournalQuery { PageSize = 10 }, Cancel)).Lines);

        Assert.Equal((JournalLineKind.PlanOpen, "ke-hoach"), (line.Kind, line.Plan));
    }

    private static JournalRow Document(RowKind kind, string text) => new() { N = 0, Kind = kind, Month = Some.January, Span = 12, Source = Some.Source, Detail = text };
}
