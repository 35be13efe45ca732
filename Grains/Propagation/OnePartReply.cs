namespace Units.Grains.Propagation;

/// <summary>An exact read is a watch of one question that knows no version.</summary>
internal sealed class OnePartReply(IReply<UnitTotals> reply) : IReply<WatchReading>
{
    /// <inheritdoc/>
    public bool IsAbandoned => reply.IsAbandoned;

    /// <inheritdoc/>
    public void Send(WatchReading value) => reply.Send(value.Parts is [{ } totals]
        ? totals
        : new UnitTotals { Unit = value.Unit, Version = value.Version, InStep = false, Missing = value.Missing });
}
