let turnTimer = 0, rereadTimer = 0, lookTimer = 0;

async function read(address) {
  const answer = await fetch(address, { headers: { Accept: 'text/html' } });
  if (!answer.ok) throw new Error(String(answer.status));
  return new DOMParser().parseFromString(await answer.text(), 'text/html');
}

// A new build has other files: the page begins anew.
function isOther(other) {
  const files = of => [...of.querySelectorAll('script[src], link[rel=stylesheet]')].map(file => file.getAttribute('src') ?? file.getAttribute('href')).join();
  return files(other) !== files(document);
}

// Behind a stream that broke and is back there may be another build. Not asked at once, nor by all pages together, nor under somebody's hands.
function look() {
  lookTimer ||= setTimeout(async () => {
    lookTimer = 0;
    try {
      if (held || document.activeElement?.matches('input')) look();
      else if (isOther(await read(location.href))) location.reload();
    } catch { look(); }
  }, RETRY_MS + Math.random() * DAWN_MS);
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
      // The server may have put another indicator in front: its table has a stream of its own. And a frame tells what is other than in the one before: what the
      // page was read with may be older.
      if (root.dataset.stream !== stream || !root.dataset.rereads) open();
    } catch { /* The next frame tries again. */ }
  }, REREAD_MS);
}

// Whoever is on their way through the entries is not disturbed.
function latest(html) {
  const old = byId('ticker'), fresh = new DOMParser().parseFromString(html, 'text/html').getElementById('ticker');
  if (old && fresh && old.textContent !== fresh.textContent && !old.contains(document.activeElement)) old.replaceWith(fresh);
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

function schedule() {
  clearTimeout(turnTimer);
  const seconds = Number(root.dataset.rotate);
  if (!held && root.dataset.next && seconds > 0) turnTimer = setTimeout(() => turn(), seconds * 1000);
}

function begin() {
  page++;
  if (held) held = {};
  for (const timer of [turnTimer, rereadTimer, openTimer]) clearTimeout(timer);
  [turnTimer, rereadTimer, openTimer] = [0, 0, 0];
  [frames, heardAt, figuresAt, isLost, refusal, refusals] = [0, 0, '', false, '', 0];
  setClock(Number(root.dataset.now));
  learn();
  ages();
  const stop = byId('hold');
  if (stop) stop.hidden = !root.dataset.stream && !root.dataset.next;
  open();
  schedule();
}

document.addEventListener('click', event => { if (event.target.closest('#hold')) hold(); });

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

// A browser gives an address six connections: a page that nobody sees gives its own back, but for a wall.
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) { if (!source) open(); } else if (root.dataset.kiosk !== '1') quit();
});

// A page that was left waits in the browser for whoever comes back to it, and a wall's with its stream: after six of them no page would open any more.
addEventListener('pagehide', quit);
addEventListener('pageshow', event => { if (event.persisted && !source) open(); });

setInterval(() => {
  tick();
  tell();
  ages();
  // Also a stream that never began: something between may hold it back.
  if (source && performance.now() - Math.max(heardAt, openedAt) > SILENT_MS) { isLost = true; open(); }
}, 1000);

if (root.dataset.kiosk === '1') navigator.wakeLock?.request('screen').catch(() => {});
begin();
