using System.Buffers.Binary;
using Units.Grains.Storage;

namespace Units.Simulation;

/// <summary>Invariants of the journal itself, at every commit.</summary>
internal sealed class JournalChecks
{
    private readonly HashSet<(int Unit, int Report)> _reports = [];
    private readonly Dictionary<(int Unit, bool IsTarget, int Subject, ushort Category, Month Month, int Span, SourceId Source), Standings> _standings = [];

    /// <summary>What the rows of one month of a register have moved so far.</summary>
    private readonly record struct Standings(Amount Cell, int Presence, Amount Estimated, int AtLeast);

    /// <summary>The number that a client gave a report, whatever id it is known by.</summary>
    public static int NumberOf(JournalReport report) => BinaryPrimitives.ReadInt32LittleEndian(report.ContentHash.AsSpan());

    /// <summary>A report is committed.</summary>
    public void Committed(UnitRecord unit, JournalReport report, long writerEpoch)
    {
        if (report.Sequence != unit.Reports.Count)
        {
            throw new ViolatedException($"I1 the journal of {unit.Id} has {report.Sequence} at place {unit.Reports.Count}");
        }

        if (writerEpoch != unit.Epoch)
        {
            throw new ViolatedException($"I8 a writer of epoch {writerEpoch} appends {report.Sequence} to {unit.Id}, which is in epoch {unit.Epoch}");
        }

        if (!_reports.Add((unit.Index, NumberOf(report))))
        {
            throw new ViolatedException($"I2 report {NumberOf(report)} has two effects in {unit.Id}");
        }

        foreach (JournalRow row in report.Rows)
        {
            Check(unit, report, row);
        }
    }

    /// <summary>An edge is written: no month may have a cycle.</summary>
    public static void EdgeWritten(IReadOnlyList<UnitRecord> units, UnitRecord moved)
    {
        for (int month = 0; month < SimCatalogue.Months; month++)
        {
            int at = moved.ParentAt[month];
            for (int steps = 0; at >= 0; steps++)
            {
                if (at == moved.Index || steps > units.Count)
                {
                    throw new ViolatedException($"I8 the edge of {moved.Id} closes a cycle in {SimCatalogue.MonthAt(month)}");
                }

                at = units[at].ParentAt[month];
            }
        }
    }

    /// <summary>The deltas of a month of a register add up to what stands on it, in the order of the journal.</summary>
    private void Check(UnitRecord unit, JournalReport report, JournalRow row)
    {
        if (row is not { Subject: { } subject, After: { } after } || row.Kind == RowKind.HandOver)
        {
            return;
        }

        bool isTarget = row.Kind is RowKind.Target or RowKind.RatioTarget;
        SourceId register = isTarget || subject == SimCatalogue.OneSource.Number ? default : row.Source;
        var key = (unit.Index, isTarget, subject, row.Category, row.Month, row.Span, register);
        Standings was = _standings.GetValueOrDefault(key);
        Standings now = new(was.Cell + row.Delta, was.Presence + row.Presence, was.Estimated + row.Estimated, was.AtLeast + row.AtLeast);
        _standings[key] = now;
        if (now.Cell != after.Cell || now.Presence != after.Presence || now.Estimated != after.Estimated || now.AtLeast != after.AtLeast)
        {
            throw new ViolatedException($"I2 the deltas on {subject}.{row.Category}@{row.Month} of {unit.Id} make {now}, {after} stands after {report.Sequence}.{row.N}");
        }

        bool isMarker = subject >= SimCatalogue.FirstMarker;
        bool isWrong = isMarker ? row.Delta != Amount.One : row.Kind == RowKind.Set && subject != SimCatalogue.Stock.Number && after.Cell != row.Value;
        if (isWrong)
        {
            throw new ViolatedException($"I2 {row.Kind} {row.Value} moves {subject}@{row.Month} of {unit.Id} by {row.Delta} to {after.Cell}");
        }
    }
}
