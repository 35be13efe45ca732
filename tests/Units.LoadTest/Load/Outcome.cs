namespace Units.LoadTest.Load;

/// <summary>What the client knows of a report it sent.</summary>
internal enum Outcome : byte
{
    /// <summary>No answer yet.</summary>
    Pending,

    /// <summary>A receipt came: it is durable.</summary>
    Acknowledged,

    /// <summary>It was refused, and so changed nothing.</summary>
    Refused,

    /// <summary>The call broke off or timed out: it may be durable or not.</summary>
    Unknown,
}
