/** What pages look like, compared point by point. */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A page drawn by a reader: its points from the upper left corner, row by row, three bytes each. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly points: Uint8Array;
}

/** The pages of a PDF as poppler draws them. */
export async function picturesOf(pdf: Uint8Array, dotsPerInch = 100): Promise<readonly Picture[]> {
  const folder = await mkdtemp(join(tmpdir(), 'neibao-pixels-'));
  try {
    await writeFile(join(folder, 'file.pdf'), pdf);
    await run('pdftoppm', ['-r', String(dotsPerInch), join(folder, 'file.pdf'), join(folder, 'page')]);
    const names = (await readdir(folder)).filter((name) => name.endsWith('.ppm')).sort();
    return await Promise.all(names.map(async (name) => pictureOf(await readFile(join(folder, name)))));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A file of poppler: `P6`, width, height and 255 in text, then the points. */
function pictureOf(bytes: Buffer): Picture {
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString('latin1', 0, 40));
  if (head === null) throw new Error('no picture of poppler');
  return { width: Number(head[1]), height: Number(head[2]), points: bytes.subarray(head[0].length) };
}

/**
 * Of 255, how much the smoothing of an edge may differ: poppler sets characters on quarters of a point, to either side of
 * which places fall that differ in their last decimal.
 */
const smoothing = 80;

/**
 * Points at which two pictures differ by more than the smoothing of edges: where the colour of one is far from all that the
 * other has there and in the eight points around.
 */
export function differences(one: Picture, other: Picture): number {
  if (one.width !== other.width || one.height !== other.height) return Number.POSITIVE_INFINITY;
  return strange(one, other) + strange(other, one);
}

function strange({ width, height, points }: Picture, other: Picture): number {
  let count = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = 3 * (y * width + x);
      const same = [0, 1, 2].every((part) => points[at + part] === other.points[at + part]);
      if (!same && isStrange(points, at, other, x, y)) count += 1;
    }
  }
  return count;
}

function isStrange(points: Uint8Array, at: number, { width, height, points: others }: Picture, x: number, y: number) {
  return [0, 1, 2].some((part) => {
    let [least, most] = [255, 0];
    for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
      for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
        const value = others[3 * (row * width + column) + part] as number;
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
    }
    const value = points[at + part] as number;
    return value < least - smoothing || value > most + smoothing;
  });
}

/** Points that are not paper. */
export function inked({ points }: Picture): number {
  let count = 0;
  for (let at = 0; at < points.length; at += 3)
    if (points.subarray(at, at + 3).some((value) => value < 128)) count += 1;
  return count;
}
