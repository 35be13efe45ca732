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
    string Id, string Name, string NameEn, string Unit, string Numerator, string? Denominator, double Target, bool AtMost = false)
{
    /// <summary>The field whose plan sets it.</summary>
    public string Field { get; init; } = DemoField.Main;

    /// <summary>The country's target over what it allots to the provinces.</summary>
    public double Plan { get; init; } = 1;

    /// <summary>The same as it was amended; 0 where it was not.</summary>
    public double Amended { get; init; }

    /// <summary>The target of the congress resolution over what is allotted; 0 where it has none.</summary>
    public double Resolution { get; init; }

    /// <summary>True where the councils of the provinces set a target of their own.</summary>
    public bool ByCouncil { get; init; }
}
