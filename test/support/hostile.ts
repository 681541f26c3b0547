/** Texts that a spreadsheet would run if it took them for formulas. */
import fc from 'fast-check';

const known = [
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://example.invalid","点此")',
  '+1+cmd|1',
  '-2+3',
  '@SUM(1+9)*cmd|1',
  '\t=1+1',
  '\r=1+1',
  '=1+1";=1',
  '＝1+1',
];

/** One of the known ones, or any text after a character with which formulas begin. */
export const anyHostile = fc.oneof(
  fc.constantFrom(...known),
  fc
    .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r'), fc.string({ unit: 'grapheme', maxLength: 12 }))
    .map(([first, rest]) => `${first}${rest}`),
);
