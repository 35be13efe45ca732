using System.Globalization;
using Units.Gateway.Errors;
using Units.Gateway.Requests;

namespace Units.Gateway.Monitor.Asking;

/// <summary>Reads an address. What breaks a rule is noted and read as the default, so that the page that says so can still be drawn.</summary>
internal static class AskParser
{
    private const int MaxTurn = 50;
    private const int LeastRotate = 5;
    private const int MostRotate = 3600;
    private const int MaxQuery = 100;
    private const int MaxPage = 512;

    /// <summary>Reads the address of a request.</summary>
    public static MonitorAsk Parse(HttpContext context, MonitorView view, Violations found)
    {
        IQueryCollection query = context.Request.Query;
        MonitorAsk ask = new()
        {
            Language = Language(query["lang"].ToString(), found),
            Theme = Theme(query["theme"].ToString(), found),
        };
        string unit = context.Request.RouteValues["unit"] as string ?? "";
        return ask with
        {
            Unit = unit.Length == 0 || found.Id("unit", unit) ? unit : "",
            View = view,
            Indicator = Indicator(context.Request.RouteValues["indicator"] as string ?? query["by"].ToString(), found),
            Period = query["period"].ToString() is { Length: > 0 } period ? found.Range("period", period) : null,
            Kiosk = query["kiosk"].ToString() is "1" or "true",
            Rotate = Rotate(query["rotate"].ToString(), found),
            Turn = [.. query["units"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries).Where(IdentifierText.IsValid).Take(MaxTurn)],
            BestFirst = query["sort"].ToString() == "best",
            Query = Short(query["q"].ToString(), MaxQuery),
            Page = Short(query["page"].ToString(), MaxPage),
        };
    }

    /// <summary>The language of an address whose page is not drawn.</summary>
    public static Language LanguageOf(HttpContext context) => context.Request.Query["lang"].ToString() == "en" ? Errors.Language.En : Errors.Language.Vi;

    private static Language Language(string text, Violations found)
    {
        if (text is not ("" or "vi" or "en"))
        {
            found.Add(GatewayReasons.UnknownReference, "lang", text);
        }

        return text == "en" ? Errors.Language.En : Errors.Language.Vi;
    }

    private static string Theme(string text, Violations found)
    {
        if (text is "" or "dark" or "light")
        {
            return text;
        }

        found.Add(GatewayReasons.UnknownReference, "theme", text);
        return "";
    }

    private static string Indicator(string text, Violations found) => text.Length == 0 || found.Id("indicator", text) ? text : "";

    private static int Rotate(string text, Violations found)
    {
        if (text.Length == 0)
        {
            return 0;
        }

        if (int.TryParse(text.TrimEnd('s'), NumberStyles.None, CultureInfo.InvariantCulture, out int seconds)
            && seconds is >= LeastRotate and <= MostRotate)
        {
            return seconds;
        }

        found.Add(GatewayReasons.NumberOutOfRange, "rotate", text, Fields.Number(LeastRotate), Fields.Number(MostRotate));
        return 0;
    }

    private static string Short(string text, int most) => text.Length <= most ? text : text[..most];
}
