namespace Units.LoadTest.Contenders.Directory;

/// <summary>A measure as a contender knows it: a flow without categories.</summary>
/// <param name="Number">Its number in the database.</param>
/// <param name="Id">Its id in the API.</param>
/// <param name="Scale">Decimals kept, 0 to 6.</param>
internal sealed record KnownMeasure(int Number, string Id, int Scale);
