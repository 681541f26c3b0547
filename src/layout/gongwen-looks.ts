/**
 * What each role looks like on a 公文, in its four formats and both profiles. The numbers are those of `gbt9704.ts`;
 * where the standard is silent, the custom of offices.
 */
import type { FontSlot } from '../case/types.ts';
import { clauses } from './gbt9704.ts';
import type { Look, Looks } from './looks.ts';
import type { PageGeometry } from './page.ts';

const 三号 = clauses.bodySize.value;
/** GB/T 9704 3.2: a line is as high as its characters and 7/8 of 三号. */
const lineOf = (size: number) => size + 三号 * clauses.leading.value;

/**
 * How much lower Word and LibreOffice stand characters in a line than the PDF: they put the baseline at four fifths of an
 * exact line, the PDF centres characters whose ascent is 0.88 of their size.
 */
export function wordDrop({ size, pitch }: { readonly size: number; readonly pitch: number }): number {
  return 0.3 * pitch - 0.38 * size;
}

/** Pitch, in sizes, of a line whose characters stand at the same height everywhere. */
const snugPitch = 0.38 / 0.3;
/** What a snug line reaches beyond its characters, above and below. */
const snugOverhang = (size: number) => (size * (snugPitch - 1)) / 2;

/** A line whose distances count from its characters rather than from its edges. */
function snug(slot: FontSlot, size: number, look: Partial<Look>): Look {
  const overhang = snugOverhang(size);
  const [before, after] = [(look.before ?? 0) - overhang, (look.after ?? 0) - overhang];
  return { slot, size, pitch: size * snugPitch, keepNext: true, ...look, before, after };
}

/** The looks of a page of a 公文; empty for all other pages. */
export function gongwenLooks({ gongwen, grid, margin }: PageGeometry): Looks {
  if (gongwen === null || grid === null) return {};
  const { pitch } = grid;
  /** From the edge of a line on the grid to its characters. */
  const lead = (pitch - 三号) / 2;
  const onGrid = (slot: FontSlot, rest: Partial<Look> = {}): Look => ({
    slot,
    size: 三号,
    pitch,
    spacing: clauses.spacing.value,
    align: 'justify',
    ...rest,
  });
  const spacing = clauses.spacing.value;
  const belowMark = clauses.numberGap.value * pitch + lead;
  const imprint = { slot: clauses.copyToFont.value, size: clauses.copyToSize.value };
  const body = clauses.bodyFont.value;
  const common: Looks = {
    'copy-number': onGrid(body, { align: 'left', keepNext: true }),
    secrecy: onGrid(clauses.secrecyFont.value, { align: 'left', keepNext: true }),
    urgency: onGrid(clauses.urgencyFont.value, { align: 'left', keepNext: true }),
    organ: snug(clauses.markFont.value, clauses.markSize.value, {
      minSize: clauses.titleSize.value,
      align: 'center',
      before: gongwen.markTop - margin.top,
      red: true,
    }),
    number: snug(body, 三号, { spacing, align: 'center', before: belowMark }),
    'head-number': snug(body, 三号, { spacing, before: belowMark }),
    signers: onGrid(body, {
      align: 'right',
      right: clauses.signerIndent.value,
      before: clauses.numberGap.value * pitch,
      keepNext: true,
    }),
    'number-signer': snug(body, 三号, {
      spacing,
      left: clauses.numberIndent.value,
      right: clauses.signerIndent.value,
      before: belowMark,
    }),
    'order-number': onGrid(body, {
      align: 'center',
      before: clauses.orderNumberGap.value * pitch,
      after: clauses.orderBodyGap.value * pitch,
      keepNext: true,
    }),
    h1: {
      slot: clauses.titleFont.value,
      size: clauses.titleSize.value,
      pitch: lineOf(clauses.titleSize.value),
      align: 'center',
      after: clauses.addresseeGap.value * pitch,
      keepNext: true,
      balance: true,
    },
    subtitle: onGrid('楷体', { align: 'center', after: pitch, keepNext: true }),
    h2: onGrid(clauses.level1Font.value, { first: clauses.bodyIndent.value, keepNext: true }),
    h3: onGrid(clauses.level2Font.value, { first: clauses.bodyIndent.value, keepNext: true }),
    h4: onGrid(clauses.level3Font.value, { first: clauses.bodyIndent.value }),
    h5: onGrid(clauses.level4Font.value, { first: clauses.bodyIndent.value }),
    body: onGrid(body, { first: clauses.bodyIndent.value }),
    plain: onGrid(body),
    addressee: onGrid(body, { left: clauses.addresseeIndent.value }),
    // The standard is silent; regulations that organs issue have them so.
    chapter: onGrid(clauses.level1Font.value, { align: 'center', keepNext: true }),
    'annex-first': onGrid(body, {
      first: clauses.annexListIndent.value,
      before: clauses.annexListGap.value * pitch,
    }),
    // The names of further annexes stand below the first: behind its indent and the three characters of 附件：.
    'annex-next': onGrid(body, { left: clauses.annexListIndent.value + 3 }),
    signature: onGrid(body, {
      align: 'right',
      right: clauses.signatureIndent.value,
      before: clauses.signatureGap.value * pitch,
      keepNext: true,
    }),
    stamp: onGrid(body, { align: 'right', keepNext: true }),
    date: onGrid(body, { align: 'right', right: clauses.longDateIndent.value }),
    attendance: onGrid(body, { first: clauses.attendanceIndent.value }),
    note: onGrid(body, { first: clauses.noteIndent.value }),
    'note-next': onGrid(body, { left: clauses.noteIndent.value + 2 }),
    // The title stands on line 3.
    'annex-label': onGrid(clauses.annexLabelFont.value, {
      align: 'left',
      after: (clauses.annexTitleLine.value - clauses.annexLabelLine.value - 1) * pitch,
      keepNext: true,
    }),
    'copy-to': {
      ...imprint,
      pitch: lineOf(imprint.size),
      align: 'justify',
      left: clauses.copyToIndent.value,
      right: clauses.copyToIndent.value,
    },
    printed: {
      slot: clauses.printedFont.value,
      size: clauses.printedSize.value,
      pitch: lineOf(clauses.printedSize.value),
      left: clauses.printedIndent.value,
      right: clauses.printedIndent.value,
    },
  };
  if (gongwen.format !== 'gongwen-letter') return common;
  // A letter's number stands at the right below the double rule, and its mark is smaller.
  const belowRule = 三号 * clauses.letterNumberGap.value;
  return {
    ...common,
    organ: snug(clauses.markFont.value, clauses.letterMarkSize.value, {
      minSize: clauses.titleSize.value,
      align: 'center',
      before: gongwen.markTop - margin.top,
      red: true,
    }),
    number: snug(body, 三号, { spacing, align: 'right', before: belowRule }),
    'head-number': snug(body, 三号, { spacing, before: belowRule }),
  };
}
