namespace Units.EndToEnd.Tests.Docs;

/// <summary>The blocks that no test runs, by their first line, with the reason.</summary>
internal static class NotRun
{
    /// <summary>Why the blocks of a cluster by hand are not run.</summary>
    public const string InCluster = "is for terminals of their own; the tests in Clusters/ run silos and a gateway with the same settings";

    private const string CreateDatabase = "createuser units_owner && createuser units_app && createdb -O units_owner units";
    private const string AtDesk = "writes into the clone and the user's secrets; DeskTokenTests does the same in a home of its own";
    private const string OnServer = "needs a server of the operator's; the tests in Postgres/ migrate and run the same program on a server of their own";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<(string Document, string FirstLine, string Why)> Blocks =
    [
        ("README.md", "git clone <this repository> units && cd units", "needs the repository's address; the test runs the same program, built from it"),
        ("README.md", "./test.sh", "this test is a part of it"),
        ("README.md", "dotnet run --project Silo -c Release -- demo", "fills a whole country; Units.Monitor.Tests starts the same verb with two provinces, and docs/images/take.sh with all"),
        ("README.md", "sudo -u postgres psql -c \"CREATE ROLE units_owner LOGIN PASSWORD 'first'\" -c \"CREATE ROLE units_app LOGIN PASSWORD 'second'\" -c \"CREATE DATABASE units OWNER units_owner\"", OnServer),
        ("README.md", "echo '{}' > Silo/appsettings.Development.json && mkdir -p .units", AtDesk),
        ("README.md", "export Units__Storage__Provider=Postgres Units__Storage__ConnectionString='Host=localhost;Database=units;Username=units_app;Password=second'", InCluster),
        ("README.md", "Units__Http__Url=http://localhost:8082 Units__Grpc__Url=http://localhost:8083 dotnet run --no-build --project Silo -c Release", InCluster),
        ("README.md", "Units__Silo__Port=11112 Units__Silo__GatewayPort=30001 Units__Http__Url=http://localhost:8084 Units__Grpc__Url=http://localhost:8085 dotnet run --no-build --project Silo -c Release", InCluster),
        ("README.md", "dotnet run --no-build --project Gateway -c Release", InCluster),
        ("README.md", "call() { curl -sS -H \"Authorization: Bearer $(cat .units/token)\" \"http://localhost:8080/v1/$1\" \"${@:2}\"; }", InCluster),
        ("README.md", "{…, \"measure\": \"jobs\", \"value\": \"3650\", …}", InCluster),
        ("docs/OPERATE.md", CreateDatabase, OnServer),
        ("docs/OPERATE.md", "dotnet run --project Silo -c Release -- backup /var/backups/units", "needs the operator's directory; Operations/BackupTests does it"),
        ("docs/OPERATE.md", "pg_dump --username=units_owner --dbname=units --schema=units --format=custom --file=/var/backups/units.dump",
            "needs the operator's server; Operations/BackupTests does it on a server of its own"),
        ("docs/OPERATE.md", "install -d /srv/units && cp /var/backups/units/units-20261128T090000Z.db /srv/units/units.db", "needs that backup; Operations/BackupTests does it"),
        ("docs/OPERATE.md", "createdb --owner=units_owner units_restored", "needs that dump; Operations/BackupTests does it"),
        ("docs/OPERATE.md", "table inet units {", "needs machines of those addresses"),
        ("docs/OPERATE.md", "apiVersion: networking.k8s.io/v1", "needs a Kubernetes cluster"),
        ("docs/OPERATE.md", "echo '{}' > Silo/appsettings.Development.json", AtDesk),
        ("docs/INTEGRATE.md", "dotnet run --project Silo -c Release", "the test runs the same program on ports of its own"),
        ("docs/TOUR.md", "dotnet run --project Silo -c Release", "the test runs the same program on ports of its own"),
        ("docs/INTEGRATE.md", "export UNITS=$PWD", "said in the clone; the test sets it for every block"),
    ];

    /// <summary>True for a block in the list.</summary>
    public static bool Has(DocBlock block) => Blocks.Any(b => (b.Document, b.FirstLine) == (block.Document, block.FirstLine));
}
