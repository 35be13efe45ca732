namespace Units.EndToEnd.Tests.CityReports;

/// <summary>The formulas that the lines need. Which values a probe has of each is said there; a term of a year before is of 2019.</summary>
internal enum Shape
{
    /// <summary>A sum over the year: its value.</summary>
    Amount,

    /// <summary>A share in per cent: numerator, denominator.</summary>
    Share,

    /// <summary>A share of levels, month by month from January on: numerator, denominator of each.</summary>
    MonthlyShare,

    /// <summary>A share of which a category is left out of both terms: numerator, denominator, and what is left out of each.</summary>
    ShareWithout,

    /// <summary>A mean weighted by another measure: value × weight, weight.</summary>
    Mean,

    /// <summary>A growth in per cent: now, a year before.</summary>
    Growth,

    /// <summary>A growth of a rate: numerator and denominator now, then those of a year before.</summary>
    RateGrowth,

    /// <summary>The worst of several growths: now and a year before of each. Less is better.</summary>
    WorstGrowth,

    /// <summary>The worst of several shares: numerator and denominator of each.</summary>
    WorstShare,

    /// <summary>The least share over three categories: numerator and denominator of each.</summary>
    LeastShare,

    /// <summary>A count of units: 1 or 0 of each child.</summary>
    Count,

    /// <summary>The share of units, month by month from January on: 1 or 0 of the first child, then of the second, in each month.</summary>
    MonthlyCountShare,
}
