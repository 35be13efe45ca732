using System.Text.RegularExpressions;
using Xunit;

namespace Units.EndToEnd.Tests.Docs;

/// <summary>A fenced block of a document.</summary>
/// <param name="Document">The path of the document from the root.</param>
/// <param name="Line">The line of its fence.</param>
/// <param name="Info">What stands behind the fence: the language, then what only the source shows, such as file=client.mjs.</param>
/// <param name="Text">What stands in it, with a line end after each line.</param>
internal sealed partial record DocBlock(string Document, int Line, string Info, string Text)
{
    /// <summary>The language; empty where none is said.</summary>
    public string Language => Info.Split(' ')[0];

    /// <summary>Its first line.</summary>
    public string FirstLine => Text.Split('\n')[0];

    /// <summary>Written to this file.</summary>
    public string? File => Value("file");

    /// <summary>Added to the end of this file.</summary>
    public string? Append => Value("append");

    /// <summary>How its command ends: 0 where nothing is said.</summary>
    public int ExitCode => int.Parse(Value("exit") ?? "0", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Its command is given again until it prints what is shown.</summary>
    public bool IsEventual => Has("eventually");

    /// <summary>Its connection is also cut in the middle of a stream, and it must go on.</summary>
    public bool IsCut => Has("cut");

    /// <summary>A page that is opened.</summary>
    public bool IsOpened => Has("open");

    /// <summary>A command.</summary>
    public bool IsCommand => Language == "bash" && File is null && Append is null;

    /// <summary>What the command or page before it prints.</summary>
    public bool IsOutput => Language is "json" or "text" && File is null;

    /// <summary>Where it stands.</summary>
    public override string ToString() => $"{Document}:{Line} ({FirstLine})";

    /// <summary>All blocks of a document, in order.</summary>
    public static IReadOnlyList<DocBlock> Read(string document)
    {
        List<DocBlock> blocks = [];
        string[] lines = System.IO.File.ReadAllLines(Support.Repository.File(document));
        for (int i = 0; i < lines.Length; i++)
        {
            Match fence = Fence().Match(lines[i]);
            if (!fence.Success)
            {
                continue;
            }

            int end = Array.IndexOf(lines, fence.Groups[1].Value, i + 1);
            Assert.True(end > 0, $"{document}:{i + 1}: the block has no end.");
            blocks.Add(new DocBlock(document, i + 1, fence.Groups[2].Value.Trim(), string.Concat(lines[(i + 1)..end].Select(l => l + "\n"))));
            i = end;
        }

        return blocks;
    }

    private bool Has(string word) => Info.Split(' ').Contains(word);

    private string? Value(string key) =>
        Info.Split(' ').Where(w => w.StartsWith(key + "=", StringComparison.Ordinal)).Select(w => w[(key.Length + 1)..]).SingleOrDefault();

    [GeneratedRegex("^(`{3,})([^`]*)$")]
    private static partial Regex Fence();
}
