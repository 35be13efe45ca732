namespace Units.Silo;

/// <summary>The process must not start as things are. The message says what is wrong and what to do.</summary>
public sealed class StartRefusedException(string message) : Exception(message);
