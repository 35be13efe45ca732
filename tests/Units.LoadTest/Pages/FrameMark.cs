namespace Units.LoadTest.Pages;

/// <summary>What is looked at of a frame: the versions of the unit that its page shows with it.</summary>
/// <param name="Tiles">Of the tiles; null where they are not yet there.</param>
/// <param name="Table">Of the table of children; null where it is not yet there.</param>
internal readonly record struct FrameMark((long Epoch, long N)? Tiles, (long Epoch, long N)? Table);
