using Grpc.Core;
using Units.LoadTest.Contenders.Directory;

namespace Units.LoadTest.Contenders.Reports;

/// <summary>Reads reports. A contender takes <c>add</c> entries alone: every other statement would cost it more, and none is compared.</summary>
internal sealed class ReportReader(ContenderDirectory directory)
{
    private const int MaxEntries = 10_000;

    /// <summary>Reads a report.</summary>
    /// <exception cref="RpcException">It cannot be taken in; the status says why.</exception>
    public async ValueTask<IncomingReport> Read(V1.SubmitReportRequest sent)
    {
        Require(IdentifierText.IsValid(sent.Source), "source", sent.Source, IdentifierText.Rule);
        Require(sent.ReportId is { Length: > 0 and <= 128 } && !sent.ReportId.AsSpan().ContainsAnyExceptInRange('!', '~'),
            "report_id", sent.ReportId, "1 to 128 printable ASCII characters without spaces");
        Require(sent.Entries.Count is > 0 and <= MaxEntries, "entries", $"{sent.Entries.Count} of them", $"1 to {MaxEntries} entries");
        ReportKey key = new(await RequireUnit(sent.Unit), sent.Source, sent.ReportId);
        IncomingEntry[] entries = new IncomingEntry[sent.Entries.Count];
        for (int i = 0; i < entries.Length; i++)
        {
            entries[i] = await Read((short)i, sent.Entries[i]);
        }

        if (entries.Length > 1)
        {
            Array.Sort(entries, static (a, b) => (a.Measure, a.Month, a.Place).CompareTo((b.Measure, b.Month, b.Place)));
        }

        return new IncomingReport(key, entries);
    }

    /// <summary>The unit of a request.</summary>
    /// <exception cref="RpcException">There is none with this id.</exception>
    public async ValueTask<KnownUnit> RequireUnit(string id) => await directory.Unit(id)
        ?? throw new RpcException(new Status(StatusCode.NotFound, $"There is no unit '{id}': create it first."));

    /// <summary>The measure of a request.</summary>
    /// <exception cref="RpcException">There is none with this id.</exception>
    public async ValueTask<KnownMeasure> RequireMeasure(string id) => await directory.Measure(id)
        ?? throw new RpcException(new Status(StatusCode.NotFound, $"There is no measure '{id}': create it first."));

    private async ValueTask<IncomingEntry> Read(short place, V1.Entry sent)
    {
        Require(sent.StatementCase == V1.Entry.StatementOneofCase.Add, "statement", sent.StatementCase.ToString(), "add");
        KnownMeasure measure = await RequireMeasure(sent.Measure);
        bool isMonth = Month.TryParse(sent.Month, out Month month);
        Require(isMonth, "month", sent.Month, "a month as 2025-07");
        DecimalTextError error = DecimalText.Parse(sent.Add, measure.Scale, out Amount amount);
        Require(error == DecimalTextError.None, "add", sent.Add, $"a decimal string with at most {measure.Scale} decimals");
        return new IncomingEntry(place, measure.Number, (short)month.Number, amount.ToStored());
    }

    private static void Require(bool holds, string field, string value, string rule)
    {
        if (!holds)
        {
            throw new RpcException(new Status(StatusCode.InvalidArgument, $"{field} is '{value}', and this contender takes {rule}."));
        }
    }
}
