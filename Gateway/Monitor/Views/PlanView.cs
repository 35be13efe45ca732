namespace Units.Gateway.Monitor.Views;

/// <summary>A plan with its versions.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Status">Where it is in its life.</param>
/// <param name="Theme">The theme of the year; may be empty.</param>
/// <param name="Versions">Its versions, the latest first.</param>
public sealed record PlanView(string Title, string Status, string Theme, IReadOnlyList<PlanVersionView> Versions);
