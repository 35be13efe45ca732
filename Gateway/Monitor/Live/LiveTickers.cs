using Units.Gateway.Identity;
using Units.Gateway.Monitor.Asking;
using Units.Gateway.Monitor.Parts;
using Units.Gateway.Monitor.Reading;
using Units.Gateway.Monitor.Serving;

namespace Units.Gateway.Monitor.Live;

/// <summary>The tickers of all pages that are open: one for those of the same unit, language and looks whose callers may see the same.</summary>
internal sealed class LiveTickers(PageReader opener, OverviewReader overview, PageRenderer renderer, TimeProvider time)
{
    /// <summary>The most that are kept, seen or not.</summary>
    public const int MaxKept = 1_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, LiveTicker> _kept = new(StringComparer.Ordinal);

    /// <summary>The ticker of a page.</summary>
    public LiveTicker Of(PageContext page)
    {
        // What is seen of the ways below a page may differ from caller to caller.
        Caller caller = page.Caller;
        MonitorAsk ask = page.Ask.Of(page.Ask.Unit);
        string sees = caller.SeesAll ? Caller.Everything : string.Join(',', caller.Subtrees.Order());
        string key = $"{ask.Address}|{sees}";
        lock (_gate)
        {
            if (_kept.TryGetValue(key, out LiveTicker? known))
            {
                return known;
            }

            LiveTicker ticker = new(cancellation => Draw(ask, caller, cancellation), time);
            if (_kept.Count >= MaxKept)
            {
                foreach (string unseen in _kept.Where(k => !k.Value.IsSeen).Select(k => k.Key).ToArray())
                {
                    _kept.Remove(unseen);
                }
            }

            if (_kept.Count < MaxKept)
            {
                _kept.Add(key, ticker);
            }

            return ticker;
        }
    }

    private async Task<string> Draw(MonitorAsk ask, Caller caller, CancellationToken cancellation)
    {
        PageContext page = await opener.Open(ask, caller, cancellation);
        return await renderer.Text<Ticker>((nameof(Ticker.Lines), await overview.Latest(page, cancellation)), (nameof(Ticker.Ask), ask));
    }
}
