using Google.Protobuf;
using Units.Gateway.Errors;

namespace Units.Gateway.Services;

/// <summary>What became of a creation, as an item or a refusal.</summary>
internal static class Creations
{
    /// <summary>The item that stands, and whether it is new.</summary>
    /// <exception cref="RefusedException">Nothing was created.</exception>
    public static (T Item, bool Created) Taken<T>(
        CreateResult<T> result, string field, string id, string references, Func<T, IMessage> message)
        where T : class
    {
        switch (result.Status)
        {
            case CreateStatus.Created or CreateStatus.AlreadyThere when result.Item is { } item:
                return (item, result.Status == CreateStatus.Created);
            case CreateStatus.OtherContent:
                throw new RefusedException([new Violation(GatewayReasons.AlreadyExists, field, id, [])])
                {
                    Detail = result.Item is { } other ? message(other) : null,
                };
            case CreateStatus.MissingReference:
                throw new RefusedException([new Violation(GatewayReasons.UnknownReference, references, result.Missing ?? "", [])]);
            default:
                throw new RefusedException(Reasons.StorageAway);
        }
    }
}
