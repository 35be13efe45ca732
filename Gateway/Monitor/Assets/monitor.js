// Makes a page live. The server writes every word; this puts them where they belong, says how old they are, and turns a wall to its next page.
const root = document.documentElement;
const RETRY_MS = 2000, SILENT_MS = 15000, STALE_S = 10, MARK_MS = 2500, LATEST_MS = 3000, REREAD_MS = 2000;

let parts = new Map(), source = null, heardAt = 0, lagS = 0, figuresAt = '', isLost = false, frames = 0;
let turnTimer = 0, latestTimer = 0, rereadTimer = 0, openTimer = 0, latestText = '', serverAt = 0, day = '';
const marks = new WeakMap();

const byId = id => document.getElementById(id);

// Where each field of each part is: "b:width s:data-status" puts field b into an attribute, a bare name is the text.
function learn() {
  parts = new Map();
  for (const part of document.querySelectorAll('[data-k]')) {
    const known = parts.get(part.dataset.k) ?? { nodes: [], fields: new Map() };
    parts.set(part.dataset.k, known);
    known.nodes.push(part);
    for (const node of [part, ...part.querySelectorAll('[data-f]')]) {
      for (const token of (node.dataset.f ?? '').split(' ')) {
        const [field, attribute] = token.split(':');
        if (field) known.fields.set(field, [...(known.fields.get(field) ?? []), { node, attribute }]);
      }
    }
  }
}

function put({ node, attribute }, text) {
  if (attribute) {
    if (node.getAttribute(attribute) === text) return false;
    node.setAttribute(attribute, text);
    return true;
  }
  if (node.textContent === text) return false;
  node.textContent = text;
  return true;
}

function mark(node) {
  clearTimeout(marks.get(node));
  node.classList.add('changed');
  marks.set(node, setTimeout(() => node.classList.remove('changed'), MARK_MS));
}

function show(frame) {
  let isUnknown = false;
  for (const key in frame.g) {
    const part = parts.get(key);
    // Of a unit with more indicators than the page has room for, the others are not on it.
    if (!part) { isUnknown ||= !root.dataset.part; continue; }
    let changed = false;
    for (const field in frame.g[key]) {
      for (const place of part.fields.get(field) ?? []) changed = put(place, frame.g[key][field]) || changed;
    }
    if (changed && frames > 2) {
      part.nodes.forEach(mark);
      for (const node of part.nodes) node.dataset.moved = '1';
    }
  }
  if (frame.ranked || frame.unranked) order(frame);
  figuresAt = frame.at;
  const version = byId('version');
  const isNewer = version !== null && put({ node: version }, frame.v);
  frames++;
  root.dataset.frames = frames;
  if (isUnknown || (root.dataset.rereads && isNewer)) reread();
  latest();
}

function order(frame) {
  const table = byId('league');
  if (!table) return;
  const ranked = frame.ranked ?? [];
  const keys = [...(table.dataset.best ? ranked : ranked.slice().reverse()), ...(frame.unranked ?? [])];
  const rows = new Map([...table.children].map(row => [row.dataset.k, row]));
  const focused = document.activeElement;
  let at = 0;
  for (const key of keys) {
    const row = rows.get(key);
    if (!row) continue;
    if (table.children[at] !== row) table.insertBefore(row, table.children[at]);
    at++;
  }
  if (focused !== document.activeElement && table.contains(focused)) focused.focus({ preventScroll: true });
}

function heard(lag) {
  heardAt = performance.now();
  lagS = lag;
  isLost = false;
  tell();
}

const vietnam = at => new Date(at + 7 * 3600e3).toISOString();

// The clock is the server's: a screen's own may be wrong.
function setClock(at) {
  serverAt = at - performance.now();
}

function tick() {
  const clock = byId('clock'), now = vietnam(serverAt + performance.now());
  if (clock) put({ node: clock }, now.slice(11, 16));
  // Another day has another date, and may have another month that is reported now.
  if (day && day !== now.slice(0, 10) && root.dataset.live === '1') location.reload();
  day ||= now.slice(0, 10);
}

function tell() {
  const text = byId('age-text'), lost = byId('lost');
  if (!text || !root.dataset.stream) return;
  const age = Math.max(0, Math.round((performance.now() - heardAt) / 1000 + lagS));
  const isStale = isLost || age >= STALE_S;
  root.classList.toggle('stale', isStale);
  root.dataset.live = isStale ? '0' : '1';
  if (heardAt && !isLost) put({ node: text }, root.dataset.fresh.replace('{}', age));
  const words = isLost ? root.dataset.lost : isStale && heardAt ? root.dataset.lag : '';
  put({ node: lost }, words.replace('{}', figuresAt || byId('age').dataset.at));
}

function open() {
  clearTimeout(openTimer);
  source?.close();
  source = null;
  if (!root.dataset.stream) return;
  const mine = source = new EventSource(root.dataset.stream);
  const listen = (name, act) => mine.addEventListener(name, event => { if (mine === source) act(event); });
  listen('page', event => { show(JSON.parse(event.data)); heard(0); });
  listen('heartbeat', event => {
    const beat = JSON.parse(event.data).heartbeat;
    const lag = parseFloat(beat.lag) || 0;
    if (beat.serverTime) setClock(Date.parse(beat.serverTime));
    if (lag < STALE_S && beat.serverTime) figuresAt = vietnam(Date.parse(beat.serverTime)).slice(11, 19);
    heard(lag);
  });
  // The browser comes back by itself after a break; where the server refused, it does not.
  listen('error', () => {
    isLost = true;
    tell();
    if (mine.readyState === EventSource.CLOSED) openTimer = setTimeout(reopen, RETRY_MS);
  });
}

// A token that is over refuses the page as well: it says so, and asks for another.
async function reopen() {
  try {
    if ((await fetch(location.href)).status === 401) { location.reload(); return; }
  } catch { /* The server is away: the stream tells when it is back. */ }
  open();
}

async function read(address) {
  const answer = await fetch(address, { headers: { Accept: 'text/html' } });
  if (!answer.ok) throw new Error(String(answer.status));
  return new DOMParser().parseFromString(await answer.text(), 'text/html');
}

// A new build has other files: the page begins anew.
function isOther(page) {
  return page.querySelector('script[src]')?.getAttribute('src') !== document.querySelector('script[src]')?.getAttribute('src');
}

function reread() {
  if (rereadTimer) return;
  rereadTimer = setTimeout(async () => {
    rereadTimer = 0;
    try {
      const page = await read(location.href);
      const href = document.activeElement?.closest?.('main')?.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null;
      byId('main').replaceWith(page.getElementById('main'));
      learn();
      if (href) byId('main').querySelector(`[href="${CSS.escape(href)}"]`)?.focus({ preventScroll: true });
    } catch { /* The next frame tries again. */ }
  }, REREAD_MS);
}

function latest() {
  if (latestTimer || !root.dataset.latest) return;
  latestTimer = setTimeout(async () => {
    latestTimer = 0;
    try {
      const answer = await fetch(root.dataset.latest);
      const text = answer.ok ? await answer.text() : latestText;
      if (text === latestText) return;
      latestText = text;
      const page = new DOMParser().parseFromString(text, 'text/html');
      const old = byId('ticker'), fresh = page.getElementById('ticker');
      if (old && fresh && old.textContent !== fresh.textContent && !old.contains(document.activeElement)) old.replaceWith(fresh);
    } catch { /* The next frame tries again. */ }
  }, LATEST_MS);
}

// A wall turns by reading the next page and putting it in place of this one: when the server is away, what was shown stays.
async function turn(next = root.dataset.next) {
  clearTimeout(turnTimer);
  if (!next) return;
  try {
    const page = await read(next);
    if (isOther(page)) { location.assign(next); return; }
    for (const { name } of [...root.attributes]) if (name.startsWith('data-')) root.removeAttribute(name);
    for (const { name, value } of page.documentElement.attributes) root.setAttribute(name, value);
    document.title = page.title;
    document.body.replaceWith(page.body);
    history.replaceState(null, '', next);
    begin();
  } catch {
    turnTimer = setTimeout(() => turn(next), RETRY_MS);
  }
}

function begin() {
  [frames, latestText, heardAt, figuresAt] = [0, '', 0, ''];
  setClock(Number(root.dataset.now));
  learn();
  open();
  clearTimeout(turnTimer);
  const seconds = Number(root.dataset.rotate);
  if (root.dataset.next && seconds > 0) turnTimer = setTimeout(() => turn(), seconds * 1000);
}

document.addEventListener('keydown', event => {
  if (event.key === '/' && !event.ctrlKey && !event.metaKey && !event.target.closest?.('input,textarea')) {
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
  if (source && heardAt && performance.now() - heardAt > SILENT_MS) { isLost = true; heardAt = performance.now(); open(); }
}, 1000);

if (root.dataset.kiosk === '1') navigator.wakeLock?.request('screen').catch(() => {});
begin();
