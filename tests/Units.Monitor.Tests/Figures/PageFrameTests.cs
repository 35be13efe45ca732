using System.Text;
using System.Text.Json;
using Units.Gateway.Errors;
using Units.Gateway.Monitor.Live;
using Units.Gateway.Monitor.Views;

namespace Units.Monitor.Tests.Figures;

/// <summary>A frame tells a page that was shown the one before what is other than in it, and any other page all of it.</summary>
public sealed class PageFrameTests
{
    private const int Rows = 12;

    [Fact]
    public void A_page_that_was_shown_the_frame_before_is_sent_the_fields_that_changed_and_any_other_page_all()
    {
        PageFrame first = new(new UnitVersion(1, 1), _ => Parts("1.1", ["r-a", "r-b"], ("r-a", "1", "x"), ("r-b", "2", "x")), null);
        Text(first, Language.Vi, null);
        PageFrame second = new(new UnitVersion(1, 2), _ => Parts("1.2", ["r-a", "r-b"], ("r-a", "1", "x"), ("r-b", "3", "x")), first);

        Assert.Equal("""{"at":"","v":"1.2","g":{"r-b":{"n":"3"}}}""", Text(second, Language.Vi, first.Mark));
        Assert.Equal(
            """{"at":"","v":"1.2","g":{"r-a":{"n":"1","w":"x"},"r-b":{"n":"3","w":"x"}},"ranked":["r-a","r-b"]}""", Text(second, Language.Vi, second.Mark));
        Assert.Equal(Text(second, Language.Vi, null), Text(second, Language.Vi, new object()));
        // Nobody was shown the one before in English.
        Assert.Equal(Text(second, Language.En, null), Text(second, Language.En, first.Mark));
    }

    [Fact]
    public void However_often_a_page_skips_frames_it_ends_with_what_a_new_page_is_shown()
    {
        for (int seed = 0; seed < 50; seed++)
        {
            Random random = new(seed);
            Dictionary<string, string> page = [];
            PageFrame? last = null;
            object? shown = null;
            for (int n = 1; n <= 40; n++)
            {
                PageFrame frame = new(new UnitVersion(1, n), _ => Chance(random, n), last);
                Text(frame, Language.Vi, null);
                if (n == 40 || random.Next(3) > 0)
                {
                    Apply(page, Text(frame, Language.Vi, shown));
                    shown = frame.Mark;
                }

                last = frame;
            }

            Dictionary<string, string> fresh = [];
            Apply(fresh, Text(last!, Language.Vi, null));
            Assert.All(fresh, field => Assert.Equal(field.Value, page[field.Key]));
        }
    }

    private static PageParts Parts(string version, string[] ranked, params (string Key, string Number, string Word)[] rows) => new(
        "", version, [.. rows.Select(r => new LiveGroup(r.Key, [new("n", r.Number), new("w", r.Word)]))], ranked, []);

    // Rows come and go, numbers change, and so does the order.
    private static PageParts Chance(Random random, int n)
    {
        (string, string, string)[] rows = [.. Enumerable.Range(0, Rows).Where(_ => random.Next(8) > 0)
            .Select(r => ($"r-{r}", random.Next(3).ToString(System.Globalization.CultureInfo.InvariantCulture), random.Next(2) == 0 ? "x" : "y"))];
        string[] order = [.. rows.Select(r => r.Item1)];
        if (random.Next(2) == 0)
        {
            random.Shuffle(order);
        }

        return Parts($"1.{n}", order, rows);
    }

    private static string Text(PageFrame frame, Language language, object? shown) => Encoding.UTF8.GetString(frame.In(language, shown).Span) + "}";

    // As the page's script does it.
    private static void Apply(Dictionary<string, string> page, string frame)
    {
        using JsonDocument json = JsonDocument.Parse(frame);
        foreach (JsonProperty group in json.RootElement.GetProperty("g").EnumerateObject())
        {
            foreach (JsonProperty field in group.Value.EnumerateObject())
            {
                page[$"{group.Name} {field.Name}"] = field.Value.GetString()!;
            }
        }

        page["v"] = json.RootElement.GetProperty("v").GetString()!;
        if (json.RootElement.TryGetProperty("ranked", out JsonElement ranked))
        {
            page["ranked"] = ranked.ToString();
        }
    }
}
