/** Paragraphs and their runs: a named style, and beside it only what layout decided for this one paragraph. */
import {
  AlignmentType,
  type IParagraphOptions,
  LineRuleType,
  Tab,
  type TabStopDefinition,
  TabStopType,
  TextRun,
  Paragraph as WordParagraph,
} from 'docx';
import type { Paragraph, Text } from '../../document/types.ts';
import { hangWidth } from '../../layout/glyphs.ts';
import { spanStyle } from '../../layout/style.ts';
import type { FontSet, LaidParagraph, TextStyle } from '../../layout/types.ts';
import { twips } from '../../layout/units.ts';
import { officeFonts } from './font.ts';
import { indentOf, type NamedStyle, spacingOf } from './stylesheet.ts';

/** A paragraph of the tree with what layout made of it, and its place in the document. */
export interface ParagraphInPlace {
  readonly paragraph: Paragraph;
  readonly laid: LaidParagraph;
  readonly named: NamedStyle;
  /** Width of its box in pt. */
  readonly width: number;
  readonly breakBefore: boolean;
}

/** A Word paragraph of the tree's paragraph. */
export function wordParagraph(fonts: FontSet, place: ParagraphInPlace): WordParagraph {
  const { paragraph, laid, named, width } = place;
  return new WordParagraph({
    style: named.id,
    pageBreakBefore: place.breakBefore,
    ...differences(named.style, laid.style, hangWidth(fonts, paragraph, laid.style)),
    tabStops: tabStopsOf(paragraph, laid.style, width),
    children: runsOf(paragraph, laid, named.style),
  });
}

/** An empty paragraph of an exact height in pt: a space, or what Word wants between and after tables. */
export function spaceParagraph(height: number, breakBefore = false): WordParagraph {
  return new WordParagraph({
    pageBreakBefore: breakBefore,
    spacing: { before: 0, after: 0, line: Math.max(1, twips(height)), lineRule: LineRuleType.EXACT },
  });
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

function runsOf(paragraph: Paragraph, laid: LaidParagraph, named: TextStyle): TextRun[] {
  // Titles and heads are broken by us, into a trapezoid or diamond (GB/T 9704 7.3.1), which Word cannot do; other lines by Word.
  const lineStarts = laid.style.balance ? titleLineStarts(laid) : new Set<number>();
  const runs: TextRun[] = [];
  let position = 0;
  for (const inline of paragraph.children) {
    if (inline.type === 'break') {
      runs.push(new TextRun({ break: 1 }));
      continue;
    }
    let text = '';
    for (const character of inline.text) {
      if (lineStarts.has(position) && text !== '') {
        runs.push(textRun({ ...inline, text }, laid.style, named), new TextRun({ break: 1 }));
        text = '';
      }
      text += character;
      position += 1;
    }
    if (text !== '') runs.push(textRun({ ...inline, text }, laid.style, named));
  }
  return runs;
}

/** Which characters of a title begin a line, but for the first. */
function titleLineStarts(laid: LaidParagraph): ReadonlySet<number> {
  const starts = new Set<number>();
  let position = 0;
  for (const line of laid.lines) {
    if (position > 0) starts.add(position);
    position += [...line.runs.map((run) => run.text).join('')].length;
  }
  return starts;
}

function textRun(text: Text, used: TextStyle, named: TextStyle): TextRun {
  const span = spanStyle(used, text.role);
  return new TextRun({
    ...(span.slot !== named.slot && { font: officeFonts[span.slot].name }),
    ...(used.size !== named.size && { size: used.size * 2 }),
    ...(span.color !== named.color && { color: span.color.slice(1) }),
    ...(used.spacing !== named.spacing && { characterSpacing: spacingOf(used) }),
    children: text.text.split('\t').flatMap((part, index) => (index === 0 ? [part] : [new Tab(), part])),
  });
}

/** Parts divided by tabs: the last at the right, but parts to be signed share the line evenly. */
function tabStopsOf(paragraph: Paragraph, style: TextStyle, width: number): TabStopDefinition[] {
  const texts = paragraph.children.flatMap((inline) => (inline.type === 'text' ? inline.text : []));
  const tabs = texts.join('').split('\t').length - 1;
  const right = width - style.rightIndent;
  if (tabs === 0) return [];
  if (paragraph.role !== 'sign-off') return [{ type: TabStopType.RIGHT, position: twips(right) }];
  const share = (right - style.leftIndent) / (tabs + 1);
  return Array.from({ length: tabs }, (_, index) => ({
    type: TabStopType.LEFT,
    position: twips(style.leftIndent + share * (index + 1)),
  }));
}
