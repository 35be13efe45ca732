namespace Units;

/// <summary>The reasons for which a unit refuses a step of a plan, an allotment or a judgement.</summary>
public static class PlanReasons
{
    /// <summary>The unit has no such plan. Arguments: none.</summary>
    public const string NotFound = "PLAN_NOT_FOUND";

    /// <summary>The plan is not where this step begins. Arguments: its status.</summary>
    public const string NotNow = "PLAN_STEP_NOT_NOW";

    /// <summary>The unit was not asked to comment. Arguments: none.</summary>
    public const string NotAsked = "PLAN_COMMENT_NOT_ASKED";

    /// <summary>There is no decision. Arguments: none.</summary>
    public const string NoDecision = "DECISION_REQUIRED";

    /// <summary>The issuer has used the number. Arguments: the plan it was used for, the date.</summary>
    public const string DecisionUsed = "DECISION_NUMBER_USED";

    /// <summary>An amendment is dated before the decision that issued the plan. Arguments: that decision's date.</summary>
    public const string DecisionTooEarly = "DECISION_BEFORE_ISSUE";

    /// <summary>A plan without targets cannot be issued. Arguments: none.</summary>
    public const string NoTargets = "PLAN_WITHOUT_TARGETS";

    /// <summary>Another issued plan of the unit has the target. Arguments: that plan.</summary>
    public const string OtherPlan = "TARGET_OF_OTHER_PLAN";

    /// <summary>A target is named twice. Arguments: none.</summary>
    public const string Twice = "PLAN_TARGET_TWICE";

    /// <summary>A target whose months are not within those of its plan. Arguments: the plan's months.</summary>
    public const string OutsidePlan = "TARGET_OUTSIDE_PLAN";

    /// <summary>A bound of plans is reached. Arguments: the most.</summary>
    public const string TooMany = "PLAN_LIMIT_REACHED";

    /// <summary>There is no such target of the unit, or it is not judged by a person. Arguments: none.</summary>
    public const string NotQualitative = "TARGET_NOT_QUALITATIVE";
}
