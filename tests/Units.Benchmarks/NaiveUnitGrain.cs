namespace Units.Benchmarks;

/// <summary>What people write: one <c>WriteStateAsync</c> for each report, and nothing else.</summary>
[GrainType("naive-unit")]
internal sealed class NaiveUnitGrain([PersistentState("naive-unit", "naive")] IPersistentState<NaiveState> state) : Grain, INaiveUnitGrain
{
    public async Task Submit(string reportId, int measure, long amount)
    {
        if (state.State.Reports.Add(reportId))
        {
            state.State.Amounts[measure] = state.State.Amounts.GetValueOrDefault(measure) + amount;
        }

        await state.WriteStateAsync();
    }
}
