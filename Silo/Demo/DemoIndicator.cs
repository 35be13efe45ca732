namespace Units.Silo.Demo;

/// <summary>An indicator of the demo country.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="NameEn">Its English name.</param>
/// <param name="Unit">What it is measured in.</param>
/// <param name="Numerator">The measure.</param>
/// <param name="Denominator">The measure it is divided by; null for an amount.</param>
/// <param name="Target">Of a ratio, its target in per cent; of an amount, the target over what the seed is made from.</param>
/// <param name="AtMost">True where lower is better.</param>
internal sealed record DemoIndicator(
    string Id, string Name, string NameEn, string Unit, string Numerator, string? Denominator, double Target, bool AtMost = false);
