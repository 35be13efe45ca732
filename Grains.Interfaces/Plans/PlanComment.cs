namespace Units;

/// <summary>A comment on a draft.</summary>
/// <param name="By">The unit that comments.</param>
/// <param name="Text">What it says.</param>
/// <param name="At">When the plan's unit took it in.</param>
/// <param name="Who">Under which token or certificate; null where nobody was asked.</param>
public sealed record PlanComment(UnitId By, string Text, DateTimeOffset At, string? Who);
