namespace Units.LoadTest.Contenders.Directory;

/// <summary>A unit as a contender knows it: its place in the tree is fixed at creation.</summary>
/// <param name="Number">Its number in the database.</param>
/// <param name="Id">Its id in the API.</param>
/// <param name="Path">The numbers of itself, its parent, and so on up to the root.</param>
internal sealed record KnownUnit(int Number, string Id, int[] Path);
