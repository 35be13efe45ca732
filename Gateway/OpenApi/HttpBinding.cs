using System.Text.RegularExpressions;
using Google.Api;
using Google.Protobuf.Reflection;

namespace Units.Gateway.OpenApi;

/// <summary>How a method is called over HTTP: its rule, and where each field of its request travels.</summary>
/// <param name="Method">The method.</param>
/// <param name="Verb">GET or POST.</param>
/// <param name="Path">The path with its fields in braces.</param>
/// <param name="Body">The field that is the body; null without one, or where the whole request is.</param>
/// <param name="WholeBody">True where all that is not in the path is the body.</param>
internal sealed partial record HttpBinding(MethodDescriptor Method, HttpMethod Verb, string Path, FieldDescriptor? Body, bool WholeBody)
{
    private const string Whole = "*";

    /// <summary>The fields in the path.</summary>
    public IReadOnlyList<FieldDescriptor> PathFields { get; } =
        [.. Braces().Matches(Path).Select(m => Method.InputType.FindFieldByName(m.Groups[1].Value))];

    /// <summary>The fields that are query parameters: those that are neither in the path nor in the body.</summary>
    public IEnumerable<FieldDescriptor> QueryFields => WholeBody
        ? []
        : Method.InputType.Fields.InDeclarationOrder().Where(f => f != Body && !PathFields.Contains(f));

    /// <summary>The binding of a method; null where it has no rule and is called over gRPC alone.</summary>
    public static HttpBinding? Of(MethodDescriptor method)
    {
        HttpRule? rule = method.GetOptions()?.GetExtension(AnnotationsExtensions.Http);
        if (rule is null)
        {
            return null;
        }

        (HttpMethod verb, string path) = rule.PatternCase switch
        {
            HttpRule.PatternOneofCase.Get => (HttpMethod.Get, rule.Get),
            HttpRule.PatternOneofCase.Post => (HttpMethod.Post, rule.Post),
            _ => throw new NotSupportedException($"{method.FullName} has a rule for {rule.PatternCase}; the API has get and post alone."),
        };
        bool whole = rule.Body == Whole;
        return new HttpBinding(method, verb, path, whole || rule.Body.Length == 0 ? null : method.InputType.FindFieldByName(rule.Body), whole);
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Braces();
}
