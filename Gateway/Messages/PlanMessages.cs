using Google.Protobuf.WellKnownTypes;

namespace Units.Gateway.Messages;

/// <summary>Writes plans on the wire.</summary>
internal static class PlanMessages
{
    /// <summary>A plan without its targets, and without the units that it names.</summary>
    public static V1.Plan Of(UnitId unit, Plan plan, PlanVersion version) => new()
    {
        Unit = unit.Text,
        Plan_ = plan.Id.Text,
        Title = version.Title,
        Range = version.Range.ToString(),
        Theme = version.Theme,
        Status = plan.Status switch
        {
            PlanStatus.Issued => V1.PlanStatus.Issued,
            PlanStatus.Open => V1.PlanStatus.Open,
            _ => V1.PlanStatus.Draft,
        },
        Version = version.Number,
        Versions = { plan.Versions.Select(Of) },
    };

    /// <summary>A version.</summary>
    public static V1.PlanVersion Of(PlanVersion version)
    {
        PlanStep step = version.Entry.Step!;
        return new V1.PlanVersion
        {
            Number = version.Number,
            Kind = step.Kind switch
            {
                PlanStepKind.Issue => V1.PlanVersionKind.Issue,
                PlanStepKind.Amend => V1.PlanVersionKind.Amendment,
                _ => V1.PlanVersionKind.Draft,
            },
            Decision = TargetMessages.Of(step.Decision),
            RecordedAt = Timestamp.FromDateTimeOffset(version.Entry.At),
            Source = step.Source.Text,
            Who = step.Who ?? "",
            Note = step.Text,
            Sequence = version.Entry.Sequence,
        };
    }

    /// <summary>A comment.</summary>
    public static V1.PlanComment Of(PlanComment comment) => new()
    {
        By = comment.By.Text,
        Text = comment.Text,
        RecordedAt = Timestamp.FromDateTimeOffset(comment.At),
        Who = comment.Who ?? "",
    };
}
