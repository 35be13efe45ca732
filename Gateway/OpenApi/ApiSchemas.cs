using System.Text.Json.Nodes;
using Google.Protobuf.Reflection;
using Microsoft.OpenApi;

namespace Units.Gateway.OpenApi;

/// <summary>The schemas of messages in the JSON of protobuf, each once under components.</summary>
internal sealed class ApiSchemas(OpenApiDocument document)
{
    private const string Package = "units.v1.";

    private const string DurationPattern = @"^-?\d+(\.\d{1,9})?s$";

    /// <summary>The schema of a message, for an answer or a body.</summary>
    /// <param name="message">The message.</param>
    /// <param name="without">Fields that travel elsewhere.</param>
    public IOpenApiSchema Message(MessageDescriptor message, IReadOnlyCollection<FieldDescriptor>? without = null)
    {
        string name = Name(message.FullName);
        if (document.Components?.Schemas?.ContainsKey(name) != true)
        {
            OpenApiSchema schema = new() { Type = JsonSchemaType.Object, Description = Text(message.Declaration) };

            // Before its fields: a message may contain itself.
            document.AddComponent(name, schema);
            Fill(schema, message, without ?? []);
        }

        return new OpenApiSchemaReference(name, document);
    }

    /// <summary>The schema of a field, with its comment.</summary>
    public IOpenApiSchema Field(FieldDescriptor field)
    {
        if (field.IsMap)
        {
            return Described(new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalProperties = Single(field.MessageType.FindFieldByName("value")) }, field);
        }

        return Described(field.IsRepeated ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = Single(field) } : Single(field), field);
    }

    private void Fill(OpenApiSchema schema, MessageDescriptor message, IReadOnlyCollection<FieldDescriptor> without)
    {
        schema.Properties = new Dictionary<string, IOpenApiSchema>();
        foreach (FieldDescriptor field in message.Fields.InDeclarationOrder().Where(f => !without.Contains(f)))
        {
            schema.Properties[field.JsonName] = Field(field);
        }

        OpenApiSchema[] choices = [.. message.Oneofs.Where(o => !o.IsSynthetic).Select(Choice)];
        if (choices.Length > 0)
        {
            schema.AllOf = [.. choices];
        }
    }

    /// <summary>At most one of the fields of a oneof.</summary>
    private static OpenApiSchema Choice(OneofDescriptor oneof)
    {
        IOpenApiSchema[] each = [.. oneof.Fields.Select(f => new OpenApiSchema { Required = new HashSet<string> { f.JsonName } })];
        return new OpenApiSchema
        {
            Description = Text(oneof.Declaration),
            OneOf = [.. each, new OpenApiSchema { Not = new OpenApiSchema { AnyOf = [.. each] } }],
        };
    }

    private IOpenApiSchema Single(FieldDescriptor field) => field.FieldType switch
    {
        FieldType.Bool => new OpenApiSchema { Type = JsonSchemaType.Boolean },
        FieldType.String => new OpenApiSchema { Type = JsonSchemaType.String },
        FieldType.Int32 => new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" },
        FieldType.Int64 => new OpenApiSchema { Type = JsonSchemaType.String, Format = "int64" },
        FieldType.Enum => Enum(field.EnumType),
        FieldType.Message => field.MessageType.FullName switch
        {
            "google.protobuf.Timestamp" => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date-time" },
            "google.protobuf.Duration" => new OpenApiSchema { Type = JsonSchemaType.String, Pattern = DurationPattern },
            _ => Message(field.MessageType),
        },
        _ => throw new NotSupportedException($"{field.FullName} is a {field.FieldType}, for which the document has no schema yet."),
    };

    private OpenApiSchemaReference Enum(EnumDescriptor type)
    {
        string name = Name(type.FullName);
        if (document.Components?.Schemas?.ContainsKey(name) != true)
        {
            IEnumerable<string> values = type.Values.Select(v => $"- `{v.Name}`: {ApiDescriptors.Comment(v.Declaration)}");
            document.AddComponent(name, new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Description = string.Join('\n', [ApiDescriptors.Comment(type.Declaration), .. values]),
                Enum = [.. type.Values.Select(v => JsonValue.Create(v.Name))],
            });
        }

        return new OpenApiSchemaReference(name, document);
    }

    private static IOpenApiSchema Described(IOpenApiSchema schema, FieldDescriptor field)
    {
        schema.Description = Text(field.Declaration);
        return schema;
    }

    private static string? Text(DescriptorDeclaration? declaration) =>
        ApiDescriptors.Comment(declaration) is { Length: > 0 } text ? text : null;

    private static string Name(string fullName) =>
        fullName.StartsWith(Package, StringComparison.Ordinal) ? fullName[Package.Length..] : fullName;
}
