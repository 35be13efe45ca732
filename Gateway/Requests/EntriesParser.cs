using Google.Protobuf.WellKnownTypes;
using Units.Gateway.Caches;
using Units.Gateway.Errors;

namespace Units.Gateway.Requests;

/// <summary>Reads what lines of a journal are asked for.</summary>
internal static class EntriesParser
{
    /// <summary>Reads a request; what breaks a rule is noted.</summary>
    public static JournalQuery Parse(V1.ListEntriesRequest request, CatalogueView view, Violations found)
    {
        Measure? measure = Measure(request.Measure, view, found);
        found.Choice("outcome", request.Outcome);
        return new JournalQuery
        {
            Measure = measure?.Number,
            Months = request.Range.Length == 0 ? null : found.Range("range", request.Range),
            Source = request.Source.Length == 0 ? null : found.Source("source", request.Source),
            From = Instant("received_from", request.ReceivedFrom, found),
            Before = Instant("received_before", request.ReceivedBefore, found),
            Outcome = request.Outcome == V1.EntryOutcome.Unspecified ? null : Enums.From(request.Outcome),
            OldestFirst = request.OldestFirst,
            PageSize = found.Size(request.PageSize),
            After = found.PagePlace(Question(request), request.PageToken),
            ManySources = [.. view.Measures.Where(m => m.Sources == SourceRule.Many).Select(m => m.Number)],
        };
    }

    /// <summary>What a page token is bound to.</summary>
    public static string Question(V1.ListEntriesRequest request) => string.Join('|', "entries", request.Unit, request.Measure, request.Range,
        request.Source, request.ReceivedFrom?.Seconds, request.ReceivedFrom?.Nanos, request.ReceivedBefore?.Seconds, request.ReceivedBefore?.Nanos, request.Outcome, request.OldestFirst);

    private static Measure? Measure(string id, CatalogueView view, Violations found)
    {
        if (id.Length == 0)
        {
            return null;
        }

        if (view.TryMeasure(id, out Measure? measure))
        {
            return measure;
        }

        if (found.Id("measure", id))
        {
            found.Add(GatewayReasons.UnknownMeasure, "measure", id);
        }

        return null;
    }

    private static DateTimeOffset? Instant(string field, Timestamp? sent, Violations found)
    {
        if (sent is null)
        {
            return null;
        }

        try
        {
            return sent.ToDateTimeOffset();
        }
        catch (InvalidOperationException)
        {
            found.Add(GatewayReasons.BadDate, field, sent.Seconds.ToString(System.Globalization.CultureInfo.InvariantCulture));
            return null;
        }
    }
}
