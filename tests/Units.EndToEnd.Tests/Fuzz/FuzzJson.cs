using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Api;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Units.EndToEnd.Tests.Fuzz;

/// <summary>Requests as JSON over HTTP, with the shapes that only JSON can get wrong.</summary>
internal static class FuzzJson
{
    private static readonly JsonFormatter Formatter = new(JsonFormatter.Settings.Default);

    /// <summary>False where a time is out of its range: JSON has no text for it.</summary>
    public static bool CanBeWritten(IMessage message)
    {
        try
        {
            return Formatter.Format(message).Length > 0;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>The HTTP request of a message, damaged further where the dice say so.</summary>
    public static HttpRequestMessage Request(MethodDescriptor method, IMessage message, string address, Random random)
    {
        HttpRule rule = method.GetOptions().GetExtension(AnnotationsExtensions.Http);
        JsonObject fields = JsonNode.Parse(Formatter.Format(message))!.AsObject();
        bool isPost = rule.PatternCase == HttpRule.PatternOneofCase.Post;
        string path = Path(isPost ? rule.Post : rule.Get, fields, random);
        if (!isPost)
        {
            return new HttpRequestMessage(HttpMethod.Get, $"{address}{path}{Query(fields, random)}");
        }

        JsonNode body = rule.Body == "*" ? fields : fields[JsonName(method, rule.Body)]?.DeepClone() ?? new JsonObject();
        byte[] bytes = Encoding.UTF8.GetBytes(Changed(body, random).ToJsonString());
        ByteArrayContent content = new(random.Next(3) == 0 ? BytesMutator.Mutate(bytes, random) : bytes);
        content.Headers.ContentType = new("application/json");
        return new HttpRequestMessage(HttpMethod.Post, address + path) { Content = content };
    }

    private static string JsonName(MethodDescriptor method, string field) => method.InputType.FindFieldByName(field).JsonName;

    /// <summary>The path with its parameters. One that would name another route is replaced: that would test the routing of others.</summary>
    private static string Path(string pattern, JsonObject fields, Random random)
    {
        StringBuilder path = new();
        int at = 0;
        while (pattern.IndexOf('{', at) is int open and >= 0)
        {
            int close = pattern.IndexOf('}', open);
            string name = pattern[(open + 1)..close];
            string value = fields[name]?.GetValue<string>() ?? "";
            fields.Remove(name);
            bool isPlain = value.Length is > 0 and < 1000 && !value.Any(c => char.IsControl(c) || c is '/' or '\\') && value.Trim('.').Length > 0;
            path.Append(pattern, at, open - at).Append(Uri.EscapeDataString(isPlain ? value : $"x{random.Next()}"));
            at = close + 1;
        }

        return path.Append(pattern, at, pattern.Length - at).ToString();
    }

    private static string Query(JsonObject fields, Random random)
    {
        List<string> pairs = [];
        foreach ((string name, JsonNode? value) in fields)
        {
            IEnumerable<JsonNode?> values = value is JsonArray array ? array.Take(20) : [value];
            pairs.AddRange(values.Select(v =>
            {
                string text = v is JsonValue scalar && scalar.GetValueKind() == JsonValueKind.String ? scalar.GetValue<string>() : v?.ToJsonString() ?? "";
                text = random.Next(10) == 0 ? Strange.Text(random, text) : text;
                return $"{name}={Uri.EscapeDataString(text.Length < 1000 ? text : new string('x', 1000))}";
            }));
        }

        return pairs.Count == 0 ? "" : "?" + string.Join('&', pairs);
    }

    private static JsonNode Changed(JsonNode body, Random random)
    {
        if (random.Next(2) == 0 || body is not JsonObject fields || fields.Count == 0)
        {
            return body;
        }

        string name = fields.ElementAt(random.Next(fields.Count)).Key;
        fields[name] = random.Next(6) switch
        {
            0 => JsonValue.Create(random.Next()),
            1 => JsonValue.Create(random.NextDouble() * 1e300),
            2 => new JsonObject { ["x"] = new JsonArray(1, "a", null) },
            3 => null,
            4 => new JsonArray(new JsonArray(new JsonArray())),
            _ => JsonValue.Create(Strange.Text(random, name)),
        };
        fields["noSuchField"] = true;
        return fields;
    }
}
