namespace Units;

/// <summary>Where an additive number lives: an aspect of a measure (or indicator) in a category and a month, packed into 64 bits.</summary>
/// <remarks>Packing keeps the tables of a province (hundreds of thousands of cells) small and fast.
/// Bits from the top: aspect 4, subject 24, month 13, span 7, category 16; the order sorts by subject, then month.
/// The layout is stored and travels: it is pinned by a test.</remarks>
[GenerateSerializer(IncludePrimaryConstructorParameters = false), Immutable, Alias("units.CellKey")]
public readonly record struct CellKey : IComparable<CellKey>
{
    /// <summary>The largest number of a measure or indicator.</summary>
    public const int MaxSubject = (1 << 24) - 1;

    [Id(0)] private readonly ulong _packed;

    private CellKey(ulong packed) => _packed = packed;

    /// <summary>The cell of a measure.</summary>
    public static CellKey Of(Aspect aspect, int measure, ushort category, Month month) => Pack(aspect, measure, month, 0, category);

    /// <summary>The cell of a target on an indicator over a range; its month is the range's first.</summary>
    /// <remarks>The category is tier × 256 + part (decision 0022).</remarks>
    public static CellKey OfTarget(Aspect aspect, int indicator, MonthRange range, Tier tier, TargetPart part) =>
        Pack(aspect, indicator, range.From, range.Length, (ushort)(((int)tier << 8) | (int)part));

    /// <summary>The cell of a journal row; <paramref name="span"/> is 0 but for targets.</summary>
    public static CellKey FromRow(Aspect aspect, int subject, ushort category, Month month, int span) => Pack(aspect, subject, month, span, category);

    /// <summary>The key with these bits, as stored.</summary>
    public static CellKey FromPacked(ulong packed) => new(packed);

    /// <summary>The bits, as stored.</summary>
    public ulong Packed => _packed;

    /// <summary>What the number says.</summary>
    public Aspect Aspect => (Aspect)(_packed >> 60);

    /// <summary>The number of the measure, or of the indicator for targets.</summary>
    public int Subject => (int)((_packed >> 36) & MaxSubject);

    /// <summary>The month; for a target the first of its range. It decides to which parent the cell belongs.</summary>
    public Month Month => Month.FromNumber((int)((_packed >> 23) & 0x1FFF));

    /// <summary>The number of months of a target's range; 0 for measures.</summary>
    public int Span => (int)((_packed >> 16) & 0x7F);

    /// <summary>The number of the category; 0 is unclassified.</summary>
    public ushort Category => (ushort)(_packed & 0xFFFF);

    /// <summary>The tier of a target.</summary>
    public Tier Tier => (Tier)((_packed >> 8) & 0xFF);

    /// <summary>What the cell says of a target.</summary>
    public TargetPart Part => (TargetPart)(_packed & 0xFF);

    /// <summary>The same target, another part.</summary>
    public CellKey With(TargetPart part) => new((_packed & ~0xFFUL) | (byte)part);

    /// <summary>True for the aspects of targets.</summary>
    public bool IsTarget => Aspect >= Aspect.Target;

    /// <summary>True for what a unit tells its parent and no one above it: the parent holds it for that child and adds it to nothing.</summary>
    public bool IsTold => Aspect >= Aspect.RatioTarget;

    /// <summary>The same place, another aspect.</summary>
    public CellKey With(Aspect aspect) => new((_packed & 0x0FFF_FFFF_FFFF_FFFF) | ((ulong)aspect << 60));

    /// <inheritdoc/>
    public int CompareTo(CellKey other) => _packed.CompareTo(other._packed);

    /// <summary>For traces.</summary>
    public override string ToString() => $"{Aspect}:{Subject}.{Category}@{Month}" + (Span > 0 ? $"+{Span}" : "");

    private static CellKey Pack(Aspect aspect, int subject, Month month, int span, ushort category)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(subject);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(subject, MaxSubject);
        return new CellKey(((ulong)aspect << 60) | ((ulong)subject << 36) | ((ulong)month.Number << 23) | ((ulong)span << 16) | category);
    }
}
