/** Pictures of pages: read from pdftoppm, cut to what stands on them or laid side by side, written as PNG. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

/** Pages of a PDF as { width, height, data } with three bytes a pixel. */
export function renderPages(pdf, resolution) {
  const folder = mkdtempSync(join(tmpdir(), 'neibao-pages-'));
  writeFileSync(join(folder, 'in.pdf'), pdf);
  execFileSync('pdftoppm', ['-r', String(resolution), join(folder, 'in.pdf'), join(folder, 'page')]);
  const pages = readdirSync(folder)
    .filter((name) => name.endsWith('.ppm'))
    .sort()
    .map((name) => readPpm(readFileSync(join(folder, name))));
  rmSync(folder, { recursive: true });
  return pages;
}

function readPpm(bytes) {
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 40).toString('latin1'));
  return { width: Number(head[1]), height: Number(head[2]), data: bytes.subarray(head[0].length) };
}

/** Rows of a page between which anything stands, above `limit`; the columns from `left` to `right`. */
export function cropped(page, { left, right, limit, border }) {
  const inked = [];
  for (let y = 0; y < Math.min(limit, page.height); y++) {
    const row = page.data.subarray(y * page.width * 3, (y + 1) * page.width * 3);
    if (row.some((value) => value < 200)) inked.push(y);
  }
  const top = Math.max(0, (inked[0] ?? 0) - border);
  const bottom = Math.min(page.height, (inked.at(-1) ?? 20) + border + 1);
  return part(page, Math.max(0, left), top, Math.min(page.width, right), bottom);
}

function part(page, left, top, right, bottom) {
  const width = right - left;
  const rows = [];
  for (let y = top; y < bottom; y++)
    rows.push(page.data.subarray((y * page.width + left) * 3, (y * page.width + right) * 3));
  return { width, height: bottom - top, data: Buffer.concat(rows) };
}

/** Pages side by side on grey. */
export function sideBySide(pages, gap = 6) {
  const width = pages.reduce((sum, page) => sum + page.width + gap, gap);
  const height = Math.max(...pages.map((page) => page.height)) + 2 * gap;
  const data = Buffer.alloc(width * height * 3, 0xd0);
  let x = gap;
  for (const page of pages) {
    for (let y = 0; y < page.height; y++) {
      page.data.copy(data, ((y + gap) * width + x) * 3, y * page.width * 3, (y + 1) * page.width * 3);
    }
    x += page.width + gap;
  }
  return { width, height, data };
}

export function pngOf({ width, height, data }) {
  const raw = Buffer.alloc((width * 3 + 1) * height);
  for (let y = 0; y < height; y++) data.copy(raw, y * (width * 3 + 1) + 1, y * width * 3, (y + 1) * width * 3);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(raw, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
