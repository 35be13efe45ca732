namespace Units.LoadTest.Pages;

/// <summary>Which pages are opened.</summary>
/// <param name="Monitor">The HTTP address of the gateway, without a slash at the end.</param>
/// <param name="Count">How many.</param>
/// <param name="Units">The units that they are spread over.</param>
/// <param name="Measure">The measure that reports change.</param>
/// <param name="Indicator">The indicator of it that the tables are by.</param>
/// <param name="Range">The months that are reported about.</param>
/// <param name="Period">The year that pages show.</param>
internal sealed record PageAsk(string Monitor, int Count, IReadOnlyList<string> Units, string Measure, string Indicator, string Range, string Period)
{
    /// <summary>The unit of a page.</summary>
    public string Unit(int page) => Units[page % Units.Count];

    /// <summary>The address of a page. Of each unit every other one is in English.</summary>
    public Uri Address(int page) => new($"{Monitor}/monitor/{Unit(page)}?period={Period}&by={Indicator}{(page / Units.Count % 2 == 1 ? "&lang=en" : "")}");
}
