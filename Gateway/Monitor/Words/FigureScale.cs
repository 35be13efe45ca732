using Units.Gateway.Errors;

namespace Units.Gateway.Monitor.Words;

/// <summary>
/// The one scale and the one number of decimals in which figures are written that are read together: a value, its targets, and by how much they differ. The
/// smallest of them chooses, so that it does not begin with a zero: 56 nghìn tỷ below 1.533 nghìn tỷ, and not 0,056 below 1,53 triệu tỷ.
/// </summary>
/// <param name="Size">A figure whose usual scale it is.</param>
/// <param name="Decimals">The decimals of all figures.</param>
/// <param name="UnitOfMeasure">As the catalogue has it.</param>
public sealed record FigureScale(decimal Size, int Decimals, string UnitOfMeasure)
{
    private const string PerCent = "%";

    private const int MostDecimals = 3;

    // A sum of money of more digits before the comma is not read any more: then the smallest figure begins with a zero after all.
    private const decimal Million = 1_000_000m;

    private const decimal Thousand = 1_000m;

    /// <summary>The scale of some figures.</summary>
    /// <param name="figures">Values and targets; what is missing or nothing does not count.</param>
    /// <param name="differences">By how much they differ: of those two digits are enough.</param>
    /// <param name="decimals">The decimals where figures are not scaled.</param>
    /// <param name="unitOfMeasure">As the catalogue has it.</param>
    public static FigureScale Of(IEnumerable<decimal?> figures, IEnumerable<decimal?> differences, int decimals, string unitOfMeasure)
    {
        decimal[] whole = Sizes(figures);
        decimal[] between = Sizes(differences);
        decimal[] all = [.. whole, .. between];
        if (all.Length == 0 || unitOfMeasure == PerCent)
        {
            return new FigureScale(all.DefaultIfEmpty(0).Min(), decimals, unitOfMeasure);
        }

        decimal size = Readable(all.Min(), all.Max(), unitOfMeasure);
        decimal factor = NumberText.Factor(size, unitOfMeasure);
        int places = factor == 1
            ? Enough(all, decimals)
            : Math.Max(Places(whole, factor, forFigures: true), Places(between, factor, forFigures: false));
        return new FigureScale(size, places, unitOfMeasure);
    }

    /// <summary>A number, with zeros at the end too: commas stand below one another.</summary>
    public string Number(decimal value, Language language) => NumberText.Aligned(value / Factor, Decimals, language);

    /// <summary>What the numbers are measured in: nghìn tỷ đồng.</summary>
    public string Unit(Language language) => NumberText.Unit(Size, UnitOfMeasure, language);

    /// <summary>A number with what it is measured in.</summary>
    public string Amount(decimal value, Language language) => Joined(Number(value, language), Unit(language));

    /// <summary>A bound. One of a rate that was set without decimals is written without: ≥ 95%.</summary>
    public string Bound(decimal value, Language language) => Joined(BoundNumber(value, language), Unit(language));

    /// <summary>The same without what it is measured in.</summary>
    public string BoundNumber(decimal value, Language language) =>
        UnitOfMeasure == PerCent && decimal.IsInteger(value) ? NumberText.Aligned(value, 0, language) : Number(value, language);

    /// <summary>By how much two figures differ as they are written, without a sign, so that who subtracts them comes to the same. Where they are written alike
    /// and are not: &lt; 0,01.</summary>
    public string Between(decimal one, decimal other, Language language)
    {
        decimal written = Math.Abs(Rounded(one) - Rounded(other));
        return written != 0 || one == other
            ? NumberText.Aligned(written, Decimals, language)
            : $"< {NumberText.Aligned(1 / Power(Decimals), Decimals, language)}";
    }

    /// <summary>The same with what it is measured in.</summary>
    public string AmountBetween(decimal one, decimal other, Language language) => Joined(Between(one, other, language), Unit(language));

    private decimal Factor => NumberText.Factor(Size, UnitOfMeasure);

    private decimal Rounded(decimal value) => Math.Round(value / Factor, Decimals, MidpointRounding.AwayFromZero);

    private static decimal[] Sizes(IEnumerable<decimal?> figures) => [.. figures.Select(f => Math.Abs(f ?? 0)).Where(f => f > 0)];

    /// <summary>A figure whose scale serves all: the smallest, where that leaves the largest short enough.</summary>
    private static decimal Readable(decimal smallest, decimal largest, string unitOfMeasure)
    {
        if (!UnitText.IsMoney(unitOfMeasure))
        {
            // Beside a count of many millions one of a few is told in millions too.
            return smallest >= Million && NumberText.Factor(smallest, unitOfMeasure) == 1 && NumberText.Factor(largest, unitOfMeasure) > 1 ? largest : smallest;
        }

        decimal size = smallest;
        while (size < largest && largest / NumberText.Factor(size, unitOfMeasure) >= Million)
        {
            decimal next = Math.Min(size * Thousand, largest);
            if (Math.Round(smallest / NumberText.Factor(next, unitOfMeasure), MostDecimals) == 0)
            {
                // What is not nothing is not written as nothing: rather the largest is long.
                break;
            }

            size = next;
        }

        return size;
    }

    /// <summary>So many decimals that the smallest is told by its first three digits, or where it is a difference by its first two.</summary>
    private static int Places(decimal[] sizes, decimal factor, bool forFigures) => sizes.Length == 0 ? 0 : (sizes.Min() / factor, forFigures) switch
    {
        ( >= 1_000, true) => 0,
        ( >= 10, true) => 1,
        ( >= 10, false) => 0,
        ( >= 1, true) => 2,
        ( >= 1, false) => 1,
        (_, true) => MostDecimals,
        (_, false) => 2,
    };

    /// <summary>Not scaled, what is small has the decimals that it takes to be something, where they are not too many. Of what is counted there are no parts.</summary>
    private static int Enough(decimal[] sizes, int decimals) => decimals == 0 ? 0
        : Enumerable.Range(decimals, Math.Max(0, MostDecimals - decimals) + 1)
            .FirstOrDefault(p => Math.Round(sizes.Min(), p, MidpointRounding.AwayFromZero) != 0, decimals);

    private static decimal Power(int decimals) => (decimal)Math.Pow(10, decimals);

    private static string Joined(string number, string unit) => unit.Length == 0 ? number : unit == PerCent ? number + unit : $"{number} {unit}";
}
