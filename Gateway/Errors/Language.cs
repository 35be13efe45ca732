namespace Units.Gateway.Errors;

/// <summary>The languages that errors are written in.</summary>
public enum Language
{
    /// <summary>Vietnamese; also where the caller asks for nothing that we speak.</summary>
    Vi = 0,

    /// <summary>English.</summary>
    En = 1,
}
