using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Units.Gateway.Hosting;
using Units.Silo;

namespace Units.Gateway.Tests.Support;

/// <summary>Writes the reference of the settings from the options and what is said of them there.</summary>
internal static partial class SettingsDocument
{
    /// <summary>Both tables, with a line end after each line.</summary>
    public static string Write()
    {
        StringBuilder text = new("| key | environment | default | meaning |\n|---|---|---|---|\n");
        foreach (Setting s in Settings())
        {
            text.Append(CultureInfo.InvariantCulture, $"| `{s.Key}` | `{s.Key.Replace(":", "__", StringComparison.Ordinal)}` | {s.Default} | {s.Meaning} |\n");
        }

        text.Append("\nWhat is fixed, of one gateway:\n\n| limit | value | meaning |\n|---|---|---|\n");
        foreach (Setting limit in Limits())
        {
            text.Append(CultureInfo.InvariantCulture, $"| {limit.Key} | {limit.Default} | {limit.Meaning} |\n");
        }

        return text.ToString();
    }

    /// <summary>Every setting, by key.</summary>
    public static IReadOnlyList<Setting> Settings() => [.. typeof(SiloOptions).GetProperties().Select(OfSilo)
        .Concat(OfSection(typeof(GatewayOptions), GatewayOptions.Section)).OrderBy(s => s.Key, StringComparer.Ordinal)];

    /// <summary>Every fixed limit of the gateway.</summary>
    public static IEnumerable<Setting> Limits() => typeof(GatewayLimits).GetFields().Select(field => new Setting(
        Words().Replace(field.Name, m => " " + m.Value.ToLowerInvariant()).Trim(), string.Create(CultureInfo.InvariantCulture, $"{field.GetRawConstantValue():N0}"), Said(field)));

    // SiloOptions says its keys itself: its properties stand flat.
    private static Setting OfSilo(PropertyInfo property)
    {
        Match said = KeyAndDefault().Match(Said(property));
        Assert.True(said.Success, $"{property.DeclaringType!.Name}.{property.Name} does not say 'Key: <c>…</c>. Default: ….'");
        return new Setting(said.Groups[2].Value, said.Groups[3].Value, said.Groups[1].Value.Trim());
    }

    private static IEnumerable<Setting> OfSection(Type type, string section, string above = "")
    {
        foreach (PropertyInfo property in type.GetProperties())
        {
            string key = $"{section}:{property.Name}";
            string said = Said(property) is var own && Default().IsMatch(own) ? own : above;
            if (property.PropertyType.Namespace == type.Namespace)
            {
                foreach (Setting setting in OfSection(property.PropertyType, key, said))
                {
                    yield return setting;
                }

                continue;
            }

            Match parts = Default().Match(said);
            Assert.True(parts.Success, $"{type.Name}.{property.Name} does not say 'Default: ….'");
            bool isList = property.PropertyType != typeof(string) && typeof(System.Collections.IEnumerable).IsAssignableFrom(property.PropertyType);
            yield return new Setting(isList ? $"{key}:0" : key, parts.Groups[2].Value, parts.Groups[1].Value.Trim());
        }
    }

    /// <summary>The summary of a member, in Markdown.</summary>
    private static string Said(MemberInfo member)
    {
        char kind = member is FieldInfo ? 'F' : 'P';
        XElement? summary = XDocument.Load(Path.ChangeExtension(member.DeclaringType!.Assembly.Location, "xml")).Descendants("member")
            .FirstOrDefault(m => m.Attribute("name")!.Value == $"{kind}:{member.DeclaringType.FullName}.{member.Name}")?.Element("summary");
        Assert.True(summary is not null, $"{member.DeclaringType.Name}.{member.Name} has no summary.");
        string text = string.Concat(summary.Nodes().Select(node => node switch
        {
            XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
            XElement see => $"`{see.Attribute("cref")?.Value.Split('.')[^1]}`",
            _ => node.ToString(),
        }));
        return Space().Replace(text, " ").Trim().Replace("|", "\\|", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^(.*?)\s*Key: `([^`]+)`\. Default: (.*)\.$")]
    private static partial Regex KeyAndDefault();

    [GeneratedRegex(@"^(.*?)\s*Default: (.*)\.$")]
    private static partial Regex Default();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex("(?<=[a-z])[A-Z]")]
    private static partial Regex Words();
}
