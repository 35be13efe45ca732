using System.Text.RegularExpressions;
using Units.EndToEnd.Tests.Support;
using Units.Monitor.Tests.Support;

namespace Units.Monitor.Tests;

/// <summary>That the colours of the statuses are read on what they stand on, and are told from one another by whoever sees fewer colours.</summary>
public sealed partial class ColourTests
{
    private const double ReadableText = 4.5;
    private const double PlainlyOther = 30;
    private const double Other = 10;

    private static readonly string[] Statuses = ["behind", "risk", "course", "ahead", "attained", "none"];

    private static readonly string Sheet = File.ReadAllText(Repository.File("Gateway/Monitor/Assets/look/1-colours.css"));

    /// <summary>The selectors before a status, in each theme, with that of the page.</summary>
    public static TheoryData<string, string> Themes => new()
    {
        { ":root", "" },
        { ":root[data-theme=dark]", ":root[data-theme=dark] " },
        { "  :root:not([data-theme=light])", "  :root:not([data-theme=light]) " },
    };

    [Theory]
    [MemberData(nameof(Themes))]
    public void A_status_is_readable_as_text_and_what_stands_on_it_too(string page, string before)
    {
        Colour card = Values(page)["card"];
        foreach (string status in Statuses)
        {
            Dictionary<string, Colour> colours = Values($"{before}[data-status={status}]");
            Assert.True(colours["t"].ContrastTo(card) >= ReadableText, $"{page} {status} as text");
            Assert.True(colours["o"].ContrastTo(colours["f"]) >= ReadableText, $"{page} on {status}");
        }
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Red_and_amber_and_every_other_pair_stay_apart_for_every_eye(string page, string before)
    {
        Dictionary<string, Colour> surface = Statuses.ToDictionary(s => s, s => Values($"{before}[data-status={s}]")["f"]);
        foreach (string eye in Colour.Eyes.Keys)
        {
            double worst = surface["behind"].DistanceTo(surface["risk"], eye);
            Assert.True(worst >= PlainlyOther, $"{page}: behind and at risk are {worst:0} apart for {eye}.");
            foreach (string a in Statuses)
            {
                foreach (string b in Statuses.Where(b => string.CompareOrdinal(a, b) < 0))
                {
                    double apart = surface[a].DistanceTo(surface[b], eye);
                    Assert.True(apart >= Other, $"{page}: {a} and {b} are {apart:0} apart for {eye}.");
                }
            }
        }
    }

    private static Dictionary<string, Colour> Values(string selector)
    {
        Match rule = Regex.Match(Sheet, $"^{Regex.Escape(selector)} \\{{([^}}]*)\\}}", RegexOptions.Multiline);
        Assert.True(rule.Success, $"The style sheet has no rule for {selector}.");
        return Value().Matches(rule.Groups[1].Value).ToDictionary(m => m.Groups[1].Value, m => Colour.Of(m.Groups[2].Value));
    }

    [GeneratedRegex("--([a-z-]+): (#[0-9a-f]+);")]
    private static partial Regex Value();
}
