namespace Units.LoadTest.Pages;

/// <summary>What is looked at of a frame.</summary>
/// <param name="IsTable">True of a frame of the table of children, false of one of the tiles.</param>
/// <param name="Version">The version of the unit that it shows.</param>
internal readonly record struct FrameMark(bool IsTable, (long Epoch, long N) Version);
