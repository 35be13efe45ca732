namespace Units;

/// <summary>The database does not answer. What was asked may or may not have happened: repeat it.</summary>
[GenerateSerializer, Alias("units.StorageUnavailableException")]
public sealed class StorageUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
