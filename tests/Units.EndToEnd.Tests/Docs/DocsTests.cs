using System.Diagnostics;
using System.Text.RegularExpressions;
using Google.Protobuf.Reflection;
using Units.EndToEnd.Tests.Support;
using Units.Gateway.Errors;
using Xunit;

namespace Units.EndToEnd.Tests.Docs;

/// <summary>What README.md and docs/*.md say to do, done word for word.</summary>
public sealed partial class DocsTests(ITestOutputHelper output)
{
    private static readonly IReadOnlyDictionary<string, IReadOnlyList<DocBlock>> Documents = Directory.GetFiles(Repository.File("docs"), "*.md")
        .Select(file => "docs/" + Path.GetFileName(file)).Prepend("README.md").ToDictionary(document => document, DocBlock.Read);

    // Of gRPC, and of its health service.
    private static readonly IEnumerable<string> Statuses =
    [
        "NOT_SERVING", .. Enum.GetNames<Google.Rpc.Code>().Select(name => Humps().Replace(name, "_").ToUpperInvariant()),
    ];

    /// <summary>The documents that have blocks.</summary>
    public static TheoryData<string> WithBlocks => [.. Documents.Where(d => d.Value.Count > 0).Select(d => d.Key).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(WithBlocks))]
    public async Task Every_snippet_runs_in_order_and_prints_what_is_shown(string document)
    {
        await using UnitsProcess units = await UnitsProcess.Started(sampleData: true);
        await units.Line("sample data:");
        await using DocRun run = new(units);
        DocBlock[] blocks = [.. Documents[document].Where(b => !NotRun.Has(b))];
        if (blocks.Any(b => b.Text.Contains("npm install", StringComparison.Ordinal)))
        {
            run.PinPackages();
        }

        for (int i = 0; i < blocks.Length; i++)
        {
            long start = Stopwatch.GetTimestamp();
            await run.Do(blocks[i], i + 1 < blocks.Length && blocks[i + 1].IsOutput ? blocks[i + 1] : null);
            output.WriteLine($"{Stopwatch.GetElapsedTime(start).TotalSeconds,5:0.0} s  {blocks[i]}");
        }
    }

    [Fact]
    public void Every_snippet_runs_or_is_listed_with_the_reason()
    {
        foreach (IReadOnlyList<DocBlock> blocks in Documents.Values)
        {
            for (int i = 0; i < blocks.Count; i++)
            {
                DocBlock? before = i == 0 ? null : blocks[i - 1];
                bool isOutput = blocks[i].IsOutput && before is { IsCommand: true } or { IsOpened: true } && !NotRun.Has(before);
                bool isDone = blocks[i].IsCommand || blocks[i].File is not null || blocks[i].Append is not null || isOutput;
                Assert.True(NotRun.Has(blocks[i]) || isDone, $"{blocks[i]} is neither run nor listed in NotRun.");
                // Whatever asks the process shows what it answers: a refusal, too, ends curl with 0.
                bool asks = blocks[i].IsEventual || blocks[i].IsCut || (blocks[i].IsCommand && blocks[i].Text.Contains("curl ", StringComparison.Ordinal));
                Assert.True(!asks || (i + 1 < blocks.Count && blocks[i + 1].IsOutput), $"{blocks[i]} does not show what it prints.");
            }
        }
    }

    [Fact]
    public void Every_listed_snippet_exists_once()
    {
        foreach ((string document, string firstLine, string why) in NotRun.Blocks)
        {
            Assert.Single(Documents[document], block => block.FirstLine == firstLine);
            Assert.NotEmpty(why);
        }
    }

    [Fact]
    public void Two_commands_start_and_test_it()
    {
        // From the demo country on it is about more than starting it.
        int beyond = Documents["README.md"].First(b => b.FirstLine.EndsWith("-- demo", StringComparison.Ordinal)).Line;
        int tested = Documents["README.md"].Single(b => b.FirstLine == "./test.sh").Line;
        string[] commands = [.. Documents["README.md"].Where(b => NotRun.Has(b) && (b.Line < beyond || b.Line == tested)).SelectMany(b => b.Text.Trim().Split('\n'))];

        Assert.Equal(["git clone <this repository> units && cd units", "dotnet run --project Silo -c Release", "./test.sh"], commands);
    }

    [Fact]
    public void Every_link_leads_to_a_file()
    {
        foreach (string document in Documents.Keys)
        {
            string text = Blocks().Replace(File.ReadAllText(Repository.File(document)), "");
            foreach (Match link in Link().Matches(text))
            {
                string target = Path.Combine(Repository.Root, Path.GetDirectoryName(document)!, link.Groups[1].Value);
                Assert.True(Path.Exists(target), $"{document} links to {link.Groups[1].Value}, which is not there.");
            }
        }
    }

    [Fact]
    public void Every_reason_status_and_choice_that_is_named_exists()
    {
        HashSet<string> known = new(ErrorCatalogue.All.Keys.Concat(Statuses).Concat(Choices()), StringComparer.Ordinal);
        foreach (string document in Documents.Keys)
        {
            foreach (Match name in Named().Matches(Blocks().Replace(File.ReadAllText(Repository.File(document)), "")))
            {
                Assert.True(known.Contains(name.Groups[1].Value), $"{document} names {name.Groups[1].Value}, which does not exist.");
            }
        }
    }

    [Fact]
    public void Every_call_has_its_guarantees()
    {
        string text = File.ReadAllText(Repository.File("docs/GUARANTEES.md"));
        Assert.All(
            Fuzz.FuzzMethods.All,
            m => Assert.True(
                text.Contains($"`{m.Service.Name}.{m.Name}`", StringComparison.Ordinal) || text.Contains($", `{m.Name}`", StringComparison.Ordinal), m.FullName));
    }

    [Theory]
    [InlineData("json", """{ "a": "1", … }""", """{"a":"1","b":"x y"}""", true)]
    [InlineData("json", """{ "a": "…" }""", """{"a":"1 2"}""", true)]
    [InlineData("json", """{ "a": "1 2" }""", """{"a":"12"}""", false)]
    [InlineData("json", """{ "a": "1" }""", """{"a":"1","b":"2"}""", false)]
    [InlineData("text", "one\n…\nthree", "one\ntwo\nthree\n", true)]
    [InlineData("text", "one", "one two", false)]
    public void Only_an_ellipsis_leaves_something_out(string language, string shown, string printed, bool matches) =>
        Assert.Equal(matches, Shown.Matches(language, shown, printed));

    private static IEnumerable<string> Choices() =>
        from file in (FileDescriptor[])[V1.ReportServiceReflection.Descriptor, V1.TotalServiceReflection.Descriptor,
            V1.UnitServiceReflection.Descriptor, V1.CatalogServiceReflection.Descriptor, V1.PlanServiceReflection.Descriptor]
        from known in file.Dependencies.Prepend(file)
        from choice in known.EnumTypes
        from value in choice.Values
        select value.Name;

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex Humps();

    [GeneratedRegex("`(?!OTEL_)([A-Z]{2,}(?:_[A-Z]+)+|OK|INTERNAL|UNAVAILABLE)`")]
    private static partial Regex Named();

    [GeneratedRegex("^```.*?^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)")]
    private static partial Regex Link();
}
