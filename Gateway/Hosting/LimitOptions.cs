namespace Units.Gateway.Hosting;

/// <summary>What one client may ask of one gateway. Section <c>Units:Limits</c>. A client is the subject of a token or certificate; without
/// identity it is the address from which it calls. 0 is no limit.</summary>
public sealed class LimitOptions
{
    /// <summary>The most calls a second, those that send one report aside. Default: 500 with identity, no limit without.</summary>
    public int? CallsPerSecond { get; set; }

    /// <summary>The most reports a second. A call with one is refused beyond it; a stream is read more slowly. Default: 5,000 with identity, no
    /// limit without.</summary>
    public int? ReportsPerSecond { get; set; }

    /// <summary>The most watches at a time. Default: 100 with identity, no limit without.</summary>
    public int? Watches { get; set; }
}
