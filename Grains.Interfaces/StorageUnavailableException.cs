namespace Units;

/// <summary>The database does not answer. What was asked may or may not have happened: repeat it.</summary>
/// <remarks>It has no inner exception: that would be of the database's driver, which does not travel from a silo to a gateway, and this one not with it.</remarks>
[GenerateSerializer, Alias("units.StorageUnavailableException")]
public sealed class StorageUnavailableException(string message) : Exception(message)
{
    /// <summary>Why, in the words of an exception and of the one that caused it.</summary>
    public static string Why(Exception cause)
    {
        ArgumentNullException.ThrowIfNull(cause);
        string first = cause.GetBaseException().Message;
        return cause.Message.Contains(first, StringComparison.Ordinal) ? cause.Message : $"{cause.Message}: {first}";
    }
}
