namespace Units.Gateway.Hosting;

/// <summary>A setting has a value with which the process cannot start. The message names the key, the value and what is expected.</summary>
public sealed class SettingException(string key, string value, string expected)
    : Exception($"Setting {key} (environment: {key.Replace(":", "__", StringComparison.Ordinal)}) is '{value}'; expected {expected}.");
