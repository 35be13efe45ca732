using System.Globalization;
using Grpc.Core;
using Xunit;

namespace Units.EndToEnd.Tests.Support;

/// <summary>Sends reports to a process whose storage may be away.</summary>
internal sealed class Reporter(Api api, TimeSpan deadline)
{
    /// <summary>The month of everything it reports.</summary>
    public const string Month = "2025-07";

    /// <summary>Sends a report once.</summary>
    /// <returns>What it was refused with; null where it was acknowledged.</returns>
    public async Task<Refusal?> Send(string unit, string report, params V1.Entry[] entries)
    {
        using AsyncUnaryCall<V1.SubmitReportResponse> call = api.Reports.SubmitReportAsync(Api.Report(unit, report, entries), deadline: Api.In(deadline));
        return await Refusal.Of(call.ResponseAsync);
    }

    /// <summary>Sends a report until it is acknowledged.</summary>
    public async Task<V1.SubmitReportResponse> Repeat(string unit, string report, params V1.Entry[] entries)
    {
        V1.SubmitReportResponse? taken = null;
        await Until.Becomes<object?>(
            $"report {report} to be acknowledged",
            async () =>
            {
                using AsyncUnaryCall<V1.SubmitReportResponse> call =
                    api.Reports.SubmitReportAsync(Api.Report(unit, report, entries), deadline: Api.In(deadline));
                Refusal? refusal = await Refusal.Of(call.ResponseAsync);
                taken = refusal is null ? await call : null;
                return refusal;
            },
            refusal => refusal is null);
        return taken!;
    }

    /// <summary>Fails unless a unit comes to have exactly this.</summary>
    public async Task Holds(string unit, string measure, long expected)
    {
        V1.GetTotalsResponse totals = await api.ReadTotals(
            new V1.GetTotalsRequest { Unit = unit, Range = Month, Measures = { measure } }, t => t.Measures[0].Value == $"{expected}");
        Assert.Equal(expected, totals.Measures[0].Statements == 0 ? 0 : long.Parse(totals.Measures[0].Value, CultureInfo.InvariantCulture));
    }

    /// <summary>Fails unless these reports, sent twice more, count once each: taken in by the first at the latest, and with one receipt.</summary>
    /// <returns>The sequences, in order.</returns>
    public async Task<long[]> CountOnce(string unit, V1.Entry entry, params string[] reports)
    {
        List<V1.Receipt> receipts = [];
        foreach (string report in reports)
        {
            receipts.Add((await Repeat(unit, report, entry)).Receipt);
        }

        foreach ((string report, V1.Receipt first) in reports.Zip(receipts))
        {
            V1.SubmitReportResponse again = await Repeat(unit, report, entry);
            Assert.Equal((true, first), (again.Repeated, again.Receipt));
        }

        return [.. receipts.Select(r => r.Sequence).Order()];
    }
}
