using System.Globalization;

namespace Units.LoadTest.Checking;

/// <summary>C4: the sequences of a unit have no gap, and no two reports share one.</summary>
internal static class SequenceCheck
{
    /// <summary>What is wrong with the sequences of a ward's reports.</summary>
    /// <param name="unit">The id of the ward.</param>
    /// <param name="reports">Its reports in the order of its journal.</param>
    /// <param name="isNew">True where its journal began with the run, so that the first sequence is 1.</param>
    /// <param name="length">The length of its journal as the server says; null where that is not known.</param>
    /// <param name="faults">Where what is wrong goes.</param>
    public static void Ward(string unit, IReadOnlyList<Resolved> reports, bool isNew, long? length, Faults faults)
    {
        if (reports.Count == 0)
        {
            return;
        }

        if (isNew && reports[0].Sequence != 1)
        {
            faults.Add(Text($"{unit}: its journal began with the run, and the first sequence is {reports[0].Sequence}"));
        }

        for (int i = 1; i < reports.Count; i++)
        {
            if (reports[i].Sequence != reports[i - 1].Sequence + 1)
            {
                faults.Add(Text($"{unit}: {reports[i].Sequence} comes after {reports[i - 1].Sequence}"));
            }
        }

        if (length is { } n && n != reports[^1].Sequence)
        {
            faults.Add(Text($"{unit}: its journal has {n} reports, and the last that the client knows of is {reports[^1].Sequence}"));
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
