namespace Units.Simulation;

/// <summary>An answer on its way back.</summary>
internal sealed class SimResponse<T>(SimCall<T> call, T value) : SimMessage
{
    /// <inheritdoc/>
    public override void Arrive(Simulator sim)
    {
        if (sim.IsTraced)
        {
            sim.Log($"{call} hears {TraceText.Of(value)}{(call.IsOpen && !call.IsAbandoned ? "" : ", too late")}");
        }

        call.Answer(value);
    }

    /// <inheritdoc/>
    public override string ToString() => $"answer {TraceText.Of(value)}";
}
