namespace Units.Simulation;

/// <summary>A statement under way to the database.</summary>
/// <param name="what">What it is, for the trace.</param>
internal abstract class SimStatement(object what)
{
    /// <summary>True after its asker stopped waiting: it may still be carried out.</summary>
    public bool IsOrphan { get; protected set; }

    /// <summary>True when its asker is there to be answered.</summary>
    public abstract bool IsAwaited { get; }

    /// <summary>True when it changes something.</summary>
    public abstract bool Writes { get; }

    /// <summary>It is carried out.</summary>
    public abstract void Execute();

    /// <summary>Its asker hears what came of it.</summary>
    public abstract void Answer();

    /// <summary>Its asker hears that nobody knows.</summary>
    public abstract void GiveUp();

    /// <inheritdoc/>
    public override string ToString() => TraceText.Of(what);
}
