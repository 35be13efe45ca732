using Grpc.Core;
using Units.LoadTest.Sending;

namespace Units.LoadTest.Planning;

/// <summary>Reads what stands of targets and plans, through the public API.</summary>
internal sealed class PlanReader(PlanEvidence evidence, Client client)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>The plan in each of its versions, and the journals.</summary>
    public async Task<PlanState> Read()
    {
        V1.Plan last = await Version(0);
        List<V1.Plan> versions = [];
        for (int number = 1; number < last.Version; number++)
        {
            versions.Add(await Version(number));
        }

        Dictionary<string, IReadOnlyList<PlanItem>> items = [];
        foreach (string unit in evidence.Units)
        {
            items.Add(unit, await Items(unit));
        }

        return new PlanState([.. versions, last], items);
    }

    /// <summary>The city's own target and those of its wards.</summary>
    public Task<V1.GetAllotmentResponse> Allotment() => Asked(call => client.Plans.GetAllotmentAsync(
        new V1.GetAllotmentRequest { Unit = evidence.City, Indicator = evidence.Indicator, Range = PlanEvidence.Range }, call));

    private async Task<V1.Plan> Version(int number) => (await Asked(call => client.Plans.GetPlanAsync(
        new V1.GetPlanRequest { Unit = evidence.City, Plan = evidence.Plan, Version = number }, call))).Plan;

    private async Task<List<PlanItem>> Items(string unit)
    {
        HashSet<PlanItem> items = [];
        V1.ListEntriesRequest request = new() { Unit = unit, PageSize = 1_000, OldestFirst = true };
        do
        {
            V1.ListEntriesResponse page = await Asked(call => client.Reports.ListEntriesAsync(request, call));
            items.UnionWith(page.Entries.Select(e => new PlanItem(e.ReportId, e.Sequence)));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return [.. items];
    }

    private static Task<T> Asked<T>(Func<CallOptions, AsyncUnaryCall<T>> ask) => Repeated.Call(ask, CancellationToken.None, Client.In(Patience));
}
