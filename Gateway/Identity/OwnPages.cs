namespace Units.Gateway.Identity;

/// <summary>Tells requests that our own pages make from those that a page elsewhere has a browser make.</summary>
internal static class OwnPages
{
    /// <summary>True where one of our pages asks, or no page at all.</summary>
    public static bool Ask(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() switch
    {
        "" => request.Headers.Origin.ToString() is var origin
            && (origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out Uri? from) && from.Authority == request.Host.Value)),
        "same-origin" or "none" => true,
        _ => false,
    };
}
