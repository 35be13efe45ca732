let source = null, openedAt = 0, heardAt = 0, lagS = 0, isLost = false, refusal = '', refusals = 0, openTimer = 0, held = null;
let serverAt = 0, day = '';

const vietnam = at => new Date(at + 7 * 3600e3).toISOString();

// The clock is the server's: a screen's own may be wrong.
function setClock(at) {
  serverAt = at - performance.now();
}

function tick() {
  const clock = byId('clock'), now = vietnam(serverAt + performance.now());
  if (clock) put({ node: clock }, now.slice(11, 16));
  if (held) return;
  // Another day has another date, and may have another month that is reported now. Not all pages ask at once, and where the server is away the page stays.
  if (day && day !== now.slice(0, 10)) setTimeout(() => turn(location.href), Math.random() * DAWN_MS);
  day = now.slice(0, 10);
}

// How old each value is: the server says when it changed, and how that is put.
function ages() {
  const [now, minutes, hours, days] = (root.dataset.ages ?? '').split('|'), at = serverAt + performance.now();
  for (const time of document.querySelectorAll('.aged time')) {
    const age = Math.max(0, Math.floor((at - Date.parse(time.dateTime)) / 60e3));
    const text = isNaN(age) ? '' : age < 1 ? now : age < 60 ? minutes.replace('{}', age) : age < 1440 ? hours.replace('{}', Math.floor(age / 60)) : days.replace('{}', Math.floor(age / 1440));
    put({ node: time.firstElementChild }, text);
  }
}

function heard(lag) {
  if (isLost) look();
  heardAt = performance.now();
  [lagS, isLost, refusal, refusals] = [lag, false, '', 0];
  tell();
}

function tell() {
  const text = byId('age-text'), lost = byId('lost');
  if (!text || !root.dataset.stream) return;
  const age = Math.max(0, Math.round((performance.now() - heardAt) / 1000 + lagS));
  const isStale = isLost || (heardAt > 0 && age >= STALE_S);
  root.classList.toggle('stale', isStale);
  root.dataset.live = heardAt > 0 && !isStale ? '1' : '0';
  if (heardAt && !isStale) put({ node: text }, root.dataset.fresh.split('|')[age < FRESH_S ? 0 : 1].replace('{}', age));
  const words = refusal ? root.dataset.refused.replace('{why}', refusal) : isLost ? root.dataset.lost : held ? root.dataset.held : isStale ? root.dataset.lag : '';
  put({ node: lost }, words.replace('{}', figuresAt || byId('age').dataset.at));
}

// Who reads may stop what moves: figures, their order, and the turning of a wall. What comes meanwhile is put together and shown afterwards.
function take(frame) {
  if (!held) { show(frame); return; }
  // A frame tells what is other than in the one before.
  const merged = { ...held.frame, ...frame, g: { ...held.frame?.g } };
  for (const key in frame.g) merged.g[key] = { ...merged.g[key], ...frame.g[key] };
  if (frame.ranked || frame.unranked) [merged.ranked, merged.unranked] = [frame.ranked, frame.unranked];
  held.frame = merged;
  root.dataset.waiting = '1';
}

function hold() {
  const { frame, latest: html } = held ?? {};
  held = held ? null : {};
  root.classList.toggle('held', held !== null);
  delete root.dataset.waiting;
  if (frame) show(frame);
  if (html) latest(html);
  schedule();
  tell();
}

function quit() {
  clearTimeout(openTimer);
  source?.close();
  source = null;
}

function open() {
  quit();
  if (!root.dataset.stream) return;
  const mine = source = new EventSource(root.dataset.stream);
  openedAt = performance.now();
  const listen = (name, act) => mine.addEventListener(name, event => { if (mine === source) act(event); });
  listen('page', event => { take(JSON.parse(event.data)); heard(0); });
  listen('latest', event => { const html = JSON.parse(event.data).html; if (held) held.latest = html; else latest(html); });
  listen('heartbeat', event => {
    const beat = JSON.parse(event.data).heartbeat;
    const lag = parseFloat(beat.lag) || 0;
    if (beat.serverTime) setClock(Date.parse(beat.serverTime));
    if (lag < STALE_S && beat.serverTime && !held) figuresAt = vietnam(Date.parse(beat.serverTime)).slice(11, 19);
    heard(lag);
  });
  // The browser comes back by itself after a break; where the server refused, it does not.
  listen('error', () => {
    isLost = true;
    tell();
    if (mine.readyState !== EventSource.CLOSED) return;
    // Thousands that are refused do not come back in step, nor all the faster the longer it lasts.
    const pause = Math.min(MOST_RETRY_MS, RETRY_MS * 2 ** Math.min(refusals++, 5));
    openTimer = setTimeout(reopen, pause * (0.5 + Math.random() / 2));
  });
}

// The stream itself is asked why it was refused. A token that is over refuses the page as well: it says so, and asks for another.
async function reopen() {
  const mine = page, asked = new AbortController();
  try {
    const answer = await fetch(root.dataset.stream, { signal: asked.signal, headers: { 'Accept-Language': root.lang } });
    if (mine !== page) return;
    if (answer.status === 401) { location.reload(); return; }
    const said = answer.ok ? {} : await answer.json();
    // The message itself is English, as gRPC asks; the one in the language asked for stands beside it.
    refusal = said.details?.find(d => d.locale === root.lang)?.message ?? said.message ?? '';
  } catch { /* The server is away: the stream tells when it is back. */ }
  asked.abort();
  if (mine !== page) return;
  tell();
  open();
}
