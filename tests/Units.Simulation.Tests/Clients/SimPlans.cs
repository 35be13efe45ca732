using System.Globalization;

namespace Units.Simulation;

/// <summary>Makes up targets of all kinds, and plans that are drafted, issued and amended, in and out of their time.</summary>
internal sealed class SimPlans(Simulator sim)
{
    private SimRandom Random => sim.Random;

    private DateTimeOffset Now => DateTimeOffset.UnixEpoch.AddSeconds(sim.Step);

    /// <summary>A target with some of the parts there are.</summary>
    public static Target NewTarget(SimRandom random, int indicator, MonthRange range)
    {
        Amount? Some(double chance) => random.Chance(chance) ? new Amount(random.Below(1000)) : null;
        return new Target
        {
            Indicator = indicator,
            Range = range,
            Tier = (Tier)random.Below(4),
            Kind = (TargetKind)random.Below(12),
            Lower = Some(0.7),
            Upper = Some(0.4),
            Numerator = Some(0.3),
            Denominator = Some(0.3),
            Course = random.Chance(0.2) ? new TargetCourse(CourseKind.Amounts, [new Amount(random.Below(9)), new Amount(9)]) : TargetCourse.Even,
            Assessment = (Assessment)random.Below(3),
            Words = random.Chance(0.3) ? "words" : "",
        };
    }

    /// <summary>A step of a plan, or an allotment.</summary>
    public SimSubmission Next(int unit, Units.Grains.Storage.ReportKey key, int number)
    {
        if (Random.Chance(0.1))
        {
            return NewAllotment(unit, key, number);
        }

        PlanStepKind kind = Random.Below(4) switch { 0 => PlanStepKind.Draft, 1 => PlanStepKind.Issue, _ => PlanStepKind.Amend };
        PlanStep step = new()
        {
            Source = key.Source,
            RequestId = key.Report,
            ContentHash = SimReports.HashOf(number, 0),
            Plan = new PlanId("plan"),
            Kind = kind,
            Title = "plan",
            Range = kind == PlanStepKind.Draft ? new MonthRange(SimCatalogue.RangeFrom(0).From, SimCatalogue.RangeFrom(SimCatalogue.Months - 1).To) : null,
            Targets = kind == PlanStepKind.Issue ? [] : [NewTarget(Random, SimCatalogue.PlannedIndicator, SimCatalogue.RangeFrom(Random.Below(SimCatalogue.Months)))],
            Additive = [SimCatalogue.PlannedIndicator],
            Withdrawn = kind == PlanStepKind.Amend && Random.Chance(0.3)
                ? [new TargetKey(SimCatalogue.PlannedIndicator + 1, SimCatalogue.RangeFrom(Random.Below(SimCatalogue.Months)), Tier.Assigned)] : [],
            Decision = kind == PlanStepKind.Draft ? null : new Decision(number.ToString(CultureInfo.InvariantCulture), new DateOnly(2025, 1, 1 + Random.Below(20)), "sim"),
        };
        return new SimSubmission(unit, key, number, step.ContentHash, step, (to, reply) => to.Machine.TakeStep(step, Now, reply));
    }

    private SimSubmission NewAllotment(int unit, Units.Grains.Storage.ReportKey key, int number)
    {
        Allotment allotment = new()
        {
            Source = key.Source,
            RequestId = key.Report,
            ContentHash = SimReports.HashOf(number, 0),
            Target = NewTarget(Random, SimCatalogue.PlannedIndicator, SimCatalogue.RangeFrom(0)),
            IsAdditive = true,
            Rule = AllotmentRule.Equally,
            Parts = [],
        };
        return new SimSubmission(unit, key, number, allotment.ContentHash, allotment, (to, reply) => to.Machine.Allot(allotment, Now, reply));
    }
}
