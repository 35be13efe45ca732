using System.Collections.Immutable;

namespace Units;

/// <summary>A step of a plan, as it is sent to the unit and kept in its journal. Which fields a kind of step has is said at each.</summary>
[GenerateSerializer, Immutable, Alias("units.PlanStep")]
public sealed record PlanStep
{
    /// <summary>The system that sends it; with <see cref="RequestId"/> it makes repetition harmless.</summary>
    [Id(0)] public required SourceId Source { get; init; }

    /// <summary>The id of the request, unique per unit and source for ever.</summary>
    [Id(1)] public required ReportId RequestId { get; init; }

    /// <summary>SHA-256 over what was sent.</summary>
    [Id(2)] public required ImmutableArray<byte> ContentHash { get; init; }

    /// <summary>The plan.</summary>
    [Id(3)] public required PlanId Plan { get; init; }

    /// <summary>Which step.</summary>
    [Id(4)] public required PlanStepKind Kind { get; init; }

    /// <summary>Of a draft: what the plan is called, 1 to <see cref="PlanLimits.Title"/> characters.</summary>
    [Id(5)] public string Title { get; init; } = "";

    /// <summary>Of a draft: the months it is for.</summary>
    [Id(6)] public MonthRange? Range { get; init; }

    /// <summary>Of a draft: the theme, at most <see cref="PlanLimits.Theme"/> characters.</summary>
    [Id(7)] public string Theme { get; init; } = "";

    /// <summary>Of a draft all targets; of an amendment those that it sets.</summary>
    [Id(8)] public ImmutableArray<Target> Targets { get; init; } = [];

    /// <summary>Those indicators among them whose bounds add up over units.</summary>
    [Id(9)] public ImmutableArray<int> Additive { get; init; } = [];

    /// <summary>Of an amendment: what it takes back.</summary>
    [Id(10)] public ImmutableArray<TargetKey> Withdrawn { get; init; } = [];

    /// <summary>Of opening: the units that are asked.</summary>
    [Id(11)] public ImmutableArray<UnitId> Commenters { get; init; } = [];

    /// <summary>Of a comment: the unit that comments.</summary>
    [Id(12)] public UnitId By { get; init; }

    /// <summary>Of a comment what it says, at most <see cref="PlanLimits.Comment"/> characters; otherwise why, at most <see cref="PlanLimits.Note"/>.</summary>
    [Id(13)] public string Text { get; init; } = "";

    /// <summary>Of issuing and amending: the decision.</summary>
    [Id(14)] public Decision? Decision { get; init; }

    /// <summary>The subject of the token or certificate under which it was sent; null where nobody was asked. No part of the content.</summary>
    [Id(15)] public string? Who { get; init; }

    /// <summary>True for the steps that make a version.</summary>
    public bool MakesVersion => Kind is PlanStepKind.Draft or PlanStepKind.Issue or PlanStepKind.Amend;

    /// <summary>True for the steps that change what holds.</summary>
    public bool Decides => Kind is PlanStepKind.Issue or PlanStepKind.Amend;
}
