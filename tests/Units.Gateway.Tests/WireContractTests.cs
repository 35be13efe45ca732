using System.Reflection;

namespace Units.Gateway.Tests;

public sealed class WireContractTests
{
    private static readonly Type[] Contracts = typeof(IUnitGrain).Assembly.GetTypes();

    private static IEnumerable<Type> Serializable => Contracts.Where(t => t.GetCustomAttribute<GenerateSerializerAttribute>() is not null);

    private static IEnumerable<Type> Grains => Contracts.Where(t => t.IsInterface && typeof(IAddressable).IsAssignableFrom(t)
        && t.Namespace == "Units");

    [Fact]
    public void Every_serializable_type_has_an_alias_of_its_own()
    {
        string[] aliases = [.. Serializable.Select(t => t.GetCustomAttribute<AliasAttribute>()?.Alias ?? $"missing on {t}")];

        Assert.NotEmpty(aliases);
        Assert.All(aliases, a => Assert.StartsWith("units.", a, StringComparison.Ordinal));
        Assert.Equal(aliases.Length, aliases.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Every_serializable_type_numbers_its_members_0_1_2_without_a_gap()
    {
        const BindingFlags All = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        // An exception has the members of its base type alone, which Orleans numbers.
        foreach (Type type in Serializable.Where(t => !t.IsAssignableTo(typeof(Exception))))
        {
            uint[] ids =
            [
                .. type.GetMembers(All).Select(m => m.GetCustomAttribute<IdAttribute>()).Where(i => i is not null).Select(i => i!.Id).Order(),
            ];

            Assert.True(ids.Length > 0, $"{type} has no members with an Id");
            Assert.Equal([.. Enumerable.Range(0, ids.Length).Select(i => (uint)i)], ids);
        }
    }

    [Fact]
    public void Every_grain_and_each_of_its_methods_has_an_alias()
    {
        Assert.NotEmpty(Grains);
        foreach (Type grain in Grains)
        {
            Assert.Equal("units." + grain.Name, grain.GetCustomAttribute<AliasAttribute>()?.Alias);
            Assert.All(grain.GetMethods(), m => Assert.Equal(m.Name, m.GetCustomAttribute<AliasAttribute>()?.Alias));
            Assert.Equal(grain.GetMethods().Length, grain.GetMethods().Select(m => m.Name).Distinct().Count());
        }
    }
}
