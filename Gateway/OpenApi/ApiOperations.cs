using System.Text.Json.Nodes;
using Google.Protobuf.Reflection;
using Microsoft.OpenApi;

namespace Units.Gateway.OpenApi;

/// <summary>The operations: a method over HTTP each.</summary>
internal sealed class ApiOperations(OpenApiDocument document, ApiSchemas schemas)
{
    private const string Json = "application/json";

    private const string Events = "text/event-stream";

    private const string Errors = "Refused";

    private const string Language = "AcceptLanguage";

    /// <summary>Adds what all operations share.</summary>
    public void AddShared()
    {
        document.AddComponent(Errors, ErrorSchemas.Response(document, schemas));
        document.AddComponent(Language, new OpenApiParameter
        {
            Name = "Accept-Language",
            In = ParameterLocation.Header,
            Description = "The language of localized messages; Vietnamese where nothing is asked.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, Examples = [JsonValue.Create("vi"), JsonValue.Create("en")] },
        });
    }

    /// <summary>Adds the operation of a binding to the paths.</summary>
    public void Add(HttpBinding binding)
    {
        if (!document.Paths.TryGetValue(binding.Path, out IOpenApiPathItem? item))
        {
            item = new OpenApiPathItem { Operations = [] };
            document.Paths[binding.Path] = item;
        }

        item.Operations!.Add(binding.Verb, new OpenApiOperation
        {
            OperationId = binding.Method.Name,
            Description = ApiDescriptors.Comment(binding.Method.Declaration),
            Tags = new HashSet<OpenApiTagReference> { new(binding.Method.Service.Name, document) },
            Parameters =
            [
                .. binding.PathFields.Select(f => Parameter(f, ParameterLocation.Path)),
                .. binding.QueryFields.Select(f => Parameter(f, ParameterLocation.Query)),
                new OpenApiParameterReference(Language, document),
            ],
            RequestBody = Body(binding),
            Responses = new OpenApiResponses
            {
                ["200"] = Answer(binding.Method),
                ["default"] = new OpenApiResponseReference(Errors, document),
            },
        });
    }

    private OpenApiParameter Parameter(FieldDescriptor field, ParameterLocation place)
    {
        // Transcoding binds a message in a query field by field, under a.b; nothing in the API needs that so far.
        if (field.FieldType == FieldType.Message && field.MessageType.FullName is not ("google.protobuf.Timestamp" or "google.protobuf.Duration"))
        {
            throw new NotSupportedException($"{field.FullName} is a message in a query, which the document does not describe yet.");
        }

        IOpenApiSchema schema = schemas.Field(field);
        string? description = schema.Description;
        schema.Description = null;
        return new OpenApiParameter
        {
            Name = field.JsonName,
            In = place,
            Required = place == ParameterLocation.Path,
            Description = description,
            Schema = schema,
        };
    }

    private OpenApiRequestBody? Body(HttpBinding binding)
    {
        IOpenApiSchema? schema = binding switch
        {
            { WholeBody: true } => schemas.Message(binding.Method.InputType, binding.PathFields),
            { Body: { } field } => schemas.Field(field),
            _ => null,
        };
        return schema is null ? null : new OpenApiRequestBody { Required = true, Content = Content(Json, schema) };
    }

    private OpenApiResponse Answer(MethodDescriptor method)
    {
        IOpenApiSchema message = schemas.Message(method.OutputType);
        if (!method.IsServerStreaming)
        {
            return new OpenApiResponse { Description = ApiDescriptors.Comment(method.OutputType.Declaration), Content = Content(Json, message) };
        }

        Dictionary<string, IOpenApiMediaType> content = Content(Json, message);
        content[Events] = new OpenApiMediaType { Schema = message };
        return new OpenApiResponse
        {
            Description = $"A stream without end. {Json}: an object a line. {Events}: an event each, with the object as its data.",
            Content = content,
        };
    }

    private static Dictionary<string, IOpenApiMediaType> Content(string type, IOpenApiSchema schema) =>
        new() { [type] = new OpenApiMediaType { Schema = schema } };
}
