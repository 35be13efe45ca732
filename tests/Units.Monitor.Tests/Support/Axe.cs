using System.Text.Json;
using Units.EndToEnd.Tests.Support;

namespace Units.Monitor.Tests.Support;

/// <summary>Looks at a page for what keeps people out: WCAG 2.2, levels A and AA, by axe-core.</summary>
internal sealed class Axe
{
    private const string Tags = "wcag2a,wcag2aa,wcag21a,wcag21aa,wcag22aa";

    private readonly string _script;

    private Axe(string script) => _script = script;

    /// <summary>Installs it by the lock file, outside the tree.</summary>
    public static async Task<Axe> Install()
    {
        using TestDirectory directory = new();
        foreach (string file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Node")))
        {
            File.Copy(file, directory.File(Path.GetFileName(file)));
        }

        await Command.Output(directory.Path, "npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts");
        return new Axe(await File.ReadAllTextAsync(Path.Combine(directory.Path, "node_modules", "axe-core", "axe.min.js")));
    }

    /// <summary>What it finds: rule, and what breaks it. Nothing on a page that is as it must be.</summary>
    public IReadOnlyList<string> Look(Browser browser)
    {
        // From outside the page: its policy would refuse the script, as it should.
        if (browser.Run("return typeof axe === 'undefined'") is true)
        {
            browser.Run(_script);
        }

        string found = (string)browser.RunAsync(
            "const done = arguments[arguments.length - 1];" +
            "axe.run(document, { runOnly: arguments[0].split(','), resultTypes: ['violations'], preload: false })" +
            ".then(r => done(JSON.stringify(r.violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160) + ' – ' + n.failureSummary.slice(0, 300)).join(' | ')))), e => done(JSON.stringify([String(e)])))",
            Tags)!;
        return JsonSerializer.Deserialize<string[]>(found)!;
    }
}
