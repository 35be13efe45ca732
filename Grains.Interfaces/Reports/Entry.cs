namespace Units;

/// <summary>One line of a report.</summary>
[GenerateSerializer, Immutable, Alias("units.Entry")]
public sealed record Entry
{
    /// <summary>What it says.</summary>
    [Id(0)] public EntryKind Kind { get; init; }

    /// <summary>The measure it is about.</summary>
    [Id(1)] public MeasureRef Measure { get; init; }

    /// <summary>The number of the category; 0 is unclassified.</summary>
    [Id(2)] public ushort Category { get; init; }

    /// <summary>The month it is about; the year's January for a hand-over.</summary>
    [Id(3)] public Month Month { get; init; }

    /// <summary>The value; unused by <see cref="EntryKind.Clear"/> and <see cref="EntryKind.HandOver"/>.</summary>
    [Id(4)] public Amount Value { get; init; }

    /// <summary>Final or estimate, exact or at least.</summary>
    [Id(5)] public Quality Quality { get; init; }

    /// <summary>The source's own revision of this month, or null. A lower one than the month's is superseded.</summary>
    [Id(6)] public long? Revision { get; init; }

    /// <summary>Set where the gateway has refused the entry; the other fields then hold what could be read of it.</summary>
    [Id(7)] public Violation? Refusal { get; init; }

    /// <summary>The source that takes over, for <see cref="EntryKind.HandOver"/>; otherwise default.</summary>
    [Id(8)] public SourceId NewSource { get; init; }
}
