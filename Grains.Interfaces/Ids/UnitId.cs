namespace Units;

/// <summary>Names a unit (đơn vị). Chosen at creation and never reused; the grain key is <c>u:</c> and this text.</summary>
/// <remarks>The default value is not an identifier; its text is empty.</remarks>
[GenerateSerializer(IncludePrimaryConstructorParameters = false), Immutable, Alias("units.UnitId")]
public readonly record struct UnitId : IComparable<UnitId>
{
    [Id(0)] private readonly string? _text;

    /// <summary>Takes a text that already follows <see cref="IdentifierText.Rule"/>.</summary>
    /// <exception cref="ArgumentException">The text does not follow the rule.</exception>
    public UnitId(string text) => _text = IdentifierText.Require(text, nameof(text));

    /// <summary>The identifier as it is written.</summary>
    public string Text => _text ?? "";

    /// <inheritdoc/>
    public int CompareTo(UnitId other) => string.CompareOrdinal(Text, other.Text);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
