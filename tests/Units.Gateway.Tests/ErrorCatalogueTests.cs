using System.Text.RegularExpressions;

namespace Units.Gateway.Tests;

public sealed partial class ErrorCatalogueTests
{
    [Fact]
    public void Every_reason_has_an_entry_and_every_entry_a_reason()
    {
        IEnumerable<string> reasons = typeof(Reasons).GetFields().Concat(typeof(PlanReasons).GetFields()).Concat(typeof(TargetReasons).GetFields()).Concat(typeof(GatewayReasons).GetFields())
            .Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!);

        Assert.Equal(reasons.Order(StringComparer.Ordinal), ErrorCatalogue.All.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_reason_is_said_in_Vietnamese_and_in_English_with_the_same_arguments()
    {
        foreach (ErrorKind kind in ErrorCatalogue.All.Values)
        {
            Assert.Matches("^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$", kind.Reason);
            Assert.False(string.IsNullOrWhiteSpace(kind.Vi), kind.Reason);
            Assert.False(string.IsNullOrWhiteSpace(kind.En), kind.Reason);
            Assert.NotEqual(kind.Vi, kind.En);
            Assert.True(kind.Vi.Any(c => c > 127), $"{kind.Reason} is not said in Vietnamese");
            Assert.True(Arguments().Count(kind.En) <= 5 && Arguments().Count(kind.Vi) <= 5, kind.Reason);
            Assert.NotEmpty(ErrorText.Sentence(Language.Vi, kind.Reason, []));
            Assert.NotEmpty(ErrorText.Sentence(Language.En, kind.Reason, ["{0}", "{5}", "{"]));
        }
    }

    [Theory]
    [InlineData("", "vi")]
    [InlineData("en", "en")]
    [InlineData("en-US,en;q=0.9", "en")]
    [InlineData("vi-VN,vi;q=0.9,en;q=0.8", "vi")]
    [InlineData("fr;q=1, en;q=0.3, vi;q=0.2", "en")]
    [InlineData("en;q=0, de", "vi")]
    [InlineData("de", "vi")]
    [InlineData("english", "vi")]
    [InlineData(";;;,,=", "vi")]
    public void The_language_is_the_one_the_caller_prefers_of_the_two_there_are(string header, string locale) =>
        Assert.Equal(locale, Languages.Choose([header]).Locale());

    [Fact]
    public void A_long_value_is_cut_and_never_in_the_middle_of_a_character()
    {
        string shown = ErrorText.Shown(new string('a', 99) + "😀" + new string('b', 1000));

        Assert.Equal(new string('a', 99) + "…", shown);
        Assert.Equal(shown, ErrorText.Shown(shown));
    }

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Arguments();
}
