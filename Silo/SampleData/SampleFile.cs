using System.Text.Json;

namespace Units.Silo.SampleData;

/// <summary>Opens one file of sample data.</summary>
internal static class SampleFile
{
    // A key that stands twice would silently lose its first value.
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false };

    /// <summary>Parses a file into its top object.</summary>
    /// <exception cref="SampleFormatException">It cannot be read or is not JSON.</exception>
    public static SampleNode Open(string path)
    {
        try
        {
            // The elements live on in the nodes, so the document is left to the collector.
            return new SampleNode(path, "", JsonDocument.Parse(File.ReadAllBytes(path), Options).RootElement);
        }
        catch (JsonException error)
        {
            throw new SampleFormatException(path, $"line {error.LineNumber + 1}", "", error.Message, error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SampleFormatException(path, "line 1", "", error.Message, error);
        }
    }
}
