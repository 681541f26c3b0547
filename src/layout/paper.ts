/** Papers that are printed on, by the names that offices and printers use. Lengths in pt. */
import { mm } from './units.ts';

export interface Paper {
  readonly width: number;
  readonly height: number;
}

/** Width and height in mm, upright. 开 are the trimmed sizes that certificates are sold in. */
const papers: Readonly<Record<string, readonly [number, number]>> = {
  A3: [297, 420],
  A4: [210, 297],
  A5: [148, 210],
  '8K': [270, 390],
  '16K': [195, 270],
};

export const paperNames = Object.keys(papers);

/** No printer of an office takes more, and no card is smaller. In mm. */
const [smallest, largest] = [20, 1200];

/** A paper by its name, or by width and height in mm as in 390×270; undefined for anything else. */
export function paperOf(name: string): Paper | undefined {
  const known = Object.hasOwn(papers, name.toUpperCase()) ? papers[name.toUpperCase()] : undefined;
  const written = /^(\d+(?:\.\d+)?)\s*[×xX*]\s*(\d+(?:\.\d+)?)$/.exec(name.trim());
  const [width, height] = known ?? [Number(written?.[1]), Number(written?.[2])];
  const fits = [width, height].every((length) => length >= smallest && length <= largest);
  return fits ? { width: mm(width), height: mm(height) } : undefined;
}

/** The paper with its long side across, or upright. */
export function turned({ width, height }: Paper, orientation: 'portrait' | 'landscape'): Paper {
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  return orientation === 'portrait' ? { width: short, height: long } : { width: long, height: short };
}
