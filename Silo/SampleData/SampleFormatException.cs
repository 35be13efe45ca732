namespace Units.Silo.SampleData;

/// <summary>A file of sample data is malformed. The message names the file, the line or key, the value and the rule, for the person who wrote it.</summary>
public sealed class SampleFormatException : Exception
{
    /// <summary>Says what is wrong where.</summary>
    /// <param name="file">The file.</param>
    /// <param name="place">The line, or the path of the key: <c>units[3].kind</c>.</param>
    /// <param name="value">The value as it stands in the file; empty where it is missing.</param>
    /// <param name="rule">What is expected.</param>
    /// <param name="inner">What the parser said, where it was the parser.</param>
    public SampleFormatException(string file, string place, string value, string rule, Exception? inner = null)
        : base($"Sample data: {file}, {place}: '{value}': {rule}", inner)
    {
        File = file;
        Place = place;
        Value = value;
    }

    /// <summary>The file.</summary>
    public string File { get; }

    /// <summary>The line, or the path of the key.</summary>
    public string Place { get; }

    /// <summary>The value as it stands in the file; empty where it is missing.</summary>
    public string Value { get; }
}
