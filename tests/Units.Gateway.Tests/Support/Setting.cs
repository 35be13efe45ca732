namespace Units.Gateway.Tests.Support;

/// <summary>A line of the reference: a setting or a fixed limit.</summary>
internal sealed record Setting(string Key, string Default, string Meaning);
