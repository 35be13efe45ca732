namespace Units.Simulation;

/// <summary>A statement with a result.</summary>
/// <param name="what">What it is, for the trace.</param>
/// <param name="writes">Whether it changes something.</param>
/// <param name="isThere">Whether its asker still is.</param>
/// <param name="work">What the database does.</param>
/// <param name="then">Takes the result.</param>
/// <param name="unknown">Is called when there is no answer.</param>
internal sealed class SimStatement<T>(object what, bool writes, Func<bool> isThere, Func<T> work, Action<T> then, Action unknown)
    : SimStatement(what)
{
    private T? _result;

    /// <inheritdoc/>
    public override bool IsAwaited => !IsOrphan && isThere();

    /// <inheritdoc/>
    public override bool Writes => writes;

    /// <inheritdoc/>
    public override void Execute() => _result = work();

    /// <inheritdoc/>
    public override void Answer()
    {
        if (IsAwaited)
        {
            IsOrphan = true;
            then(_result!);
        }
    }

    /// <inheritdoc/>
    public override void GiveUp()
    {
        if (IsAwaited)
        {
            IsOrphan = true;
            unknown();
        }
    }
}
