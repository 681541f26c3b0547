/** Paragraphs and their runs: a named style, and beside it only what layout decided for this one paragraph. */
import {
  AlignmentType,
  FrameAnchorType,
  FrameWrap,
  HeightRule,
  type IFrameOptions,
  type ImageRun,
  type IParagraphOptions,
  LineRuleType,
  type TabStopDefinition,
  TabStopType,
  Paragraph as WordParagraph,
} from 'docx';
import type { Paragraph } from '../../document/types.ts';
import { kept } from '../../layout/kept.ts';
import { hangWidth } from '../../layout/measured.ts';
import type { FontSet, LaidParagraph, TextStyle } from '../../layout/types.ts';
import { twips } from '../../layout/units.ts';
import { type PlannedRun, planRuns, wordRun } from './run.ts';
import { indentOf, type NamedStyle } from './stylesheet.ts';

/** A paragraph of the tree with what layout made of it, and its place in the document. */
export interface ParagraphInPlace {
  readonly paragraph: Paragraph;
  readonly laid: LaidParagraph;
  readonly named: NamedStyle;
  /** Width of its box in pt. */
  readonly width: number;
  readonly breakBefore: boolean;
  /** Where it does not flow but stands at a place of its own on the page. */
  readonly frame?: FramePlace | undefined;
  /** Of parts each behind a tab: the middles of their columns, in pt from the left. */
  readonly middles?: readonly number[];
  /** Stays on the page of the next paragraph with its last two lines, whatever its style says. */
  readonly keepNext?: boolean;
  /** Pictures that belong to it, at places of their own. */
  readonly pictures?: readonly ImageRun[];
}

/** A place on the page: distance from the page's upper edge and height, in pt. */
interface FramePlace {
  readonly top: number;
  readonly height: number;
}

/** A paragraph in the making: all that decides its XML. */
export interface PlannedParagraph {
  readonly look: ParagraphLook;
  readonly runs: readonly PlannedRun[];
  readonly pictures: readonly ImageRun[];
}

/** A paragraph's named style and its differences from it. */
export type ParagraphLook = Omit<IParagraphOptions, 'children'>;

export function planParagraph(fonts: FontSet, place: ParagraphInPlace): PlannedParagraph {
  const { paragraph, laid, named, width } = place;
  return {
    look: lookOf(fonts, place),
    runs: planRuns(fonts, paragraph, laid, named.style, width),
    pictures: place.pictures ?? none,
  };
}

const none: readonly never[] = [];

function lookOf(fonts: FontSet, place: ParagraphInPlace): ParagraphLook {
  const { paragraph, laid, named, width } = place;
  const hang = hangWidth(fonts, paragraph, laid.style);
  const tabStops = place.middles?.length ? place.middles.map(centred) : tabStopsOf(paragraph, laid.style, width);
  const usual = !(place.keepNext || place.frame) && hang === 0 && tabStops.length === 0;
  if (usual) {
    const looks = place.breakBefore ? breakingLooks : usualLooks;
    const known = looks.get(laid.style);
    if (known?.named === named) return known.look;
    const breaking = place.breakBefore && { pageBreakBefore: true };
    const look = { style: named.id, ...breaking, ...differences(named.style, laid.style, 0) };
    looks.set(laid.style, { named, look });
    return look;
  }
  return {
    style: named.id,
    ...(place.breakBefore && { pageBreakBefore: true }),
    ...(place.frame && { frame: frameOf(place.frame, width) }),
    ...differences(named.style, laid.style, hang),
    ...(place.keepNext && { keepNext: true, widowControl: true }),
    ...(tabStops.length > 0 && { tabStops }),
  };
}

/** Looks that styles alone decide: one object for all, by which their XML is found again. */
type Looks = WeakMap<TextStyle, { readonly named: NamedStyle; readonly look: ParagraphLook }>;
const usualLooks: Looks = new WeakMap();
const breakingLooks: Looks = new WeakMap();

/** An empty paragraph of an exact height in pt: a space, or what Word wants between and after tables. */
export function planSpace(height: number, breakBefore = false): PlannedParagraph {
  const line = Math.max(1, twips(height));
  return kept(breakBefore ? breakingSpaces : spaces, line, () => {
    const spacing = { before: 0, after: 0, line, lineRule: LineRuleType.EXACT };
    return { look: { ...(breakBefore && { pageBreakBefore: true }), spacing }, runs: [], pictures: [] };
  });
}

// Spaces that are alike are one object, by which their XML is found again.
const spaces = new Map<number, PlannedParagraph>();
const breakingSpaces = new Map<number, PlannedParagraph>();

/** A Word paragraph. */
export function wordParagraph({ look, runs, pictures }: PlannedParagraph): WordParagraph {
  return new WordParagraph({ ...look, children: [...pictures, ...runs.map(wordRun)] });
}

function centred(middle: number): TabStopDefinition {
  return { type: TabStopType.CENTER, position: twips(middle) };
}

/** As wide as the type area, at its place on the page; text flows on as if it were not there. */
function frameOf({ top, height }: FramePlace, width: number): IFrameOptions {
  return {
    type: 'absolute',
    position: { x: 0, y: twips(top) },
    width: twips(width),
    height: twips(height),
    rule: HeightRule.EXACT,
    anchor: { horizontal: FrameAnchorType.MARGIN, vertical: FrameAnchorType.PAGE },
    wrap: FrameWrap.AROUND,
  };
}

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.BOTH,
} as const;

/** The paragraph properties in which a style in use differs from the named one. */
function differences(named: TextStyle, used: TextStyle, hang: number): IParagraphOptions {
  const indent = indentOf(used, hang);
  const usual = indentOf(named);
  const indented = indent.left !== usual.left || indent.right !== usual.right || indent.first !== usual.first;
  const spaced = used.before !== named.before || used.after !== named.after || used.pitch !== named.pitch;
  return {
    ...(used.align !== named.align && { alignment: alignments[used.align] }),
    ...(indented && {
      indent: {
        left: indent.left,
        right: indent.right,
        ...(indent.first < 0 ? { hanging: -indent.first } : { firstLine: indent.first }),
      },
    }),
    ...(spaced && {
      spacing: {
        before: twips(used.before),
        after: twips(used.after),
        line: twips(used.pitch),
        lineRule: LineRuleType.EXACT,
      },
    }),
  };
}

/** Parts divided by tabs: the last at the right, but parts to be signed share the line evenly. */
function tabStopsOf(paragraph: Paragraph, style: TextStyle, width: number): readonly TabStopDefinition[] {
  let tabs = 0;
  for (const inline of paragraph.children) {
    if (inline.type === 'text' && inline.text.includes('\t')) tabs += inline.text.split('\t').length - 1;
  }
  const right = width - style.rightIndent;
  if (tabs === 0) return none;
  if (paragraph.role !== 'sign-off') return [{ type: TabStopType.RIGHT, position: twips(right) }];
  const share = (right - style.leftIndent) / (tabs + 1);
  return Array.from({ length: tabs }, (_, index) => ({
    type: TabStopType.LEFT,
    position: twips(style.leftIndent + share * (index + 1)),
  }));
}
