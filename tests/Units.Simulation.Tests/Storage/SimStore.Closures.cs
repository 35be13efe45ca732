using System.Collections.Immutable;
using Units.Grains.Storage;

namespace Units.Simulation;

/// <summary>The months that are closed at each unit, and with it for every unit below.</summary>
internal sealed partial class SimStore
{
    private readonly Dictionary<(int Unit, int Month), ClosedMonth> _closed = [];
    private long _closuresRevision;

    /// <summary>What is closed for a unit from a month on.</summary>
    public ClosuresReading ReadClosures(UnitId unit, Month from)
    {
        ImmutableArray<ClosedMonth>.Builder months = ImmutableArray.CreateBuilder<ClosedMonth>();
        for (int month = Math.Max(0, SimCatalogue.IndexOf(from)); month < SimCatalogue.Months; month++)
        {
            for (int at = SimCatalogue.IndexOf(unit); at >= 0; at = _units[at].ParentAt[month])
            {
                if (_closed.TryGetValue((at, month), out ClosedMonth? closed))
                {
                    months.Add(closed);
                }
            }
        }

        return new ClosuresReading(_closuresRevision, from, months.ToImmutable());
    }

    /// <summary>True when the month of a unit takes no entry.</summary>
    public bool IsClosed(int unit, int month)
    {
        for (int at = unit; at >= 0; at = _units[at].ParentAt[month])
        {
            if (_closed.ContainsKey((at, month)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What is committed into a month was committed while it was open, at the unit and above it.</summary>
    private void RequireOpen(UnitRecord unit, JournalRow row)
    {
        if (row.Kind < RowKind.Target && row.Kind != RowKind.HandOver && row.After is not null && IsClosed(unit.Index, SimCatalogue.IndexOf(row.Month)))
        {
            throw new ViolatedException($"{SimCatalogue.Units[unit.Index]} takes {row.Kind} into {row.Month}, which is closed");
        }
    }

    private void Write(UnitRecord unit, JournalReport report, ClosureChange change)
    {
        for (int month = 0; month < SimCatalogue.Months; month++)
        {
            Month named = SimCatalogue.MonthAt(month);
            if (!change.Range.Contains(named))
            {
                continue;
            }

            if (change.Closes)
            {
                _closed.TryAdd((unit.Index, month), new ClosedMonth(named, unit.Id, report.ReceivedAt, "sim", "closed"));
            }
            else
            {
                _closed.Remove((unit.Index, month));
            }
        }

        _closuresRevision++;
    }
}
