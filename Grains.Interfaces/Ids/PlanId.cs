namespace Units;

/// <summary>Names a plan (kế hoạch) within its unit. Chosen by whoever drafts it first; it follows <see cref="IdentifierText.Rule"/>.</summary>
/// <remarks>The default value is not an identifier; its text is empty.</remarks>
[GenerateSerializer(IncludePrimaryConstructorParameters = false), Immutable, Alias("units.PlanId")]
public readonly record struct PlanId : IComparable<PlanId>
{
    [Id(0)] private readonly string? _text;

    /// <summary>Takes a text that already follows <see cref="IdentifierText.Rule"/>.</summary>
    /// <exception cref="ArgumentException">The text does not follow the rule.</exception>
    public PlanId(string text) => _text = IdentifierText.Require(text, nameof(text));

    /// <summary>The identifier as it is written.</summary>
    public string Text => _text ?? "";

    /// <inheritdoc/>
    public int CompareTo(PlanId other) => string.CompareOrdinal(Text, other.Text);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
