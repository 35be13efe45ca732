using Units.LoadTest.Countries;
using Units.LoadTest.Load;

namespace Units.LoadTest.Checking;

/// <summary>Which reports are in the journals: those acknowledged, and of those with an unknown outcome the ones that are found.</summary>
internal sealed class Resolution
{
    private readonly List<Resolved>?[] _byWard;

    private Resolution(Country country) => _byWard = new List<Resolved>?[country.Units.Count];

    /// <summary>How many have an unknown outcome and are found.</summary>
    public int FoundCount { get; private set; }

    /// <summary>How many have an unknown outcome and are not found.</summary>
    public int LostCount { get; private set; }

    /// <summary>The originals of those that were refused whole and are in no journal for all the client knows.</summary>
    public List<int> Refused { get; } = [];

    /// <summary>All that are in a journal.</summary>
    public IEnumerable<Resolved> All => _byWard.Where(w => w is not null).SelectMany(w => w!);

    /// <summary>The reports of a ward in the order of its journal.</summary>
    public IReadOnlyList<Resolved> Of(int ward) => _byWard[ward] ?? (IReadOnlyList<Resolved>)[];

    /// <summary>Goes through the log, and asks for the receipt of what has an unknown outcome.</summary>
    /// <param name="evidence">What the client saw.</param>
    /// <param name="ask">Gives the receipt of each of some reports, from several threads; null where there is none.</param>
    public static async Task<Resolution> Make(Evidence evidence, Func<IReadOnlyCollection<int>, Action<int, V1.Receipt?>, Task> ask)
    {
        Resolution made = new(evidence.Country);
        List<int> unknown = [];
        for (int line = 0; line < evidence.Log.Count; line++)
        {
            ref SentReport report = ref evidence.Log[line];
            if (report.Original == line)
            {
                made.Judge(evidence.Log, line, unknown);
            }
        }

        await ask(unknown, (line, receipt) => made.Settle(evidence.Log, line, receipt));
        foreach (List<Resolved>? ward in made._byWard)
        {
            ward?.Sort();
        }

        return made;
    }

    private void Judge(ReportLog log, int original, List<int> unknown)
    {
        bool isUnknown = false;
        for (int line = original; line >= 0; line = log[line].Next)
        {
            ref SentReport report = ref log[line];
            if (report.Kind == ReportKind.OtherContent)
            {
                continue;
            }

            if (report.Outcome == Outcome.Acknowledged)
            {
                Add(log, new Resolved(original, report.Sequence, true));
                return;
            }

            isUnknown |= report.Outcome is Outcome.Unknown or Outcome.Pending;
        }

        (isUnknown ? unknown : Refused).Add(original);
    }

    private void Settle(ReportLog log, int line, V1.Receipt? receipt)
    {
        lock (this)
        {
            if (receipt is null)
            {
                LostCount++;
                return;
            }

            FoundCount++;
            Add(log, new Resolved(line, receipt.Sequence, false));
        }
    }

    private void Add(ReportLog log, in Resolved resolved) => (_byWard[log[resolved.Line].Ward] ??= []).Add(resolved);
}
