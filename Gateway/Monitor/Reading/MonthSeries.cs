namespace Units.Gateway.Monitor.Reading;

/// <summary>The months of a period so far, of several indicators.</summary>
/// <param name="values">By the number of the indicator, the oldest month first; null where a month is missing.</param>
internal sealed class MonthSeries(IReadOnlyDictionary<int, IReadOnlyList<decimal?>> values)
{
    /// <summary>True where the months of an indicator are known.</summary>
    public bool Has(Indicator indicator) => values.ContainsKey(indicator.Number);

    /// <summary>The months, the last one as a reading has it now.</summary>
    public IReadOnlyList<decimal?> With(IndicatorReading reading)
    {
        if (!values.TryGetValue(reading.Indicator.Number, out IReadOnlyList<decimal?>? months) || months.Count == 0)
        {
            return [];
        }

        return [.. months.Take(months.Count - 1), Figures.Of(reading.Month)];
    }
}
