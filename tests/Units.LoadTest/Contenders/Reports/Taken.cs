using Grpc.Core;

namespace Units.LoadTest.Contenders.Reports;

/// <summary>What became of a report.</summary>
/// <param name="Report">What is durable under its id.</param>
/// <param name="Repeated">True where it had been taken in before.</param>
internal readonly record struct Taken(StoredReport Report, bool Repeated)
{
    /// <summary>The answer to a report whose id is taken: the first one again, where it says the same.</summary>
    /// <exception cref="RpcException">It says something else.</exception>
    public static Taken Again(StoredReport first, IncomingReport sent) => first.Entries.AsSpan().SequenceEqual(sent.Entries)
        ? new Taken(first, Repeated: true)
        : throw new RpcException(new Status(StatusCode.AlreadyExists,
            $"The report id '{sent.Key.Id}' of source '{sent.Key.Source}' at unit '{sent.Key.Unit.Id}' is taken by other content: send it under a new id."));
}
