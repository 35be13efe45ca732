namespace Units.Gateway.Requests;

/// <summary>Categories by id.</summary>
internal static class CategoryText
{
    /// <summary>The number of a category; null for an empty text. False when the measure has no such category.</summary>
    public static bool TryFind(Measure measure, string id, out ushort? number)
    {
        number = null;
        if (id.Length == 0)
        {
            return true;
        }

        foreach (Category category in measure.Categories)
        {
            if (string.Equals(category.Id, id, StringComparison.Ordinal))
            {
                number = category.Number;
                return true;
            }
        }

        return false;
    }

    /// <summary>The id of a category; empty for the unclassified part.</summary>
    public static string IdOf(Measure measure, ushort number)
    {
        foreach (Category category in measure.Categories)
        {
            if (category.Number == number)
            {
                return category.Id;
            }
        }

        return "";
    }
}
