namespace Units;

/// <summary>Names a report (báo cáo); unique per unit and source for ever. 1 to 128 printable ASCII characters without spaces.</summary>
[GenerateSerializer(IncludePrimaryConstructorParameters = false), Immutable, Alias("units.ReportId")]
public readonly record struct ReportId
{
    /// <summary>The rule in words that an error message can quote.</summary>
    public const string Rule = "1 to 128 printable ASCII characters without spaces";

    [Id(0)] private readonly string? _text;

    /// <summary>Takes a text that already follows <see cref="Rule"/>.</summary>
    /// <exception cref="ArgumentException">The text does not follow the rule.</exception>
    public ReportId(string text) => _text = IsValid(text)
        ? text
        : throw new ArgumentException($"'{text}' is not a report id; expected {Rule}.", nameof(text));

    /// <summary>The identifier as it is written.</summary>
    public string Text => _text ?? "";

    /// <summary>True when <paramref name="text"/> follows <see cref="Rule"/>.</summary>
    public static bool IsValid(string? text) => text is { Length: >= 1 and <= 128 } && text.All(c => c is > ' ' and < (char)127);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
