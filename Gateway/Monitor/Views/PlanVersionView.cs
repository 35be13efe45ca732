namespace Units.Gateway.Monitor.Views;

/// <summary>A version of a plan: who made it when, by which decision, and what it changed.</summary>
/// <param name="Name">Bản 3: điều chỉnh.</param>
/// <param name="Decision">The decision; empty for a draft.</param>
/// <param name="By">When it was recorded, and by whom.</param>
/// <param name="Note">Why; may be empty.</param>
/// <param name="Changes">What it changed, a target each.</param>
public sealed record PlanVersionView(string Name, string Decision, string By, string Note, IReadOnlyList<string> Changes);
