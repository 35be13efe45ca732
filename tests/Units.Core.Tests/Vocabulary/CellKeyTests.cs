using CsCheck;

namespace Units.Core.Tests.Vocabulary;

public class CellKeyTests
{
    [Fact]
    public void The_layout_is_stored_and_never_changes()
    {
        Assert.Equal(0x0000_0012_F100_0003UL, CellKey.Of(Aspect.Actual, 1, 3, new Month(2025, 7)).Packed);
        Assert.Equal(0x3FFF_FFFB_B780_FFFFUL, CellKey.Of(Aspect.AtLeast, CellKey.MaxSubject, ushort.MaxValue, Month.MaxValue).Packed);
        MonthRange year = new(new Month(2025, 1), new Month(2025, 12));
        Assert.Equal(0x4000_0092_EE0C_0001UL, CellKey.OfTarget(Aspect.Target, 9, year, Tier.Assigned, TargetPart.Upper).Packed);
        Assert.Equal(0x6000_0092_EE0C_0200UL, CellKey.OfTarget(Aspect.RatioTarget, 9, year, Tier.Resolution, TargetPart.Lower).Packed);
    }

    [Fact]
    public void Every_part_is_read_back() => Gen.Select(
        Gen.Enum<Aspect>(), Gen.Int[0, CellKey.MaxSubject], Gen.UShort, Gen.Int[0, Month.Count - 1], Gen.Int[0, MonthRange.MaxLength]).Sample(
        (aspect, subject, category, month, span) =>
        {
            CellKey key = CellKey.FromRow(aspect, subject, category, Month.FromNumber(month), span);
            Assert.Equal((aspect, subject, category, month, span), (key.Aspect, key.Subject, key.Category, key.Month.Number, key.Span));
            Assert.Equal(key, CellKey.FromPacked(key.Packed));
            Assert.Equal(aspect >= Aspect.Target, key.IsTarget);
            CellKey other = key.With(Aspect.Presence);
            Assert.Equal((Aspect.Presence, subject, span), (other.Aspect, other.Subject, other.Span));
            Assert.Equal(key, other.With(aspect));
        });

    [Fact]
    public void Tier_and_part_of_a_target_are_read_back() => Gen.Select(Gen.Enum<Tier>(), Gen.Int[0, 151], Gen.Bool).Sample((tier, part, told) =>
    {
        MonthRange year = new(new Month(2025, 1), new Month(2025, 12));
        CellKey key = CellKey.OfTarget(told ? Aspect.RatioTarget : Aspect.Target, 9, year, tier, (TargetPart)part);
        Assert.Equal((tier, (TargetPart)part, told), (key.Tier, key.Part, key.IsTold));
        Assert.Equal((tier, TargetPart.Kind), (key.With(TargetPart.Kind).Tier, key.With(TargetPart.Kind).Part));
    });

    [Fact]
    public void Keys_of_an_aspect_order_by_subject_and_then_month()
    {
        CellKey first = CellKey.Of(Aspect.Actual, 1, 9, new Month(2025, 7));
        Assert.True(first.CompareTo(CellKey.Of(Aspect.Actual, 1, 0, new Month(2025, 8))) < 0);
        Assert.True(CellKey.Of(Aspect.Actual, 1, 0, new Month(2025, 8)).CompareTo(CellKey.Of(Aspect.Actual, 2, 0, new Month(1950, 1))) < 0);
    }

    [Fact]
    public void A_subject_that_does_not_fit_throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => CellKey.Of(Aspect.Actual, CellKey.MaxSubject + 1, 0, default));
        Assert.Throws<ArgumentOutOfRangeException>(() => CellKey.Of(Aspect.Actual, -1, 0, default));
    }

    [Fact]
    public void Numbers_of_stored_enumerations_never_change()
    {
        Assert.Equal(
            ["Actual", "Presence", "Estimated", "AtLeast", "Target", "TargetPresence", "RatioTarget", "RatioTargetPresence"], Enum.GetNames<Aspect>());
        Assert.Equal(["Set", "YearToDate", "Add", "Clear", "HandOver"], Enum.GetNames<EntryKind>());
        Assert.Equal(["Accepted", "Unchanged", "Superseded", "Refused"], Enum.GetNames<EntryOutcome>());
        Assert.Equal((0, 1, 2), ((int)Quality.Final, (int)Quality.Estimate, (int)Quality.AtLeast));
        Assert.Equal(
            ["Set", "YearToDate", "Add", "Clear", "HandOver", "Carried", "Target", "RatioTarget", "Move", "ClosePeriod", "ReopenPeriod",
                "PlanDraft", "PlanOpen", "PlanComment", "PlanIssue", "PlanAmend", "Allot"],
            Enum.GetNames<Units.Grains.Storage.RowKind>());
        Assert.Equal(
            ["AtLeast", "AtMost", "MoreThan", "LessThan", "Range", "Exactly", "Maintain", "Increase", "Decrease", "Qualitative", "Inherited", "Composite"],
            Enum.GetNames<TargetKind>());
        Assert.Equal(["Assigned", "Council", "Resolution", "Stretch"], Enum.GetNames<Tier>());
        Assert.Equal([0, 1, 2, 3, 14, 15, 16, 32], Enum.GetValues<TargetPart>().Select(part => (int)part));
        Assert.Equal(["Even", "LastYear", "Shares", "Amounts"], Enum.GetNames<CourseKind>());
        Assert.Equal(["NotYet", "Met", "NotMet"], Enum.GetNames<Assessment>());
        Assert.Equal(["None", "Value", "Pin"], Enum.GetNames<Units.Grains.Storage.StatementKind>());
    }
}
