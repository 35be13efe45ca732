namespace Units.Silo.SampleData;

/// <summary>Where the sample data lies and where it goes.</summary>
public sealed class SampleDataOptions
{
    /// <summary>The address of the gRPC gateway. Asked for once the process listens, so that a port chosen by the system is known.</summary>
    public required Func<Uri> Address { get; init; }

    /// <summary>The directory of the sample data. Default: <c>data/sample</c> beside the program.</summary>
    public string Directory { get; init; } = SampleReader.ShippedDirectory;

    /// <summary>How long to wait before a call is repeated that the gateway could not serve. Default: 1 second.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long one call may take before it is repeated. Default: 30 seconds.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(30);
}
