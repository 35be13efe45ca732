using Units.Gateway.Errors;
using Units.Gateway.Identity;
using Units.Gateway.Monitor.Asking;
using Units.Gateway.Monitor.Reading;
using Units.Gateway.Monitor.Serving;
using Units.Gateway.Monitor.Views;
using Units.Gateway.Monitor.Words;

namespace Units.Gateway.Monitor.Keeping;

/// <summary>
/// Keeps pages as they were: a unit holds its latest total and none of its earlier ones, so that what is to be shown for ever is drawn once, without
/// script and stream and with its style in it, and stored.
/// </summary>
internal sealed class PageKeeper(PageReader opener, PageDrawer drawer, UnitSight sight, KeepRate rate, IGrainFactory grains, TimeProvider time)
{
    /// <summary>Keeps the page that is asked for, and gives its id.</summary>
    /// <param name="ask">The page.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="client">Whose allowance it takes.</param>
    /// <param name="seen">The version that they were looking at; empty where they do not say.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="RefusedException">The unit is hidden or unknown, the page too large, or too many were kept.</exception>
    public async Task<string> Keep(MonitorAsk ask, Caller caller, string client, string seen, CancellationToken cancellation)
    {
        PageContext live = await opener.Open(ask with { Kiosk = false, Rotate = 0, Turn = [], Page = "" }, caller, cancellation);
        rate.Enter(client);
        DateTimeOffset now = time.GetUtcNow();
        // Whoever may see the unit may see the page: it is drawn for somebody who sees the unit and nothing around it.
        Caller anybody = new("", caller.Roles, [live.Unit.Id.Text], null);
        PageContext page = await opener.Open(live.Ask with { Period = live.Period }, anybody, cancellation);
        DrawnPage drawn = await drawer.Draw(
            page with { Page = page.Page with { Kept = new KeptView(caller.Subject, TimeText.ExactMoment(now), seen) } }, cancellation);
        byte[] body = KeptBody.Pack(drawn.Html);
        KeptPage kept = new()
        {
            Id = KeptPage.IdOf(body),
            Unit = live.Unit.Id,
            Version = VersionText.Read(drawn.View.Version) ?? default,
            At = now,
            By = caller.Who,
            Style = KeptStyle.Source,
            Body = body,
        };
        await grains.GetGrain<IKeptPagesGrain>(0).Keep(kept, cancellation);
        return kept.Id;
    }

    /// <summary>The page of an id.</summary>
    /// <exception cref="RefusedException">None was kept under it, or the caller does not see its unit.</exception>
    public async Task<KeptPage> Find(string id, Caller caller, CancellationToken cancellation)
    {
        KeptPage? page = IsId(id) ? await grains.GetGrain<IKeptPagesGrain>(0).Find(id, cancellation) : null;
        return page is not null && await sight.Sees(caller, page.Unit, cancellation) ? page : throw new RefusedException(GatewayReasons.KeptPageNotFound);
    }

    private static bool IsId(string id) => id.Length == KeptPage.IdLength && id.All(char.IsAsciiHexDigitLower);
}
