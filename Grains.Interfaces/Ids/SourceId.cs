namespace Units;

/// <summary>Names the system that reports: one register a unit, measure, category and source.</summary>
/// <remarks>The default value is not an identifier; its text is empty.</remarks>
[GenerateSerializer(IncludePrimaryConstructorParameters = false), Immutable, Alias("units.SourceId")]
public readonly record struct SourceId : IComparable<SourceId>
{
    [Id(0)] private readonly string? _text;

    /// <summary>Takes a text that already follows <see cref="IdentifierText.Rule"/>.</summary>
    /// <exception cref="ArgumentException">The text does not follow the rule.</exception>
    public SourceId(string text) => _text = IdentifierText.Require(text, nameof(text));

    /// <summary>The identifier as it is written.</summary>
    public string Text => _text ?? "";

    /// <inheritdoc/>
    public int CompareTo(SourceId other) => string.CompareOrdinal(Text, other.Text);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
