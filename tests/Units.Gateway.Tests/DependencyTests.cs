using System.Reflection;

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
        Assert.All(Drivers, d => Assert.DoesNotContain(references, r => r.StartsWith(d, StringComparison.Ordinal)));
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
