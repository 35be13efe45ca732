using Units.Grains.Storage;

namespace Units.Grains.Ledger;

/// <summary>What the rows of a page add up to: registers, owners of series, targets. It may lie over another state and hold only what differs.</summary>
/// <remarks>Loading, folding and cutting all go through <see cref="Apply"/>, so that they cannot disagree about what a row means.</remarks>
/// <param name="key">The page.</param>
/// <param name="below">What holds where this state says nothing; it stays untouched.</param>
internal sealed class PageState(PageKey key, PageState? below)
{
    // Made when they are needed: there is one of these for each page of each unit and for each report that is being cut.
    private Dictionary<(ushort Category, SourceId Source), Register>? _registers;
    private Dictionary<int, SourceId>? _owners;
    private Dictionary<CellKey, Statement>? _targets;
    private Dictionary<CellKey, StatedTarget?>? _stated;

    /// <summary>The page.</summary>
    public PageKey Key => key;

    /// <summary>The register of a category, for a measure of many sources that of this source.</summary>
    public Register Register(ushort category, SourceId source) => FindRegister((category, RegisterOf(source)));

    /// <summary>The owner of the series of a year, or null while nobody has reported. Only for measures of one source.</summary>
    public SourceId? Owner(int year) => _owners is not null && _owners.TryGetValue(year, out SourceId owner) ? owner : below?.Owner(year);

    /// <summary>The target of this key; <see cref="StatementKind.None"/> where none is set.</summary>
    public Statement Target(CellKey target) =>
        _targets is not null && _targets.TryGetValue(target, out Statement statement) ? statement : below?.Target(target) ?? default;

    /// <summary>The target whose kind stands at this key, with its words; null where there is none.</summary>
    public StatedTarget? Stated(CellKey kind) =>
        _stated is not null && _stated.TryGetValue(kind, out StatedTarget? stated) ? stated : below?.Stated(kind);

    /// <summary>What stands where a row has its statement.</summary>
    public Statement Before(PageRow row) => row.Kind switch
    {
        RowKind.HandOver => default,
        RowKind.Target or RowKind.RatioTarget => Target(TargetOf(row)),
        _ => Register(row.Category, row.Source).At(row.Month).Statement,
    };

    /// <summary>Takes a row in. Rows must come in the order of the journal.</summary>
    public void Apply(PageRow row)
    {
        switch (row.Kind)
        {
            case RowKind.Target or RowKind.RatioTarget:
                (_targets ??= [])[TargetOf(row)] = row.After;
                if (row.Kind == RowKind.RatioTarget && TargetOf(row).Part == TargetPart.Kind)
                {
                    (_stated ??= [])[TargetOf(row)] = row.Detail is { } text ? new StatedTarget(text) : null;
                }

                return;
            case RowKind.HandOver:
                (_owners ??= [])[row.Month.Year] = row.Source;
                return;
            default:
                (_owners ??= [])[row.Month.Year] = row.Source;
                (_registers ??= [])[(row.Category, RegisterOf(row.Source))] =
                    Register(row.Category, row.Source).With(new Standing(row.Month, row.After, row.Source));
                return;
        }
    }

    /// <summary>Takes over what differs in a state that lies over this one.</summary>
    public void Absorb(PageState above)
    {
        TakeOver(ref _registers, above._registers);
        TakeOver(ref _owners, above._owners);
        TakeOver(ref _targets, above._targets);
        TakeOver(ref _stated, above._stated);
    }

    /// <summary>The cell of a target's row.</summary>
    public static CellKey TargetOf(PageRow row) => CellKey.FromRow(
        row.Kind == RowKind.Target ? Aspect.Target : Aspect.RatioTarget, row.Subject, row.Category, row.Month, row.Span);

    private static void TakeOver<TKey, TValue>(ref Dictionary<TKey, TValue>? mine, Dictionary<TKey, TValue>? above)
        where TKey : notnull
    {
        if (above is null)
        {
            return;
        }

        mine ??= new Dictionary<TKey, TValue>(above.Count);
        foreach ((TKey key, TValue value) in above)
        {
            mine[key] = value;
        }
    }

    /// <summary>With one source at a time the unit has one register a category, whoever reported: a hand-over continues its statements.</summary>
    private SourceId RegisterOf(SourceId source) => key.Sources == SourceRule.Many ? source : default;

    private Register FindRegister((ushort Category, SourceId Source) place) =>
        _registers is not null && _registers.TryGetValue(place, out Register? register) ? register : below?.FindRegister(place) ?? Ledger.Register.Empty;
}
