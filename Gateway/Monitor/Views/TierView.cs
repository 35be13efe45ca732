namespace Units.Gateway.Monitor.Views;

/// <summary>A target of one tier beside the value.</summary>
/// <param name="Tier">Whose it is: Cấp trên giao.</param>
/// <param name="Target">The target in words.</param>
/// <param name="Decision">The decision by which it holds: number, date, issuer.</param>
/// <param name="Against">How the value stands to it.</param>
/// <param name="Caption">What that is of.</param>
/// <param name="Status">The status as the style sheet knows it.</param>
/// <param name="Icon">Its icon.</param>
/// <param name="Word">Its word, or why there is none.</param>
public sealed record TierView(
    string Tier, string Target, string Decision, string Against, string Caption, string Status, string Icon, string Word);
