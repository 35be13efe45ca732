using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using Units.Grains.Storage;

namespace Units.Simulation;

/// <summary>Makes up reports, targets, moves and closings.</summary>
internal sealed class SimReports(Simulator sim)
{
    private readonly List<SimSubmission> _sent = [];
    private readonly SimPlans _plans = new(sim);
    private int _number;

    private SimRandom Random => sim.Random;

    /// <summary>The month that it is: it passes as the run goes on.</summary>
    private int CurrentMonth => Math.Min(SimCatalogue.Months - 2, sim.Step * (SimCatalogue.Months - 1) / sim.Profile.Steps);

    /// <summary>Some report or target, new or one that was sent before, now and then with other content.</summary>
    public SimSubmission Next()
    {
        if (_sent.Count > 0 && Random.Chance(0.12))
        {
            SimSubmission again = Random.Of(_sent);
            if (!Random.Chance(0.25))
            {
                sim.Faults.Count(Fault.ReportRepeated);
                return again;
            }

            sim.Faults.Count(Fault.OtherContent);
            return NewReport(again.Unit, again.Key, again.Number, 1);
        }

        int unit = PickUnit();
        _number++;
        ReportKey key = new(Random.Of(SimCatalogue.Sources), new ReportId(string.Create(CultureInfo.InvariantCulture, $"r{_number}")));
        SimSubmission next = Random.Chance(0.1) ? NewTarget(unit, key)
            : sim.Profile.Plans > 0 && Random.Chance(sim.Profile.Plans) ? _plans.Next(unit, key, _number)
            : sim.Profile.Closings > 0 && Random.Chance(sim.Profile.Closings) ? NewPeriod(Random.Below(sim.Store.Units.Count), key)
            : NewReport(unit, key, _number, 0);
        _sent.Add(next);
        return next;
    }

    /// <summary>Some move: mostly from a month that nothing is reported of yet.</summary>
    public SimSubmission? NextMove()
    {
        int count = sim.Store.Units.Count;
        int unit = 1 + Random.Below(count - 1);
        int parent = Random.Below(count);
        if (unit == parent)
        {
            return null;
        }

        _number++;
        sim.Faults.Count(Fault.MoveSent);
        int from = Random.Chance(0.8) ? CurrentMonth + 1 : Random.Below(SimCatalogue.Months);
        UnitEdge edge = new(SimCatalogue.MonthAt(from), SimCatalogue.Units[parent]);
        ReportKey key = new(SimCatalogue.Registry, new ReportId(string.Create(CultureInfo.InvariantCulture, $"m{_number}")));
        ImmutableArray<byte> hash = HashOf(_number, 0);
        return new SimSubmission(unit, key, _number, hash, edge, (to, reply) => to.Machine.Move(key, hash, edge, Now, reply));
    }

    private DateTimeOffset Now => DateTimeOffset.UnixEpoch.AddSeconds(sim.Step);

    private int PickUnit()
    {
        IReadOnlyList<UnitRecord> units = sim.Store.Units;
        bool interior = Random.Chance(sim.Profile.InteriorReports);
        int at = Random.Below(units.Count);
        for (int i = 0; i < units.Count; i++)
        {
            if (units[(at + i) % units.Count].IsInterior == interior)
            {
                return (at + i) % units.Count;
            }
        }

        return at;
    }

    private int PickMonth() => Random.Chance(sim.Profile.Ahead) ? Random.Below(SimCatalogue.Months) : Random.Below(CurrentMonth + 1);

    private SimSubmission NewReport(int unit, ReportKey key, int number, int variant)
    {
        ImmutableArray<Entry>.Builder entries = ImmutableArray.CreateBuilder<Entry>();
        int month = PickMonth();
        entries.Add(new Entry { Kind = EntryKind.Add, Measure = SimCatalogue.MarkerOf(unit), Month = SimCatalogue.MonthAt(month), Value = Amount.One });
        while (entries.Count < 4 && Random.Chance(sim.Profile.Extras))
        {
            entries.Add(NewEntry(PickMonth()));
        }

        Report report = new()
        {
            Source = key.Source,
            Id = key.Report,
            ContentHash = HashOf(number, variant),
            AllOrNothing = Random.Chance(0.1),
            Entries = entries.ToImmutable(),
        };
        return new SimSubmission(unit, key, number, report.ContentHash, report, (to, reply) => to.Machine.Submit(report, Now, reply));
    }

    private Entry NewEntry(int month)
    {
        MeasureRef measure = Random.Below(3) switch { 0 => SimCatalogue.OneSource, 1 => SimCatalogue.ManySources, _ => SimCatalogue.Stock };
        EntryKind kind = Random.Below(10) switch
        {
            < 4 => EntryKind.Set,
            < 6 => measure.Kind == MeasureKind.Flow ? EntryKind.YearToDate : EntryKind.Set,
            < 8 => EntryKind.Add,
            8 => EntryKind.Clear,
            _ => measure.Sources == SourceRule.One ? EntryKind.HandOver : EntryKind.Add,
        };
        return new Entry
        {
            Kind = kind,
            Measure = measure,
            Category = (ushort)(kind == EntryKind.HandOver ? 0 : Random.Below(measure.Categories + 1)),
            Month = SimCatalogue.MonthAt(month),
            Value = new Amount(Random.Below(60) - 5),
            Quality = (Quality)(Random.Chance(0.2) ? Random.Below(4) : 0),
            Revision = Random.Chance(0.1) ? Random.Below(4) : null,
            NewSource = kind == EntryKind.HandOver ? Random.Of(SimCatalogue.Sources) : default,
        };
    }

    private SimSubmission NewTarget(int unit, ReportKey key)
    {
        bool isAdditive = Random.Chance(0.8);
        TargetAssignment target = new()
        {
            Source = key.Source,
            RequestId = key.Report,
            ContentHash = HashOf(_number, 0),
            Indicator = isAdditive ? SimCatalogue.AdditiveIndicator : SimCatalogue.RatioIndicator,
            Range = SimCatalogue.RangeFrom(PickMonth()),
            Bound = (Bound)Random.Below(2),
            Value = new Amount(Random.Below(1000)),
            Additive = isAdditive,
            Withdrawn = Random.Chance(0.25),
        };
        if (sim.Profile.Plans > 0 && Random.Chance(0.5))
        {
            Target stated = SimPlans.NewTarget(Random, target.Indicator, target.Range);
            target = TargetAssignment.Of(stated, isAdditive, key.Source, key.Report, target.ContentHash) with { Withdrawn = target.Withdrawn };
        }

        return new SimSubmission(unit, key, _number, target.ContentHash, target, (to, reply) => to.Machine.Assign(target, Now, reply));
    }

    private SimSubmission NewPeriod(int unit, ReportKey key)
    {
        sim.Faults.Count(Fault.PeriodChanged);
        Month month = SimCatalogue.MonthAt(PickMonth());
        PeriodChange change = new()
        {
            Source = key.Source,
            RequestId = key.Report,
            ContentHash = HashOf(_number, 0),
            Range = new MonthRange(month, month),
            Closes = Random.Chance(0.4),
            By = "sim",
            Reason = "closed",
        };
        return new SimSubmission(unit, key, _number, change.ContentHash, change, (to, reply) => to.Machine.ChangePeriod(change, Now, reply));
    }

    /// <summary>Stands for the hash of the content: the number that a client knows the report by, and which of its contents this is.</summary>
    internal static ImmutableArray<byte> HashOf(int number, int variant)
    {
        byte[] hash = new byte[8];
        BinaryPrimitives.WriteInt32LittleEndian(hash, number);
        BinaryPrimitives.WriteInt32LittleEndian(hash.AsSpan(4), variant);
        return [.. hash];
    }
}
