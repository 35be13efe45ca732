// Brings pictures of screens down to a palette: node palette.mjs FILE.png... They have few colours, and are a third as large with it.
import { readFileSync, writeFileSync } from 'node:fs';
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const COLOURS = 160, APART = 9, BUCKETS = 1 << 15, SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

function decode(file) {
  let at = SIGNATURE.length, width = 0, height = 0, depth = 0;
  const data = [];
  while (at < file.length) {
    const length = file.readUInt32BE(at), type = file.toString('latin1', at + 4, at + 8), body = file.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') {
      [width, height, depth] = [body.readUInt32BE(0), body.readUInt32BE(4), body[9] === 6 ? 4 : body[9] === 2 ? 3 : 0];
      if (depth === 0 || body[8] !== 8) return null;
    }
    if (type === 'IDAT') data.push(body);
    at += length + 12;
  }
  const raw = inflateSync(Buffer.concat(data)), stride = width * depth, pixels = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)], from = y * (stride + 1) + 1, to = y * stride;
    for (let i = 0; i < stride; i++) {
      const left = i < depth ? 0 : pixels[to + i - depth], up = y === 0 ? 0 : pixels[to + i - stride], corner = y === 0 || i < depth ? 0 : pixels[to + i - stride - depth];
      const guess = left + up - corner, a = Math.abs(guess - left), b = Math.abs(guess - up), c = Math.abs(guess - corner);
      const add = filter === 0 ? 0 : filter === 1 ? left : filter === 2 ? up : filter === 3 ? (left + up) >> 1 : a <= b && a <= c ? left : b <= c ? up : corner;
      pixels[to + i] = raw[from + i] + add;
    }
  }
  return { width, height, depth, pixels };
}

// The commonest buckets are the palette, each with the mean of what is in it, and none close to another: an arrow has a colour of its own and few pixels.
// Whatever else there is takes the nearest.
function reduce({ width, height, depth, pixels }) {
  const count = new Uint32Array(BUCKETS), sums = [new Float64Array(BUCKETS), new Float64Array(BUCKETS), new Float64Array(BUCKETS)];
  const bucket = i => (pixels[i] >> 3) << 10 | (pixels[i + 1] >> 3) << 5 | pixels[i + 2] >> 3;
  for (let i = 0; i < pixels.length; i += depth) {
    const b = bucket(i);
    count[b]++;
    for (let k = 0; k < 3; k++) sums[k][b] += pixels[i + k];
  }
  const used = [...count.keys()].filter(b => count[b] > 0).sort((a, b) => count[b] - count[a]);
  const mean = b => sums.map(s => Math.round(s[b] / count[b]));
  const palette = [];
  for (const b of used) {
    const [red, green, blue] = mean(b);
    if (palette.length < COLOURS && palette.every(([r, g, bl]) => (r - red) ** 2 + (g - green) ** 2 + (bl - blue) ** 2 >= APART ** 2)) palette.push([red, green, blue]);
  }
  const place = new Uint8Array(BUCKETS);
  for (const b of used) {
    const [red, green, blue] = mean(b);
    let best = Infinity;
    palette.forEach(([r, g, bl], p) => {
      const far = (r - red) ** 2 + (g - green) ** 2 + (bl - blue) ** 2;
      if (far < best) [best, place[b]] = [far, p];
    });
  }
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0, i = 0; y < height; y++) for (let x = 0; x < width; x++, i += depth) rows[y * (width + 1) + 1 + x] = place[bucket(i)];
  return { palette, rows };
}

function chunk(type, body) {
  const head = Buffer.alloc(8), tail = Buffer.alloc(4), name = Buffer.from(type, 'latin1');
  head.writeUInt32BE(body.length, 0);
  name.copy(head, 4);
  tail.writeUInt32BE(crc32(Buffer.concat([name, body])), 0);
  return Buffer.concat([head, body, tail]);
}

for (const path of process.argv.slice(2)) {
  const image = decode(readFileSync(path));
  if (image === null) continue;
  const { palette, rows } = reduce(image), header = Buffer.alloc(13);
  header.writeUInt32BE(image.width, 0);
  header.writeUInt32BE(image.height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  writeFileSync(path, Buffer.concat([
    SIGNATURE, chunk('IHDR', header), chunk('PLTE', Buffer.from(palette.flat())), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0)),
  ]));
}
