using System.Globalization;

namespace Units.Simulation;

/// <summary>What happened, one line an event.</summary>
internal sealed class Trace
{
    private readonly List<string> _lines = [];

    /// <summary>The lines.</summary>
    public IReadOnlyList<string> Lines => _lines;

    /// <summary>Adds an event of a step.</summary>
    public void Add(int step, string text) => _lines.Add(string.Create(CultureInfo.InvariantCulture, $"{step,5} {text}"));
}
