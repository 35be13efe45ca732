using System.Globalization;
using Grpc.Core;
using Units.LoadTest.Checking;
using Units.LoadTest.Sending;

namespace Units.LoadTest.Planning;

/// <summary>C8: every acknowledged target, amendment and allotment is in its journal once, holds, and rolls up.</summary>
internal static class PlanCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Adds what is wrong.</summary>
    public static async Task Run(PlanEvidence evidence, Client client, Faults faults)
    {
        await Holds(evidence, client, faults);
        V1.Plan plan = (await Asked(call => client.Plans.GetPlanAsync(new V1.GetPlanRequest { Unit = evidence.City, Plan = evidence.Plan }, call))).Plan;
        if (plan.Version != evidence.Versions || plan.Targets.Single().Lower != Text(evidence.Whole))
        {
            faults.Add(Say($"the plan has version {plan.Version} with {plan.Targets.Single().Lower}, and has to have {evidence.Versions} with {evidence.Whole}"));
        }

        foreach ((string unit, int expected) in evidence.Acknowledged)
        {
            int found = await Items(unit, client);
            if (found != expected)
            {
                faults.Add(Say($"{unit}: {found} items are in the journal, and {expected} were acknowledged"));
            }
        }
    }

    /// <summary>What wards push may still be on its way: what is right within the patience is right.</summary>
    private static async Task Holds(PlanEvidence evidence, Client client, Faults faults)
    {
        DateTime until = Client.In(Patience);
        long sum = evidence.Held.Values.Sum();
        while (true)
        {
            V1.GetAllotmentResponse allotment = await Asked(call => client.Plans.GetAllotmentAsync(
                new V1.GetAllotmentRequest { Unit = evidence.City, Indicator = evidence.Indicator, Range = PlanEvidence.Range }, call));
            string[] wrong =
            [
                .. allotment.Children.Where(c => c.Lower != (evidence.Held.TryGetValue(c.Unit, out long held) ? Text(held) : ""))
                    .Select(c => Say($"{evidence.City} holds {c.Lower} of {c.Unit}, and has to hold {evidence.Held.GetValueOrDefault(c.Unit)}")),
                .. allotment.Figures.Where(f => f.ChildrenSum != Text(sum) || f.Own != Text(evidence.Whole))
                    .Select(f => Say($"{evidence.City} has {f.Own} and {f.ChildrenSum} below, and has to have {evidence.Whole} and {sum}")),
            ];
            if (wrong.Length == 0)
            {
                return;
            }

            if (Client.In(TimeSpan.Zero) > until)
            {
                Array.ForEach(wrong, faults.Add);
                return;
            }

            await Task.Delay(Pause, TimeProvider.System);
        }
    }

    private static async Task<int> Items(string unit, Client client)
    {
        HashSet<long> sequences = [];
        V1.ListEntriesRequest request = new() { Unit = unit, PageSize = 1_000, OldestFirst = true };
        do
        {
            V1.ListEntriesResponse page = await Asked(call => client.Reports.ListEntriesAsync(request, call));
            sequences.UnionWith(page.Entries.Select(e => e.Sequence));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return sequences.Count;
    }

    private static async Task<T> Asked<T>(Func<CallOptions, AsyncUnaryCall<T>> ask)
    {
        DateTime until = Client.In(Patience);
        while (true)
        {
            try
            {
                return await ask(new CallOptions(deadline: Client.In(Patience)));
            }
            catch (RpcException e) when (e.StatusCode == StatusCode.Unavailable && Client.In(TimeSpan.Zero) < until)
            {
                await Task.Delay(Pause, TimeProvider.System);
            }
        }
    }

    private static string Text(long figure) => figure.ToString(CultureInfo.InvariantCulture);

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
