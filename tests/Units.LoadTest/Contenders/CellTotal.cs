namespace Units.LoadTest.Contenders;

/// <summary>A total, or what is added to one.</summary>
/// <param name="Amount">The count of 10⁻ˢᶜᵃˡᵉ.</param>
/// <param name="Statements">How many entries stand behind it.</param>
[GenerateSerializer, Immutable, Alias("units.contenders.CellTotal")]
internal readonly record struct CellTotal([property: Id(0)] long Amount, [property: Id(1)] long Statements)
{
    /// <summary>The sum of two.</summary>
    public static CellTotal operator +(CellTotal a, CellTotal b) => new(a.Amount + b.Amount, a.Statements + b.Statements);

    /// <summary>The difference of two.</summary>
    public static CellTotal operator -(CellTotal a, CellTotal b) => new(a.Amount - b.Amount, a.Statements - b.Statements);
}
