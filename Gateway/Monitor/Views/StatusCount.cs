namespace Units.Gateway.Monitor.Views;

/// <summary>How many have a status.</summary>
/// <param name="Key">The status as the style sheet knows it.</param>
/// <param name="Icon">Its icon.</param>
/// <param name="Word">Its word.</param>
/// <param name="Count">How many.</param>
/// <param name="Missed">How many of those have a forecast that misses the target; null for a status that is no promise of any.</param>
public sealed record StatusCount(string Key, string Icon, string Word, int Count, int? Missed)
{
    /// <summary>The name of the field of <see cref="Missed"/>.</summary>
    public string MissedKey => "missed-" + Key;
}
