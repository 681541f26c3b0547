/** A font in the slot for which it stands, measured character by character. */
import type { FontSlot } from '../case/types.ts';
import type { FontProgram } from './program.ts';
import type { FontFace } from './types.ts';

const plane = 0x10000;

/** A face for a slot. Glyphs and advances are kept: the same few thousand characters are measured again and again. */
export function faceOf(program: FontProgram, slot: FontSlot, key: string, standIn: boolean): FontFace {
  const { unitsPerEm, glyphOf, advanceOf } = program;
  // One more than the number of the glyph: nothing has to be written for those that are never asked for.
  const glyphs = new Int32Array(plane);
  const advances = new Float64Array(plane);
  const glyph = (codePoint: number): number => {
    const known = codePoint < plane ? (glyphs[codePoint] as number) : 0;
    if (known > 0) return known - 1;
    const found = glyphOf(codePoint);
    if (codePoint < plane) {
      glyphs[codePoint] = found + 1;
      advances[codePoint] = advanceOf(found) / unitsPerEm;
    }
    return found;
  };
  return {
    slot,
    key,
    name: program.name,
    standIn,
    program,
    glyph,
    has: (codePoint) => glyph(codePoint) !== 0,
    advance(codePoint) {
      const found = glyph(codePoint);
      return codePoint < plane ? (advances[codePoint] as number) : advanceOf(found) / unitsPerEm;
    },
  };
}
