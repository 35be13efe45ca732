using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Units.Gateway.Errors;

namespace Units.Gateway.Monitor.Asking;

/// <summary>What the address of a page asks for. Every view is an address, so that it can be kept, sent and gone back to.</summary>
public sealed record MonitorAsk
{
    /// <summary>Where all pages are.</summary>
    public const string Root = "/monitor";

    /// <summary>The unit; empty where the page is about none.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Which page.</summary>
    public MonitorView View { get; init; }

    /// <summary>The indicator that children are compared by; empty for the one in front.</summary>
    public string Indicator { get; init; } = "";

    /// <summary>The period; null for this year.</summary>
    public MonthRange? Period { get; init; }

    /// <summary>The language.</summary>
    public Language Language { get; init; }

    /// <summary>dark or light; empty for what the screen prefers.</summary>
    public string Theme { get; init; } = "";

    /// <summary>True on a wall: it fills the screen and turns by itself.</summary>
    public bool Kiosk { get; init; }

    /// <summary>How long a wall shows a page, in seconds; 0 for ever.</summary>
    public int Rotate { get; init; }

    /// <summary>The units that a wall turns over; empty for the indicators of this one.</summary>
    public ImmutableArray<string> Turn { get; init; } = [];

    /// <summary>True to have the best child on top; otherwise those at risk are.</summary>
    public bool BestFirst { get; init; }

    /// <summary>What was typed into the search.</summary>
    public string Query { get; init; } = "";

    /// <summary>The page token of a long list; empty for its beginning.</summary>
    public string Page { get; init; } = "";

    /// <summary>A text in the language of the page.</summary>
    public string In(string vietnamese, string english) => Language == Language.En ? english : vietnamese;

    /// <summary>The page of a unit, in the period and the looks of this one.</summary>
    public MonitorAsk Of(string unit) => this with { Unit = unit, View = MonitorView.Overview, Indicator = "", Page = "", Query = "" };

    /// <summary>A page of the same unit.</summary>
    public MonitorAsk At(MonitorView view, string indicator = "") => this with { View = view, Indicator = indicator, Page = "", Query = "" };

    /// <summary>The address.</summary>
    public string Address => Path("");

    /// <summary>The address of what belongs to the page: its stream, its tables.</summary>
    public string Path(string part)
    {
        StringBuilder path = new(Root);
        if (Unit.Length > 0)
        {
            path.Append('/').Append(Unit);
            path.Append(View switch
            {
                MonitorView.Indicator => "/indicators/" + Indicator,
                MonitorView.Entries => "/entries",
                MonitorView.Plans => "/plans",
                _ => "",
            });
        }

        return path.Append(part).Append(Parameters()).ToString();
    }

    /// <summary>The address of the search.</summary>
    public string SearchAddress => Root + "/-/search" + (this with { Unit = "", View = MonitorView.Overview, Indicator = "" }).Parameters();

    private string Parameters()
    {
        List<string> all = [];
        Add(all, "period", Period?.ToString() ?? "");
        Add(all, "by", View is MonitorView.Overview or MonitorView.Entries ? Indicator : "");
        Add(all, "lang", Language == Language.En ? "en" : "");
        Add(all, "theme", Theme);
        Add(all, "sort", BestFirst ? "best" : "");
        Add(all, "kiosk", Kiosk ? "1" : "");
        Add(all, "rotate", Kiosk && Rotate > 0 ? string.Create(CultureInfo.InvariantCulture, $"{Rotate}s") : "");
        Add(all, "units", Kiosk ? string.Join(',', Turn) : "");
        Add(all, "q", Query);
        Add(all, "page", Page);
        return all.Count == 0 ? "" : "?" + string.Join('&', all);
    }

    private static void Add(List<string> all, string name, string value)
    {
        if (value.Length > 0)
        {
            all.Add($"{name}={Uri.EscapeDataString(value).Replace("%2F", "/", StringComparison.Ordinal).Replace("%2C", ",", StringComparison.Ordinal)}");
        }
    }
}
