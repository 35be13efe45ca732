namespace Units.EndToEnd.Tests.Kills;

/// <summary>A unit at the bottom of the tree, with all units above it.</summary>
internal sealed record Leaf(string Id, IReadOnlyList<string> Ancestors);
