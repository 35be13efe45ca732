using Google.Protobuf;
using Google.Protobuf.Reflection;
using ServiceDescriptor = Google.Protobuf.Reflection.ServiceDescriptor;

namespace Units.Gateway.OpenApi;

/// <summary>The descriptors of the API as the protos have them: with their comments, which those in the generated code lack.</summary>
internal static class ApiDescriptors
{
    private const string Resource = "units.v1.descriptors";

    private const string Package = "units.v1";

    private static readonly Lazy<IReadOnlyList<FileDescriptor>> Files = new(Read);

    /// <summary>The services, by name.</summary>
    public static IReadOnlyList<ServiceDescriptor> Services { get; } =
        [.. Files.Value.SelectMany(f => f.Services).OrderBy(s => s.Name, StringComparer.Ordinal)];

    /// <summary>A message of the API by its name without the package.</summary>
    public static MessageDescriptor Message(string name) => Files.Value.SelectMany(f => f.MessageTypes).Single(m => m.Name == name);

    /// <summary>The comment before a declaration, as one paragraph where it has only one; empty where there is none.</summary>
    public static string Comment(DescriptorDeclaration? declaration) =>
        string.Join(' ', (declaration?.LeadingComments ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private static IReadOnlyList<FileDescriptor> Read()
    {
        using Stream stream = typeof(ApiDescriptors).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly has no resource {Resource}; Gateway.csproj writes it at build.");
        FileDescriptorSet files = FileDescriptorSet.Parser.ParseFrom(stream);
        ExtensionRegistry rules = [Google.Api.AnnotationsExtensions.Http];
        return
        [
            .. FileDescriptor.BuildFromByteStrings(files.File.Select(f => f.ToByteString()), rules).Where(f => f.Package == Package),
        ];
    }
}
