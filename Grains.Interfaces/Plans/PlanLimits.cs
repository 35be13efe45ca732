namespace Units;

/// <summary>The bounds of plans: a unit keeps all of its plans in memory while it judges one.</summary>
public static class PlanLimits
{
    /// <summary>Plans of a unit.</summary>
    public const int Plans = 200;

    /// <summary>Targets of a plan.</summary>
    public const int Targets = 500;

    /// <summary>Versions of a plan.</summary>
    public const int Versions = 200;

    /// <summary>Units asked to comment on a plan.</summary>
    public const int Commenters = 1_000;

    /// <summary>Comments on a plan.</summary>
    public const int Comments = 1_000;

    /// <summary>Allotments that are listed together.</summary>
    public const int AllotmentsListed = 50;

    /// <summary>Characters of a title.</summary>
    public const int Title = 200;

    /// <summary>Characters of a theme.</summary>
    public const int Theme = 500;

    /// <summary>Characters of a note.</summary>
    public const int Note = 2_000;

    /// <summary>Characters of a comment.</summary>
    public const int Comment = 4_000;
}
