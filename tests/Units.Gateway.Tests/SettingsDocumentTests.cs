using Units.Gateway.Hosting;

namespace Units.Gateway.Tests;

public sealed class SettingsDocumentTests
{
    private const string Document = "docs/OPERATE.md";
    private const string Begins = "<!-- settings: written from the options by a test -->\n";
    private const string Ends = "<!-- end of settings -->\n";

    [Fact]
    public async Task The_settings_of_the_document_are_those_of_the_options()
    {
        string document = await File.ReadAllTextAsync(Repository.File(Document));
        int begin = document.IndexOf(Begins, StringComparison.Ordinal) + Begins.Length;
        int end = document.IndexOf(Ends, StringComparison.Ordinal);
        Assert.True(begin >= Begins.Length && end >= begin, $"{Document} has no place for the settings.");

        await Snapshot.Holds(Document, document[..begin] + "\n" + SettingsDocument.Write() + "\n" + document[end..]);
    }

    [Fact]
    public void Every_option_says_its_key_its_default_and_what_it_means()
    {
        IReadOnlyList<Setting> settings = SettingsDocument.Settings();

        Assert.All(settings, s => Assert.False(string.IsNullOrWhiteSpace(s.Meaning) || string.IsNullOrWhiteSpace(s.Default) || !s.Key.StartsWith("Units:", StringComparison.Ordinal), $"{s}"));
        Assert.Equal(settings.Count, settings.Select(s => s.Key).Distinct().Count());
    }

    [Fact]
    public void Every_limit_says_what_it_bounds() => Assert.Equal(
        typeof(GatewayLimits).GetFields().Length, SettingsDocument.Limits().Count(l => l.Meaning.Length > 0));
}
