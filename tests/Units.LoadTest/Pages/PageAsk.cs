namespace Units.LoadTest.Pages;

/// <summary>Which pages are opened.</summary>
/// <param name="Monitor">The HTTP address of the gateway.</param>
/// <param name="Pages">How many.</param>
/// <param name="Units">The units that they are spread over.</param>
/// <param name="Measure">The measure that reports change.</param>
/// <param name="Indicator">The indicator of it that the tables are by.</param>
/// <param name="Range">The months that are reported about.</param>
/// <param name="Period">The year that pages show.</param>
internal sealed record PageAsk(string Monitor, int Pages, IReadOnlyList<string> Units, string Measure, string Indicator, string Range, string Period)
{
    /// <summary>What their addresses ask for.</summary>
    public string Query => $"?period={Period}&by={Indicator}";
}
