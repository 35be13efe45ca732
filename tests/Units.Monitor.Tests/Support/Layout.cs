namespace Units.Monitor.Tests.Support;

/// <summary>Where things are on a page as it is drawn.</summary>
internal static class Layout
{
    // Words for screen readers are drawn on one pixel: those are no text to look at.
    private const string Shown =
        "const shown = n => { for (let e = n; e; e = e.parentElement) { const s = getComputedStyle(e); if (s.visibility === 'hidden' || s.clipPath !== 'none') return false; } return n.getClientRects().length > 0; };";

    private const string Numbers = ".value b, .value .unit, .stand .pct, .count b, .rank, td.num, .clock b, .target span, .cover span, .mark";

    /// <summary>That no text is smaller than so many pixels.</summary>
    public static void IsLegible(Browser browser, double least)
    {
        object? small = browser.Run(
            Shown + "const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];"
            + "while (walk.nextNode()) { const e = walk.currentNode.parentElement; if (!walk.currentNode.data.trim() || !shown(e) || e.closest('noscript')) continue;"
            // An icon repeats what a colour or a word says; on a square of a map it is a sign and no text.
            + "if (e.closest('.map-icon')) continue;"
            + "const svg = e.closest('svg'), size = parseFloat(getComputedStyle(e).fontSize) * (svg ? svg.getScreenCTM().a : 1);"
            + "if (size < arguments[0]) found.push(`${size.toFixed(1)}: ${walk.currentNode.data.trim()}`); }"
            + "return found.slice(0, 5).join('; ')",
            least);
        Assert.Equal("", small);
    }

    /// <summary>That no number is cut, and that what stands in a tile neither leaves it nor lies upon another.</summary>
    public static void IsWhole(Browser browser)
    {
        object? cut = browser.Run(
            Shown + "const found = [], box = e => e.getBoundingClientRect(), say = (e, why) => found.push(`${e.getAttribute('class') || e.tagName} “${e.textContent.trim().replace(/\\s+/g, ' ').slice(0, 40)}” ${why} (${innerWidth}x${innerHeight}, ${e.closest('.tile')?.querySelector('h3').textContent ?? ''})`);"
            + $"for (const e of document.querySelectorAll('{Numbers}')) if (shown(e) && getComputedStyle(e).overflowX !== 'visible' && e.scrollWidth > e.clientWidth + 1) say(e, 'is cut');"
            + "for (const tile of document.querySelectorAll('.tile')) { if (!shown(tile)) continue; const t = box(tile);"
            + "const parts = [...tile.children].flatMap(e => e.classList.contains('stand') ? [...e.children] : [e]).filter(e => shown(e) && e.tagName !== 'svg' || e.classList.contains('bullet'));"
            + "for (const p of parts) { const b = box(p); if (b.right > t.right + 1 || b.bottom > t.bottom + 1 || b.left < t.left - 1 || b.top < t.top - 1 || p.tagName !== 'svg' && p.scrollWidth > p.clientWidth + 1) say(p, 'leaves its tile');"
            + "for (const q of parts) { const c = box(q); if (p !== q && b.left < c.right - 1 && c.left < b.right - 1 && b.top < c.bottom - 2 && c.top < b.bottom - 2) say(p, `lies upon ${q.getAttribute('class')}`); } } }"
            + "for (const row of document.querySelectorAll('.league-box .scroll')) for (const e of row.querySelectorAll('td.num')) { const b = box(e), r = box(row); if (shown(e) && getComputedStyle(row).overflowX === 'hidden' && b.right > r.right + 1) say(e, 'is cut by its table'); }"
            + "const kiosk = document.documentElement.dataset.kiosk === '1' && getComputedStyle(document.body).overflowY === 'hidden';"
            + "if (kiosk) for (const e of document.querySelectorAll('header .state *, .summary *, .news *, .head-line *, .map text')) { const b = box(e), home = box(e.closest('section,header')); if (shown(e) && (b.right > home.right + 1 || b.bottom > home.bottom + 1)) say(e, 'leaves its part of the wall'); }"
            + "return found.slice(0, 8).join('; ')");
        Assert.Equal("", cut);
    }
}
