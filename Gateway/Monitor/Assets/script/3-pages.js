let turnTimer = 0, latestTimer = 0, rereadTimer = 0, latestText = '';

async function read(address) {
  const answer = await fetch(address, { headers: { Accept: 'text/html' } });
  if (!answer.ok) throw new Error(String(answer.status));
  return new DOMParser().parseFromString(await answer.text(), 'text/html');
}

// A new build has other files: the page begins anew.
function isOther(other) {
  return other.querySelector('script[src]')?.getAttribute('src') !== document.querySelector('script[src]')?.getAttribute('src');
}

// What stands on the root says which stream the page has and where a wall turns to.
function takeOver(other) {
  for (const { name } of [...root.attributes]) if (name.startsWith('data-') && name !== 'data-live' && name !== 'data-frames') root.removeAttribute(name);
  for (const { name, value } of other.documentElement.attributes) root.setAttribute(name, value);
}

// Where somebody is on the page, and the way back to it on one that takes its place: what has the focus, and how far the page and its tables are scrolled.
function place() {
  const main = byId('main'), active = document.activeElement, boxes = () => [...byId('main').querySelectorAll('.scroll')];
  const inside = main.contains(active) && active !== main, href = inside ? active.getAttribute('href') : null;
  const box = inside ? boxes().indexOf(active) : -1, onMain = active === main;
  const scrolled = boxes().map(b => [b.scrollLeft, b.scrollTop]), [x, y] = [scrollX, scrollY];
  return () => {
    const next = onMain ? byId('main') : href ? byId('main').querySelector(`[href="${CSS.escape(href)}"]`) : boxes()[box];
    next?.focus({ preventScroll: true });
    boxes().forEach((b, at) => [b.scrollLeft, b.scrollTop] = scrolled[at] ?? [0, 0]);
    scrollTo(x, y);
  };
}

function reread() {
  if (rereadTimer) return;
  const mine = page;
  rereadTimer = setTimeout(async () => {
    rereadTimer = 0;
    try {
      const other = await read(location.href);
      if (mine !== page) return;
      if (isOther(other)) { location.reload(); return; }
      const stream = root.dataset.stream, comeBack = place();
      takeOver(other);
      byId('main').replaceWith(other.getElementById('main'));
      learn();
      comeBack();
      // The server may have put another indicator in front: its table has a stream of its own.
      if (root.dataset.stream !== stream) open();
    } catch { /* The next frame tries again. */ }
  }, REREAD_MS);
}

function latest() {
  if (latestTimer || !root.dataset.latest) return;
  const mine = page;
  latestTimer = setTimeout(async () => {
    latestTimer = 0;
    try {
      const answer = await fetch(root.dataset.latest);
      const text = answer.ok ? await answer.text() : latestText;
      if (mine !== page || text === latestText) return;
      latestText = text;
      const other = new DOMParser().parseFromString(text, 'text/html');
      const old = byId('ticker'), fresh = other.getElementById('ticker');
      if (old && fresh && old.textContent !== fresh.textContent && !old.contains(document.activeElement)) old.replaceWith(fresh);
    } catch { /* The next frame tries again. */ }
  }, LATEST_MS);
}

// A wall turns by reading the next page and putting it in place of this one: when the server is away, what was shown stays.
async function turn(next = root.dataset.next) {
  clearTimeout(turnTimer);
  if (!next) return;
  const mine = page;
  try {
    const other = await read(next);
    if (mine !== page) return;
    if (isOther(other)) { location.assign(next); return; }
    takeOver(other);
    document.title = other.title;
    document.body.replaceWith(other.body);
    history.replaceState(null, '', next);
    begin();
  } catch {
    if (mine === page) turnTimer = setTimeout(() => turn(next), RETRY_MS);
  }
}

function begin() {
  page++;
  for (const timer of [turnTimer, latestTimer, rereadTimer, openTimer]) clearTimeout(timer);
  [turnTimer, latestTimer, rereadTimer, openTimer] = [0, 0, 0, 0];
  [frames, latestText, heardAt, figuresAt, isLost, refusal, refusals] = [0, '', 0, '', false, '', 0];
  setClock(Number(root.dataset.now));
  learn();
  open();
  const seconds = Number(root.dataset.rotate);
  if (root.dataset.next && seconds > 0) turnTimer = setTimeout(() => turn(), seconds * 1000);
}

document.addEventListener('keydown', event => {
  if (event.key === '/' && event.ctrlKey) {
    event.preventDefault();
    byId('q')?.focus();
  } else if (root.dataset.kiosk === '1' && (event.key === 'ArrowRight' || event.key === 'ArrowLeft')) {
    const way = document.querySelector(`.pages a:${event.key === 'ArrowRight' ? 'last' : 'first'}-child`);
    turn(way?.getAttribute('href') ?? root.dataset.next);
  } else if (root.dataset.kiosk === '1' && event.key === 'Escape') {
    const address = new URL(location.href);
    for (const name of ['kiosk', 'rotate', 'units', 'page']) address.searchParams.delete(name);
    location.assign(address);
  }
});

// A browser gives an address six connections: a page that nobody sees gives its own back.
document.addEventListener('visibilitychange', () => {
  if (document.hidden && root.dataset.kiosk !== '1') { source?.close(); source = null; } else if (!source) open();
});

setInterval(() => {
  tick();
  tell();
  // Also a stream that never began: something between may hold it back.
  if (source && performance.now() - Math.max(heardAt, openedAt) > SILENT_MS) { isLost = true; open(); }
}, 1000);

if (root.dataset.kiosk === '1') navigator.wakeLock?.request('screen').catch(() => {});
begin();
