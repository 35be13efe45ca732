using Google.Protobuf.Reflection;
using Microsoft.OpenApi;
using ServiceDescriptor = Google.Protobuf.Reflection.ServiceDescriptor;

namespace Units.Gateway.OpenApi;

/// <summary>The OpenAPI document of the API: every method with an HTTP rule, as JSON transcoding binds it.</summary>
public static class ApiDocument
{
    private const string Version = "v1";
    private const string Token = "token";

    /// <summary>The document as OpenAPI 3.1 in JSON, with a line end at its end.</summary>
    public static async Task<string> Write(CancellationToken cancellation = default) =>
        await Build().SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancellation) + "\n";

    /// <summary>Serves it at <c>/openapi/v1.json</c>. It is made once, at the first request.</summary>
    internal static void MapOpenApiDocument(this IEndpointRouteBuilder routes)
    {
        Lazy<Task<string>> document = new(() => Write());
        routes.MapGet($"/openapi/{Version}.json", async () => Results.Text(await document.Value, "application/json")).AllowAnonymous();
    }

    private static OpenApiDocument Build()
    {
        OpenApiDocument document = new()
        {
            Info = new OpenApiInfo
            {
                Title = "Units",
                Version = Version,
                Description = "A live ledger of administrative targets and actuals. The same API as units.v1 over gRPC: amounts are decimal strings, "
                    + "int64 is a string, and a write is repeated under the same id without counting twice.",
            },
            Paths = [],
            Tags = new HashSet<OpenApiTag>(),
        };
        ApiOperations operations = new(document, new ApiSchemas(document));
        operations.AddShared();
        foreach (ServiceDescriptor service in ApiDescriptors.Services)
        {
            document.Tags.Add(new OpenApiTag { Name = service.Name, Description = ApiDescriptors.Comment(service.Declaration) });
            foreach (HttpBinding binding in service.Methods.Select(HttpBinding.Of).OfType<HttpBinding>())
            {
                operations.Add(binding);
            }
        }

        AddToken(document);
        return document;
    }

    /// <summary>A token, or none: whether one is demanded is a matter of the installation, and the document is the same for all of them.</summary>
    private static void AddToken(OpenApiDocument document)
    {
        document.AddComponent(Token, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "JWT",
            Description = "Demanded once the installation is told whom to believe; until then it answers its own machine alone. docs/OPERATE.md has the claims. "
                + "A client certificate may take its place.",
        });
        document.Security =
        [
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Token, document)] = [] },
            new OpenApiSecurityRequirement(),
        ];
    }
}
