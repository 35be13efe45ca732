using Units.Grains.Storage;

namespace Units.Silo.Storage;

/// <summary>A page that is asked for, with the months that it is about.</summary>
/// <param name="Place">The place of its unit among those that ask.</param>
/// <param name="Number">The number of the unit.</param>
/// <param name="Page">The page.</param>
/// <param name="First">The first month of all that the page has.</param>
/// <param name="From">From which month on it is asked for.</param>
/// <param name="Last">Its last month.</param>
internal sealed record PageQuestion(int Place, int Number, PageKey Page, Month First, Month From, Month Last)
{
    /// <summary>True for the page of targets, which has no months.</summary>
    public bool IsOfTargets => Page.Kind == PageKind.Targets;

    /// <summary>The question for a page.</summary>
    public static PageQuestion Of(int place, int number, PageKey page)
    {
        (Month first, Month last) = page.Kind == PageKind.Flow
            ? (Month.FirstOf(page.Year), Month.LastOf(page.Year))
            : (Month.MinValue, Month.MaxValue);
        return new PageQuestion(place, number, page, first, page.From > first ? page.From : first, last);
    }
}
