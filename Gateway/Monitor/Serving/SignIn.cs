using Units.Gateway.Identity;
using Units.Gateway.Monitor.Asking;

namespace Units.Gateway.Monitor.Serving;

/// <summary>Takes the token that somebody typed and keeps it in their browser, until they leave. Whether it is good is found out at the page they go to.</summary>
internal static class SignIn
{
    // A cookie holds about 4,000 characters.
    private const int MaxToken = 4000;

    private const string Scheme = "Bearer ";

    /// <summary>Takes it, and goes back to where they came from.</summary>
    public static async Task Take(HttpContext context)
    {
        if (!OwnPages.Ask(context.Request) || !context.Request.HasFormContentType)
        {
            // A page elsewhere could have a browser sign in as somebody else.
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
        string token = form["token"].ToString().Trim();
        token = token.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? token[Scheme.Length..].Trim() : token;
        string back = form["back"].ToString();
        // Letters, digits and the few signs of a JWT: nothing that could end a header.
        if (token.Length is > 0 and <= MaxToken && token.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_'))
        {
            TokenCookie.Give(context, token);
        }

        bool isOurs = back.StartsWith(MonitorAsk.Root, StringComparison.Ordinal) && back.All(c => c is > ' ' and < (char)127);
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = isOurs ? back : MonitorAsk.Root;
    }

    /// <summary>Has their browser forget it: a tablet goes from hand to hand.</summary>
    public static Task Leave(HttpContext context)
    {
        if (!OwnPages.Ask(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        }

        TokenCookie.Take(context);
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = MonitorAsk.Root;
        return Task.CompletedTask;
    }
}
