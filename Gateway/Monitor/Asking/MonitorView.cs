namespace Units.Gateway.Monitor.Asking;

/// <summary>Which page of a unit.</summary>
public enum MonitorView
{
    /// <summary>All its indicators at a glance.</summary>
    Overview = 0,

    /// <summary>One indicator across its children.</summary>
    Indicator = 1,

    /// <summary>What was sent to it.</summary>
    Entries = 2,

    /// <summary>Its targets beside those of its children.</summary>
    Plans = 3,
}
