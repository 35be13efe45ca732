namespace Units.Grains.Storage;

/// <summary>The database does not answer. What was asked may or may not have happened.</summary>
internal sealed class StorageUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
