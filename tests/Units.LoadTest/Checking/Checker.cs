using System.Collections.Concurrent;
using System.Globalization;
using Units.LoadTest.Planning;
using Units.LoadTest.Sending;

namespace Units.LoadTest.Checking;

/// <summary>Judges a run by what its client saw.</summary>
internal static class Checker
{
    /// <summary>Makes the checks of a plan.</summary>
    public static async Task<CheckReport> Run(Evidence evidence, CheckPlan plan, Client client, long quietSince)
    {
        Receipts receipts = new(client, evidence);
        Resolution resolution = await Resolution.Make(evidence, receipts.Ask);
        Expected expected = new(evidence, resolution);
        Dictionary<CheckId, Faults> faults = Enum.GetValues<CheckId>().ToDictionary(id => id, _ => new Faults());

        FinalReadings readings = await FinalReadings.Read(evidence, expected, client, plan, quietSince, faults[CheckId.C1]);
        if (plan.CountsReadingsWhileRunning)
        {
            evidence.WhileRunning.CopyTo(faults[CheckId.C1]);
        }

        await WatcherCheck.Run(evidence, readings.Of, plan, quietSince, faults[CheckId.C5]);
        SumCheck.Run(evidence, readings.Of, faults[CheckId.C2]);
        int asked = await CheckReceipts(evidence, plan, receipts, resolution, faults);
        Sequences(evidence, plan, resolution, readings, faults[CheckId.C4]);
        RefusalCheck.Totals(evidence, readings.Of, faults[CheckId.C6]);
        RefusalCheck.Outcomes(evidence, faults[CheckId.C6]);
        JournalReports? rows = plan.Journal is { } journal
            ? await JournalCheck.Run(evidence, resolution, expected, readings.Of, journal, faults[CheckId.C7], faults[CheckId.C4])
            : null;

        string units = Text($"{evidence.Country.Units.Count} units");
        Dictionary<CheckId, string> looked = new()
        {
            [CheckId.C1] = Text($"{units} at rest, {evidence.ReadingsWhileRunning} readings under load"),
            [CheckId.C2] = Text($"{evidence.Country.Interior.Count} units with children"),
            [CheckId.C3] = Text($"{asked} receipts of {resolution.All.Count()} reports"),
            [CheckId.C4] = Text($"{evidence.Country.Wards.Count} wards"),
            [CheckId.C6] = Text($"{resolution.Refused.Count} refused reports, {units}"),
        };
        if (evidence.Watchers.Count > 0)
        {
            looked[CheckId.C5] = Text($"{evidence.Watchers.Count} watchers");
        }

        if (evidence.Plans is { } plans && plan.Checks.Contains(CheckId.C8))
        {
            await PlanCheck.Run(plans, client, faults[CheckId.C8]);
            looked[CheckId.C8] = Text($"{plans.Count} targets, amendments and allotments");
        }

        if (rows is not null)
        {
            looked[CheckId.C7] = Text($"{rows.Count} reports in the journal, {units}");
        }

        return new CheckReport(
            [.. looked.Where(l => plan.Checks.Contains(l.Key)).OrderBy(l => l.Key).Select(l => faults[l.Key].Result(l.Key, l.Value))],
            resolution.FoundCount,
            resolution.LostCount)
        { Journal = rows };
    }

    private static async Task<int> CheckReceipts(
        Evidence evidence, CheckPlan plan, Receipts receipts, Resolution resolution, Dictionary<CheckId, Faults> faults)
    {
        if (!plan.Checks.Contains(CheckId.C3))
        {
            return 0;
        }

        int[] lines = Sample([.. resolution.All.Select(r => r.Line)], plan.Receipts, evidence.Plan.Seed);
        ConcurrentDictionary<int, V1.Receipt?> answers = new();
        await receipts.Ask(lines, (line, receipt) => answers[line] = receipt);
        foreach (int ward in evidence.Country.Wards)
        {
            ReceiptCheck.Ward(evidence, resolution.Of(ward), answers, faults[CheckId.C3]);
        }

        await receipts.Ask(Sample([.. resolution.Refused], plan.Receipts, evidence.Plan.Seed), (line, receipt) =>
        {
            if (receipt is not null)
            {
                faults[CheckId.C6].Add(Text($"report {receipt.ReportId} of {receipt.Unit} was refused and has a receipt, {receipt.Sequence}"));
            }
        });
        return lines.Length;
    }

    private static void Sequences(Evidence evidence, CheckPlan plan, Resolution resolution, FinalReadings readings, Faults faults)
    {
        foreach (int ward in evidence.Country.Wards)
        {
            long? length = plan.CountsAsUnits && readings.Of(ward) is { Epoch: 0 } reading ? reading.N : null;
            SequenceCheck.Ward(evidence.Country.Units[ward].Id, resolution.Of(ward), evidence.IsNew[ward], length, faults);
        }
    }

    private static int[] Sample(int[] lines, int count, int seed)
    {
        if (lines.Length <= count)
        {
            return lines;
        }

        new Random(seed).Shuffle(lines);
        return lines[..count];
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
