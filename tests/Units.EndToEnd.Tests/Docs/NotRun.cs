namespace Units.EndToEnd.Tests.Docs;

/// <summary>The blocks that no test runs, by their first line, with the reason.</summary>
internal static class NotRun
{
    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<(string Document, string FirstLine, string Why)> Blocks =
    [
        ("README.md", "git clone <this repository> units && cd units", "needs the repository's address; the test runs the same program, built from it"),
        ("README.md", "./test.sh", "this test is a part of it"),
        ("docs/OPERATE.md", "createuser units_owner && createuser units_app && createdb -O units_owner units",
            "needs a server of the operator's; the tests in Postgres/ migrate and run the same program on a server of their own"),
        ("docs/OPERATE.md", "echo '{}' > Silo/appsettings.Development.json",
            "writes into the clone and the user's secrets; DeskTokenTests does the same in a home of its own"),
        ("docs/INTEGRATE.md", "dotnet run --project Silo -c Release", "the test runs the same program on ports of its own"),
        ("docs/INTEGRATE.md", "export UNITS=$PWD", "said in the clone; the test sets it for every block"),
    ];

    /// <summary>True for a block in the list.</summary>
    public static bool Has(DocBlock block) => Blocks.Any(b => (b.Document, b.FirstLine) == (block.Document, block.FirstLine));
}
