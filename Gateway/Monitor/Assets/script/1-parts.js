// Makes a page live. The server writes every word; this puts them where they belong, says how old they are, and turns a wall to its next page.
// The files of this folder are sent as one module.
const root = document.documentElement;
const RETRY_MS = 2000, MOST_RETRY_MS = 30000, SILENT_MS = 15000, STALE_S = 10, FRESH_S = 3, MARK_MS = 2500, REREAD_MS = 2000, DAWN_MS = 60000;

let parts = new Map(), frames = 0, figuresAt = '';
// Which page it is, counted: what was asked for an earlier one comes too late.
let page = 0;
const marks = new WeakMap();

const byId = id => document.getElementById(id);

// Where each field of each part is: "b:width s:data-status" puts field b into an attribute, a bare name is the text.
function learn() {
  parts = new Map();
  for (const part of document.querySelectorAll('[data-k]')) {
    const known = parts.get(part.dataset.k) ?? { nodes: [], fields: new Map(), isSeen: false };
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
    if (!part) {
      // Of a unit with more indicators than the page has room for, the others are not on it.
      isUnknown ||= /^[tr]-/.test(key) && !root.dataset.part;
      continue;
    }
    let changed = false;
    for (const field in frame.g[key]) {
      // Since when a value is what it is, is no change of its own.
      for (const place of part.fields.get(field) ?? []) changed = put(place, frame.g[key][field]) && field[0] !== 'a' || changed;
    }
    // What came between the page and its first frame is not marked: nobody saw it change.
    // Nor is what only says what signs mean.
    if (changed && part.isSeen && !/^(key|signs)$/.test(key)) part.nodes.forEach(mark);
    part.isSeen = true;
  }
  if (frame.ranked || frame.unranked) order(frame);
  figuresAt = frame.at;
  ages();
  const version = byId('version'), seen = byId('seen');
  // Who has the page kept is told where it has moved on since.
  if (seen) seen.value = frame.v;
  const isNewer = version !== null && put({ node: version }, frame.v);
  frames++;
  root.dataset.frames = frames;
  if (isUnknown || (root.dataset.rereads && isNewer)) reread();
}

function order(frame) {
  const table = byId('league');
  if (!table) return;
  const ranked = frame.ranked ?? [];
  const apart = table.querySelector('.apart');
  if (apart) apart.hidden = !frame.unranked;
  const keys = [...(table.dataset.best ? ranked : ranked.slice().reverse()), ...(frame.unranked ?? [])];
  const rows = new Map([...table.children].map(row => [row.dataset.k, row]));
  const focused = document.activeElement;
  let at = 0, isMoved = false;
  for (const key of keys) {
    const row = rows.get(key);
    if (!row) continue;
    if (table.children[at] !== row) {
      table.insertBefore(row, table.children[at]);
      isMoved = true;
    }
    at++;
  }
  // Squares that stand by rank are drawn anew.
  if (isMoved && document.querySelector('.map-lines')) reread();
  if (focused !== document.activeElement && table.contains(focused)) focused.focus({ preventScroll: true });
}
