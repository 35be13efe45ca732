namespace Units.Gateway.Hosting;

/// <summary>What may be asked of one gateway. Section <c>Units:Limits</c>. A client is the subject of a token or certificate; without
/// identity it is the address from which it calls. 0 is no limit.</summary>
public sealed class LimitOptions
{
    /// <summary>The most calls a second of a client, those that send one report aside. Default: 500 with identity, no limit without.</summary>
    public int? CallsPerSecond { get; set; }

    /// <summary>The most reports a second of a client. A call with one is refused beyond it; a stream is read more slowly. Default: 5,000 with identity, no
    /// limit without.</summary>
    public int? ReportsPerSecond { get; set; }

    /// <summary>The most single reports of all clients that have no answer yet; one more is refused before anything of it is read. While work waits long for a
    /// processor it is fewer, down to 256. Default: 1,000.</summary>
    public int ReportsAtOnce { get; set; } = 1_000;

    /// <summary>The most watches of a client at a time. Default: 100 with identity, no limit without.</summary>
    public int? Watches { get; set; }
}
