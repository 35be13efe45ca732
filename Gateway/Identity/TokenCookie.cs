using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Net.Http.Headers;

namespace Units.Gateway.Identity;

/// <summary>
/// A token in a cookie: a browser cannot send it in a header when somebody opens a page. It is taken for reading, and from forms of our own pages where
/// an endpoint says so (<see cref="TakesCookie"/>), so that no page of another site can have a browser do anything with it, and no script can read it.
/// </summary>
internal static class TokenCookie
{
    /// <summary>The name of the cookie.</summary>
    public const string Name = "units_token";

    // The token says when it ends; the cookie only has to outlive it.
    private static readonly TimeSpan Age = TimeSpan.FromDays(400);

    /// <summary>Gives a browser its token.</summary>
    public static void Give(HttpContext context, string token) => context.Response.Cookies.Append(Name, token, Options(context, Age));

    /// <summary>Takes it away.</summary>
    public static void Take(HttpContext context) => context.Response.Cookies.Delete(Name, Options(context, null));

    /// <summary>Reads it where a request that may bring one has no token of its own.</summary>
    public static Task Read(MessageReceivedContext message)
    {
        HttpRequest request = message.Request;
        if (IsTaken(request) && !request.Headers.ContainsKey(HeaderNames.Authorization)
            && request.Cookies.TryGetValue(Name, out string? token) && token.Length > 0)
        {
            message.Token = token;
        }

        return Task.CompletedTask;
    }

    private static bool IsTaken(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)
        || (HttpMethods.IsPost(request.Method) && request.HttpContext.GetEndpoint()?.Metadata.GetMetadata<TakesCookie>() is not null && OwnPages.Ask(request));

    private static CookieOptions Options(HttpContext context, TimeSpan? age) => new()
    {
        HttpOnly = true,
        Secure = context.Request.IsHttps,
        SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Strict,
        Path = "/",
        MaxAge = age,
        IsEssential = true,
    };
}
