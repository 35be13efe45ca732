using System.CommandLine;
using System.CommandLine.Parsing;
using Units.LoadTest.Checking;
using Units.LoadTest.Countries;
using Units.LoadTest.Load;
using Units.LoadTest.Output;

namespace Units.LoadTest.Commands;

/// <summary>The options of a run, and the plan that they make.</summary>
/// <param name="measures">How many measures are reported where nothing is said.</param>
/// <param name="rate">Reports a second where nothing is said.</param>
/// <param name="watchers">How many watchers there are where nothing is said.</param>
internal sealed class PlanOptions(int measures, double rate, int watchers)
{
    private readonly Option<string[]> _grpc = new("--grpc") { Description = "Address of a gateway, as http://localhost:5081; may be given several times.", Required = true };
    private readonly Option<string> _country = new("--country") { Description = $"{CountryNames.Known}.", DefaultValueFactory = _ => "since-2025" };
    private readonly Option<int> _measures = new("--measures") { Description = "How many measures are reported.", DefaultValueFactory = _ => measures };
    private readonly Option<int> _months = new("--months") { Description = "About how many months; 1 measure and 1 month feed one cell of the root.", DefaultValueFactory = _ => 1 };
    private readonly Option<int> _entries = new("--entries") { Description = "Entries of a report, each on a measure of its own.", DefaultValueFactory = _ => 1 };
    private readonly Option<ArrivalKind> _arrivals = new("--arrivals")
    {
        Description = "constant, poisson, month-end (60 % in the last fifth), or max (as fast as answers come).",
        CustomParser = Arrival,
        DefaultValueFactory = _ => ArrivalKind.Poisson,
    };

    private readonly Option<double> _rate = new("--rate") { Description = "Reports a second, on average.", DefaultValueFactory = _ => rate };
    private readonly Option<int> _inFlight = new("--in-flight") { Description = "With --arrivals max, the most without an answer.", DefaultValueFactory = _ => 2_000 };
    private readonly Option<double> _seconds = new("--seconds") { Description = "How long it measures.", DefaultValueFactory = _ => 10 };
    private readonly Option<double> _warmup = new("--warmup") { Description = "Seconds of load before that.", DefaultValueFactory = _ => 0 };
    private readonly Option<TargetChoice> _targets = new("--targets")
    {
        Description = "uniform, zipf, or one-hot.",
        CustomParser = Target,
        DefaultValueFactory = _ => TargetChoice.Uniform,
    };

    private readonly Option<bool> _unary = new("--unary") { Description = "A call for each report, instead of streams." };
    private readonly Option<int> _connections = new("--connections") { Description = "HTTP/2 connections, a stream on each.", DefaultValueFactory = _ => 4 };
    private readonly Option<double> _repeats = new("--repeats") { Description = "Share of reports that repeat an earlier one, 0 to 1." };
    private readonly Option<double> _corrections = new("--corrections") { Description = "Share of reports that correct, 0 to 1." };
    private readonly Option<double> _bad = new("--bad") { Description = "Share of reports with a bad row or a reused id, 0 to 1." };
    private readonly Option<int> _watchers = new("--watchers") { Description = "Watchers of the root and the provinces in turn.", DefaultValueFactory = _ => watchers };
    private readonly Option<int> _seed = new("--seed") { Description = "Where chance starts.", DefaultValueFactory = _ => 1 };
    private readonly Option<string> _sql = new("--sql") { Description = "The journal, for C7: the path of units.db, or a connection string of PostgreSQL." };
    private readonly Option<bool> _checkAll = new("--check-all") { Description = "Ask for every receipt; without it a seeded sample of 50,000 where there are more." };
    private readonly Option<string[]> _require = new("--require") { Description = "What a figure has to be, as 'p99_ack_ms<50'; may be given several times." };
    private readonly Option<bool> _json = new("--json") { Description = "The last line is the result as one JSON object." };

    /// <summary>All of them.</summary>
    public IReadOnlyList<Option> All =>
    [
        _grpc, _country, _measures, _months, _entries, _arrivals, _rate, _inFlight, _seconds, _warmup, _targets, _unary, _connections,
        _repeats, _corrections, _bad, _watchers, _seed, _sql, _checkAll, _require, _json,
    ];

    /// <summary>The plan.</summary>
    public LoadPlan Plan(ParseResult given) => new()
    {
        Gateways = given.GetRequiredValue(_grpc),
        Country = CountryNames.Of(given.GetRequiredValue(_country)),
        Measures = given.GetValue(_measures),
        Months = given.GetValue(_months),
        EntriesPerReport = given.GetValue(_entries),
        Arrivals = given.GetValue(_arrivals),
        Rate = given.GetValue(_rate),
        InFlight = given.GetValue(_inFlight),
        Duration = TimeSpan.FromSeconds(given.GetValue(_seconds)),
        Warmup = TimeSpan.FromSeconds(given.GetValue(_warmup)),
        Targets = given.GetValue(_targets),
        Streamed = !given.GetValue(_unary),
        Connections = given.GetValue(_connections),
        Repeats = given.GetValue(_repeats),
        Corrections = given.GetValue(_corrections),
        Bad = given.GetValue(_bad),
        Watchers = given.GetValue(_watchers),
        Seed = given.GetValue(_seed),
    };

    /// <summary>What is checked.</summary>
    public CheckPlan Checks(ParseResult given)
    {
        CheckPlan plan = new() { Journal = given.GetValue(_sql) };
        return given.GetValue(_checkAll) ? plan with { Receipts = int.MaxValue } : plan;
    }

    /// <summary>What is required.</summary>
    public IReadOnlyList<Threshold> Required(ParseResult given) => [.. (given.GetValue(_require) ?? []).Select(Threshold.Parse)];

    /// <summary>Whether JSON is wanted.</summary>
    public bool Json(ParseResult given) => given.GetValue(_json);

    private static ArrivalKind Arrival(ArgumentResult said) => said.Tokens[0].Value switch
    {
        "constant" => ArrivalKind.Constant,
        "poisson" => ArrivalKind.Poisson,
        "month-end" => ArrivalKind.MonthEnd,
        "max" => ArrivalKind.Max,
        string other => Unknown<ArrivalKind>(said, $"'{other}' are no arrivals: say constant, poisson, month-end or max."),
    };

    private static TargetChoice Target(ArgumentResult said) => said.Tokens[0].Value switch
    {
        "uniform" => TargetChoice.Uniform,
        "zipf" => TargetChoice.Zipf,
        "one-hot" => TargetChoice.OneHot,
        string other => Unknown<TargetChoice>(said, $"'{other}' are no targets: say uniform, zipf or one-hot."),
    };

    private static T Unknown<T>(ArgumentResult said, string message)
        where T : struct
    {
        said.AddError(message);
        return default;
    }
}
