using System.Globalization;
using Units.LoadTest.Checking;
using Units.LoadTest.Sending;

namespace Units.LoadTest.Planning;

/// <summary>C8: every acknowledged target, amendment and allotment is in its journal once, holds, and rolls up; every version of the plan is as it was.</summary>
internal static class PlanCheck
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Adds what is wrong.</summary>
    /// <param name="evidence">What the client saw.</param>
    /// <param name="client">Asks what stands.</param>
    /// <param name="quiet">How soon what wards push has to be right.</param>
    /// <param name="faults">Where it is added.</param>
    public static async Task Run(PlanEvidence evidence, Client client, TimeSpan quiet, Faults faults)
    {
        PlanReader reader = new(evidence, client);
        foreach (string fault in await Settled(evidence, reader, Client.In(quiet)))
        {
            faults.Add(fault);
        }

        PlanState state = await reader.Read();
        Versions(evidence, state, faults);
        Items(evidence, state, faults);
    }

    /// <summary>What does not hold: the target of the city, those of its wards, and their sum.</summary>
    public static IEnumerable<string> Held(PlanEvidence evidence, V1.GetAllotmentResponse allotment)
    {
        Dictionary<string, string> shown = allotment.Children.ToDictionary(c => c.Unit, c => c.Lower);
        foreach (string ward in evidence.Wards)
        {
            string held = evidence.Held.TryGetValue(ward, out long figure) ? Text(figure) : "";
            if (shown.GetValueOrDefault(ward) != held)
            {
                yield return Say($"{evidence.City} holds '{shown.GetValueOrDefault(ward)}' of {ward}, and has to hold '{held}'");
            }
        }

        string sum = Text(evidence.Held.Values.Sum());
        V1.AllotmentFigure? whole = allotment.Figures.SingleOrDefault();
        if (whole?.Own != Text(evidence.Whole) || whole.ChildrenSum != sum)
        {
            yield return Say($"{evidence.City} has '{whole?.Own}' and '{whole?.ChildrenSum}' below, and has to have {evidence.Whole} and {sum}");
        }
    }

    /// <summary>Each version has the figure and the decision that it was made with, and no other version is there.</summary>
    public static void Versions(PlanEvidence evidence, PlanState state, Faults faults)
    {
        if (state.Versions.Count != evidence.Versions.Count)
        {
            faults.Add(Say($"the plan has {state.Versions.Count} versions, and {evidence.Versions.Count} were acknowledged"));
        }

        foreach ((V1.Plan found, PlannedVersion made) in state.Versions.Zip(evidence.Versions))
        {
            V1.PlanVersion version = found.Versions[found.Version - 1];
            (string, string, long) shown = (string.Join(", ", found.Targets.Select(t => t.Lower)), version.Decision?.Number ?? "", version.Sequence);
            (string, string, long) said = (Text(made.Figure), made.Decision, made.Sequence);
            if (shown != said)
            {
                faults.Add(Say($"version {found.Version} of the plan has (figure, decision, sequence) {shown}, and was made with {said}"));
            }
        }
    }

    /// <summary>Each call that was acknowledged stands at its place and nowhere else; beside these only as many parts of allotments as the ward got.</summary>
    public static void Items(PlanEvidence evidence, PlanState state, Faults faults)
    {
        foreach (string unit in evidence.Units)
        {
            HashSet<PlanItem> found = [.. state.Items[unit]];
            foreach (PlanItem taken in evidence.Taken(unit).Where(taken => !found.Remove(taken)))
            {
                faults.Add(Say($"{unit}: {taken.Request}, acknowledged as {taken.Sequence}, is not there in the journal"));
            }

            int parts = evidence.Parts.GetValueOrDefault(unit);
            if (found.Count != parts)
            {
                faults.Add(Say($"{unit}: the journal has {found.Count} items beside what it acknowledged, and has to have {parts} parts of allotments"));
            }
        }
    }

    /// <summary>What wards push may still be on its way: what is right in time is right.</summary>
    private static async Task<string[]> Settled(PlanEvidence evidence, PlanReader reader, DateTime until)
    {
        while (true)
        {
            string[] wrong = [.. Held(evidence, await reader.Allotment())];
            if (wrong.Length == 0 || Client.In(TimeSpan.Zero) > until)
            {
                return wrong;
            }

            await Task.Delay(Pause, TimeProvider.System);
        }
    }

    private static string Text(long figure) => figure.ToString(CultureInfo.InvariantCulture);

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
