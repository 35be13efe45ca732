namespace Units;

/// <summary>Names an indicator (chỉ tiêu) of the catalogue.</summary>
/// <remarks>The default value is not an identifier; its text is empty.</remarks>
[GenerateSerializer(IncludePrimaryConstructorParameters = false), Immutable, Alias("units.IndicatorId")]
public readonly record struct IndicatorId : IComparable<IndicatorId>
{
    [Id(0)] private readonly string? _text;

    /// <summary>Takes a text that already follows <see cref="IdentifierText.Rule"/>.</summary>
    /// <exception cref="ArgumentException">The text does not follow the rule.</exception>
    public IndicatorId(string text) => _text = IdentifierText.Require(text, nameof(text));

    /// <summary>The identifier as it is written.</summary>
    public string Text => _text ?? "";

    /// <inheritdoc/>
    public int CompareTo(IndicatorId other) => string.CompareOrdinal(Text, other.Text);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
