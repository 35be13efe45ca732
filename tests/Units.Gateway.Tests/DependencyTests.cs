using System.Reflection;
using Units.Gateway.Tests.Support;

namespace Units.Gateway.Tests;

public sealed class DependencyTests
{
    private static readonly string[] Drivers = ["Npgsql", "Microsoft.Data.Sqlite", "SQLitePCLRaw"];

    [Fact]
    public void The_contracts_depend_on_the_Orleans_SDK_alone() => Assert.All(
        References("Units.Grains.Interfaces").Where(r => !IsFramework(r)), r => Assert.StartsWith("Orleans.", r, StringComparison.Ordinal));

    [Fact]
    public void The_gateway_knows_the_contracts_and_never_the_grains()
    {
        string[] references = References("Units.Gateway");

        Assert.Contains("Units.Grains.Interfaces", references);
        Assert.DoesNotContain("Units.Grains", references);
        Assert.DoesNotContain("Units.Silo", references);
        Assert.DoesNotContain("Orleans.Runtime", references);
        Assert.All(Drivers.Except(["Npgsql"]), d => Assert.DoesNotContain(references, r => r.StartsWith(d, StringComparison.Ordinal)));
    }

    [Fact]
    public void Of_the_gateway_only_its_program_knows_how_silos_are_found_and_the_driver_for_it()
    {
        string[] knowing = [.. Directory.GetFiles(Repository.File("Gateway"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal))
            .Where(f => File.ReadAllText(f) is var text && (text.Contains("using Npgsql;", StringComparison.Ordinal) || text.Contains("AdoNet", StringComparison.Ordinal)))
            .Select(f => Path.GetFileName(f))];

        Assert.Equal(["Program.cs"], knowing);
    }

    [Fact]
    public void The_grains_know_neither_gateway_nor_web_nor_drivers()
    {
        string[] references = References("Units.Grains");

        Assert.All(
            (string[])["Units.Gateway", "Units.Silo", "Microsoft.AspNetCore", "Grpc", "Google.", .. Drivers],
            forbidden => Assert.DoesNotContain(references, r => r.StartsWith(forbidden, StringComparison.Ordinal)));
    }

    private static string[] References(string assembly) =>
        [.. Assembly.Load(assembly).GetReferencedAssemblies().Select(a => a.Name!)];

    private static bool IsFramework(string name) =>
        name.StartsWith("System", StringComparison.Ordinal) || name is "netstandard" or "mscorlib"
        || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal);
}
