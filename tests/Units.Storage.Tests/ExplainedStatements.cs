using System.Text.RegularExpressions;
using Units.TestSupport;

namespace Units.Storage.Tests;

/// <summary>The plans of what the product asked in one database, as <c>auto_explain</c> writes them into the log of the server.</summary>
internal static partial class ExplainedStatements
{
    /// <summary>What a database is told so that its sessions log the plan of every statement.</summary>
    public static string Setting(string database) =>
        $"ALTER DATABASE {database} SET session_preload_libraries = 'auto_explain'; ALTER DATABASE {database} SET auto_explain.log_min_duration = 0";

    /// <summary>How many plans of a database a log has.</summary>
    public static int Count(string log, string database) => Plans(log, database).Count();

    /// <summary>The steps that go over rows of the journal and do not begin at a unit, each with its statement: what they cost grows with the country and not with the question.</summary>
    public static IReadOnlyList<string> WalksOverAllUnits(string log, string database) =>
        [.. Plans(log, database).Where(plan => Steps(plan).Any(IsOverAllUnits)).Distinct()];

    // Each message begins with its role and database; what belongs to it is indented. What tests ask beside the product is asked under another role.
    private static IEnumerable<string> Plans(string log, string database) =>
        Message().Matches(log).Where(m => m.Groups["asker"].Value == $"{PostgresServer.Runtime}@{database}").Select(m => m.Groups["plan"].Value);

    private static string[] Steps(string plan) => plan.Split("->");

    private static bool IsOverAllUnits(string step) => JournalScan().IsMatch(step) && !BeginsAtUnit().IsMatch(step);

    [GeneratedRegex(@"^(?<asker>[\w@]+) LOG:  duration: [\d.]+ ms  plan:\n(?<plan>(?:\t.*\n)+)", RegexOptions.Multiline)]
    private static partial Regex Message();

    [GeneratedRegex(@" on (units\.)?journal\b")]
    private static partial Regex JournalScan();

    [GeneratedRegex(@"Index Cond: \(+(\w+\.)?unit = ")]
    private static partial Regex BeginsAtUnit();
}
