using Google.Protobuf.Reflection;
using Google.Rpc;
using Microsoft.OpenApi;

namespace Units.Gateway.OpenApi;

/// <summary>The answer to every request that is refused: google.rpc.Status with the details that we send.</summary>
internal static class ErrorSchemas
{
    private const string Name = "google.rpc.Status";

    private const string TypeUrl = "type.googleapis.com/";

    private const string TypeProperty = "@type";

    /// <summary>Adds it to the components and gives the response.</summary>
    public static OpenApiResponse Response(OpenApiDocument document, ApiSchemas schemas)
    {
        MessageDescriptor[] details =
        [
            ErrorInfo.Descriptor, BadRequest.Descriptor, RetryInfo.Descriptor, LocalizedMessage.Descriptor,
            ApiDescriptors.Message(nameof(V1.ReportConflict)),
        ];
        document.AddComponent(Name, new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "A refusal. docs/ERRORS.md has every reason and what to do.",
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["code"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Description = "The gRPC status." },
                ["message"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "What was wrong, in English." },
                ["details"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Array,
                    Description = "Empty where the stack itself refused: a body that does not parse or is too large.",
                    Items = new OpenApiSchema { AnyOf = [.. details.Select(d => Detail(d, schemas))] },
                },
            },
        });
        return new OpenApiResponse
        {
            Description = "Refused, with the HTTP status that belongs to the gRPC one.",
            Content = new Dictionary<string, IOpenApiMediaType>
            {
                ["application/json"] = new OpenApiMediaType { Schema = new OpenApiSchemaReference(Name, document) },
            },
        };
    }

    private static OpenApiSchema Detail(MessageDescriptor message, ApiSchemas schemas) => new()
    {
        AllOf =
        [
            schemas.Message(message),
            new OpenApiSchema
            {
                Required = new HashSet<string> { TypeProperty },
                Properties = new Dictionary<string, IOpenApiSchema> { [TypeProperty] = new OpenApiSchema { Const = TypeUrl + message.FullName } },
            },
        ],
    };
}
