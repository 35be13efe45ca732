using Units.LoadTest.Contenders.Directory;
using Units.LoadTest.Contenders.Reports;

namespace Units.LoadTest.Contenders.Naive;

/// <summary>Every call goes to the grain of its unit.</summary>
internal sealed class NaiveLedger(IGrainFactory grains) : ILedger
{
    /// <summary>The scripts of its schema.</summary>
    public static readonly string[] Schema = ["common.sql", "orleans.sql"];

    /// <inheritdoc/>
    public async Task<Taken> Submit(IncomingReport report)
    {
        (StoredReport stored, bool repeated) = await Grain(report.Key.Unit).Submit(report.Key.Source, report.Key.Id, report.Entries);
        return repeated ? Taken.Again(stored, report) : new Taken(stored, Repeated: false);
    }

    /// <inheritdoc/>
    public Task<StoredReport?> Find(ReportKey key) => Grain(key.Unit).Find(key.Source, key.Id);

    /// <inheritdoc/>
    public Task<CellTotal[]> Read(KnownUnit unit, IReadOnlyList<KnownMeasure> measures, MonthRange range) =>
        Grain(unit).Read([.. measures.Select(measure => measure.Number)], (short)range.From.Number, (short)range.To.Number);

    private INaiveUnitGrain Grain(KnownUnit unit) => grains.GetGrain<INaiveUnitGrain>(NaiveHosting.KeyOf(unit.Id));
}
