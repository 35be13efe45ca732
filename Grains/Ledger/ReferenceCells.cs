namespace Units.Grains.Ledger;

/// <summary>Whom an inherited target follows, as cells: so much of its words its parent has to know to hold it against what it follows.</summary>
internal static class ReferenceCells
{
    // What ids are made of; a sign is its place here plus 1, and 0 is the end.
    private const string Signs = "abcdefghijklmnopqrstuvwxyz0123456789-";

    // So many fit into what a row of the journal carries: 38¹⁰ is below 10¹⁷.
    private const int SignsOfCell = 10;

    private const int UnitCells = 7;

    /// <summary>Every part that a reference can have.</summary>
    public static IEnumerable<TargetPart> Parts =>
        Enumerable.Range((int)TargetPart.ReferenceIndicator, TargetPart.ReferenceUnit + UnitCells - TargetPart.ReferenceIndicator).Select(part => (TargetPart)part);

    /// <summary>True for a part of a reference.</summary>
    public static bool Has(TargetPart part) => part is >= TargetPart.ReferenceIndicator and < TargetPart.ReferenceUnit + UnitCells;

    /// <summary>The parts of a reference, in the order of their numbers.</summary>
    public static IEnumerable<(TargetPart Part, Amount Amount)> Of(TargetReference reference)
    {
        yield return (TargetPart.ReferenceIndicator, new Amount(reference.Indicator));
        yield return (TargetPart.ReferenceTier, new Amount((int)reference.Tier));
        if (reference.Range is { } range)
        {
            yield return (TargetPart.ReferenceFrom, new Amount(range.From.Number));
            yield return (TargetPart.ReferenceMonths, new Amount(range.Length));
        }

        for (int i = 0; i * SignsOfCell < reference.Unit.Text.Length; i++)
        {
            yield return (TargetPart.ReferenceUnit + (byte)i, new Amount(Pack(reference.Unit.Text.AsSpan(i * SignsOfCell))));
        }
    }

    /// <summary>The reference of parts; null where there is none.</summary>
    /// <param name="told">The amount of a part; null where it is not told.</param>
    public static TargetReference? Read(Func<TargetPart, long?> told)
    {
        if (told(TargetPart.ReferenceIndicator) is not { } indicator)
        {
            return null;
        }

        string unit = string.Concat(Enumerable.Range(0, UnitCells).Select(i => Unpack(told(TargetPart.ReferenceUnit + (byte)i) ?? 0)));
        MonthRange? range = told(TargetPart.ReferenceFrom) is { } first && told(TargetPart.ReferenceMonths) is { } months
            ? new MonthRange(Month.FromNumber((int)first), Month.FromNumber((int)(first + months - 1))) : null;
        return IdentifierText.IsValid(unit)
            ? new TargetReference(new UnitId(unit), (int)indicator, (Tier)(told(TargetPart.ReferenceTier) ?? 0), range) : null;
    }

    private static long Pack(ReadOnlySpan<char> text)
    {
        long packed = 0;
        for (int i = SignsOfCell - 1; i >= 0; i--)
        {
            packed = (packed * (Signs.Length + 1)) + (i < text.Length ? Signs.IndexOf(text[i], StringComparison.Ordinal) + 1 : 0);
        }

        return packed;
    }

    private static string Unpack(long packed)
    {
        Span<char> text = stackalloc char[SignsOfCell];
        int length = 0;
        for (; packed > 0; packed /= Signs.Length + 1)
        {
            text[length++] = Signs[(int)(packed % (Signs.Length + 1)) - 1];
        }

        return new string(text[..length]);
    }
}
