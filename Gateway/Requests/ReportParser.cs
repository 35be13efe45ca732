using System.Collections.Immutable;
using Units.Gateway.Caches;
using Units.Gateway.Errors;
using Units.Gateway.Identity;

namespace Units.Gateway.Requests;

/// <summary>Judges reports at the door, the same for one and for a stream of them.</summary>
internal sealed class ReportParser(CatalogueCache catalogue, UnitSight sight, VietnamClock clock)
{
    /// <summary>Reads a report.</summary>
    /// <exception cref="RefusedException">It is refused whole; every violation is told.</exception>
    public async ValueTask<ParsedReport> Parse(V1.SubmitReportRequest request, Caller caller, CancellationToken cancellation)
    {
        Violations found = new();
        UnitId unit = found.Unit("unit", request.Unit);
        SourceId source = found.Source("source", request.Source);
        ReportId id = found.Report("report_id", request.ReportId);
        await found.RequireSeen(sight, caller, "unit", unit, cancellation);

        bool wholeIsSound = found.Count == 0;
        CatalogueView view = await catalogue.Get(v => request.Entries.All(e => v.TryMeasure(e.Measure, out _)), cancellation);
        ImmutableArray<Entry> entries = Entries(request, view, found);
        bool someStands = entries.Any(e => e.Refusal is null);
        if (!wholeIsSound || !someStands || (request.AllOrNothing && found.Count > 0))
        {
            found.Throw();
        }

        Report report = new()
        {
            Source = source,
            Id = id,
            ContentHash = ContentHash.Of(request),
            AllOrNothing = request.AllOrNothing,
            Entries = entries,
            Who = caller.Who,
        };
        return new ParsedReport(request, unit, report, view);
    }

    private ImmutableArray<Entry> Entries(V1.SubmitReportRequest request, CatalogueView view, Violations found)
    {
        if (request.Entries.Count == 0)
        {
            found.Add(GatewayReasons.NoEntries, "entries", "");
            return [];
        }

        if (request.Entries.Count > Report.MaxEntries)
        {
            found.Add(GatewayReasons.TooManyEntries, "entries", "", Fields.Number(request.Entries.Count), Fields.Number(Report.MaxEntries));
            return [];
        }

        EntryParser parser = new(view, clock, found);
        return [.. request.Entries.Select(parser.Parse)];
    }
}
