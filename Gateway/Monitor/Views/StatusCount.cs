namespace Units.Gateway.Monitor.Views;

/// <summary>How many have a status.</summary>
/// <param name="Key">The status as the style sheet knows it.</param>
/// <param name="Icon">Its icon.</param>
/// <param name="Word">Its word.</param>
/// <param name="Count">How many.</param>
public sealed record StatusCount(string Key, string Icon, string Word, int Count);
