namespace Units.Silo.Demo;

/// <summary>A unit of the demo country.</summary>
/// <param name="Place">Its place in the list; the country is 0.</param>
/// <param name="Code">Its official code; empty for the country.</param>
/// <param name="Parent">The place of its parent; −1 for the country.</param>
/// <param name="Unit">As it is created.</param>
internal sealed record DemoUnit(int Place, string Code, int Parent, V1.Unit Unit)
{
    /// <summary>Its id.</summary>
    public string Id => Unit.Id;
}
