using System.Globalization;
using Units.Gateway.Errors;

namespace Units.Gateway.Monitor.Words;

/// <summary>Numbers as people write them: 1.234,5 and 87,3% in Vietnamese, 1,234.5 and 87.3% in English.</summary>
public static class NumberText
{
    private const int MaxDecimals = 6;

    private const int MostPlaces = 3;

    // Beyond this a count is easier read in words: 12,3 triệu người.
    private const decimal LongCount = 10_000_000m;

    private const decimal Thousand = 1_000m;

    /// <summary>A number with at most this many decimals, without zeros at the end.</summary>
    public static string Of(decimal value, int decimals, Language language)
    {
        decimal rounded = Math.Round(value, Math.Clamp(decimals, 0, MaxDecimals), MidpointRounding.AwayFromZero);
        // A rounded nothing has no sign.
        return (rounded == 0 ? 0 : rounded).ToString("#,0." + new string('#', Math.Clamp(decimals, 0, MaxDecimals)), Culture(language));
    }

    /// <summary>A number with just so many decimals, zeros at the end too: in a column the commas stand below one another.</summary>
    public static string Aligned(decimal value, int decimals, Language language)
    {
        decimal rounded = Math.Round(value, decimals, MidpointRounding.AwayFromZero);
        return (rounded == 0 ? 0 : rounded).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), Culture(language));
    }

    /// <summary>A number of a column in the scale of the smallest of it, so that none is written as nothing, with the unit that stands at the head.</summary>
    /// <param name="value">The number.</param>
    /// <param name="smallest">The smallest of the column that is not nothing.</param>
    /// <param name="decimals">The decimals where it is not scaled.</param>
    /// <param name="unitOfMeasure">As the catalogue has it.</param>
    /// <param name="language">The language.</param>
    public static (string Number, string Unit) InColumn(decimal value, decimal smallest, int decimals, string unitOfMeasure, Language language)
    {
        (decimal factor, string word) = Scale(Math.Abs(smallest), unitOfMeasure, language);
        int usual = factor == 1 ? decimals : 1;
        // A small target or deviation beside larger values is not nothing: it keeps its first digit, where that is not too far behind the comma.
        int places = Enumerable.Range(usual, Math.Max(0, MostPlaces - usual + 1))
            .FirstOrDefault(p => Math.Round(value / factor, p, MidpointRounding.AwayFromZero) != 0, usual);
        return (Aligned(value / factor, places, language), UnitText.Of(word, unitOfMeasure, language));
    }

    /// <summary>A per cent with one decimal, always: 87,3% and 89,0%.</summary>
    public static string Percent(decimal percent, Language language) => Aligned(percent, 1, language) + "%";

    /// <summary>How many per cent of a whole something has come to, for one decimal. Thresholds are whole numbers: one that is not reached is never
    /// rounded up to, so that 3.320 of 3.321 are 99,9% and what is at risk below 95% is not said to have 95%.</summary>
    public static decimal Reached(decimal percent)
    {
        decimal rounded = Math.Round(percent, 1, MidpointRounding.AwayFromZero);
        return rounded > percent && rounded > 0 && decimal.IsInteger(rounded) ? rounded - 0.1m : rounded;
    }

    /// <summary>How many per cent of what is allowed are used, for one decimal: a ceiling that is passed is never rounded down to just kept.</summary>
    public static decimal Used(decimal percent)
    {
        decimal rounded = Math.Round(percent, 1, MidpointRounding.AwayFromZero);
        return rounded < percent && decimal.IsInteger(rounded) ? rounded + 0.1m : rounded;
    }

    /// <summary>A difference with its sign: +1,2 or −0,4.</summary>
    public static string WithSign(decimal value, int decimals, Language language)
    {
        string text = Of(Math.Abs(value), decimals, language);
        return text == "0" ? text : (value < 0 ? "−" : "+") + text;
    }

    /// <summary>What a figure of a size is divided by before it is written.</summary>
    public static decimal Factor(decimal size, string unitOfMeasure) => Scale(Math.Abs(size), unitOfMeasure, Language.Vi).Factor;

    /// <summary>The unit of measure behind a figure of a size: nghìn tỷ đồng.</summary>
    public static string Unit(decimal size, string unitOfMeasure, Language language) =>
        UnitText.Of(Scale(Math.Abs(size), unitOfMeasure, language).Word, unitOfMeasure, language);

    /// <summary>The culture of a language.</summary>
    public static CultureInfo Culture(Language language) => language == Language.En ? English : Vietnamese;

    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    // Of English the one that writes the day first, as Vietnam does.
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    private static (decimal Factor, string Word) Scale(decimal size, string unitOfMeasure, Language language)
    {
        bool isEnglish = language == Language.En;
        return unitOfMeasure switch
        {
            UnitText.BillionDong when size >= Thousand * Thousand => (Thousand * Thousand, isEnglish ? "quadrillion" : "triệu"),
            UnitText.BillionDong when size >= Thousand => (Thousand, isEnglish ? "trillion" : "nghìn"),
            UnitText.MillionDong when size >= Thousand * Thousand => (Thousand * Thousand, isEnglish ? "trillion" : "nghìn tỷ"),
            UnitText.MillionDong when size >= Thousand => (Thousand, isEnglish ? "billion" : "tỷ"),
            UnitText.Dong when size >= 1_000_000_000_000m => (1_000_000_000_000m, isEnglish ? "trillion" : "nghìn tỷ"),
            UnitText.Dong when size >= 1_000_000_000m => (1_000_000_000m, isEnglish ? "billion" : "tỷ"),
            UnitText.Dong when size >= 1_000_000m => (1_000_000m, isEnglish ? "million" : "triệu"),
            "%" => (1, ""),
            _ when size >= 1_000_000_000m => (1_000_000_000m, isEnglish ? "billion" : "tỷ"),
            _ when size >= LongCount => (1_000_000m, isEnglish ? "million" : "triệu"),
            _ => (1, ""),
        };
    }
}
