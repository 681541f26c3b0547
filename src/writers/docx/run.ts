/** The runs of a Word paragraph: stretches of text in one look, and the line ends that Word cannot find itself. */
import { Tab, TextRun } from 'docx';
import type { Paragraph, Text } from '../../document/types.ts';
import { kept } from '../../layout/kept.ts';
import { spanStyle } from '../../layout/style.ts';
import type { FontSet, LaidParagraph, TextStyle } from '../../layout/types.ts';
import { officeFonts } from './font.ts';
import { type LineSpacing, lineSpacings } from './spacing.ts';
import { spacingOf } from './stylesheet.ts';

/** A run in the making: its text, tabs in it as `\t`, or an end of a line. */
export type PlannedRun = { readonly look: RunLook; readonly text: string } | 'break';

/** How a run differs from the named style of its paragraph; undefined where it does not. */
export interface RunLook {
  /** Names of fonts, for Western and for Chinese text. */
  readonly font: { readonly western: string; readonly eastAsia: string } | undefined;
  /** In half points. */
  readonly size: number | undefined;
  /** Six hex digits. */
  readonly color: string | undefined;
  /** Between characters, in twips. */
  readonly spacing: number | undefined;
  /** Width of the characters, in percent. */
  readonly scale: number | undefined;
}

/** The runs of a paragraph in a box of this width (pt), which differ from its named style only where they must. */
export function planRuns(
  fonts: FontSet,
  paragraph: Paragraph,
  laid: LaidParagraph,
  named: TextStyle,
  width: number,
): readonly PlannedRun[] {
  const spacings = lineSpacings(fonts, paragraph, laid, width);
  const [first] = paragraph.children;
  const isOne = laid.lines.length <= 1 && paragraph.children.length === 1 && first?.type === 'text';
  // As most paragraphs are.
  if (isOne && first.text !== '' && !sharedMark.test(first.text)) {
    return [{ look: lookOf(first, laid.style, named, spacings[0], undefined), text: first.text }];
  }
  const ends = lineEnds(laid);
  // Titles and heads are broken by us, into a trapezoid or diamond (GB/T 9704 7.3.1), which Word cannot do; other lines by Word.
  const broken = laid.style.balance;
  const runs: PlannedRun[] = [];
  let position = 0;
  let line = 0;
  let afterBreak = true;
  for (const inline of paragraph.children) {
    if (inline.type === 'break') {
      runs.push('break');
      afterBreak = true;
      continue;
    }
    const { text } = inline;
    let from = 0;
    let spacing: LineSpacing | undefined;
    let eastAsia: string | undefined;
    const end = (to: number) => {
      if (to > from)
        runs.push({ look: lookOf(inline, laid.style, named, spacing, eastAsia), text: text.slice(from, to) });
      from = to;
    };
    const marked = sharedMark.test(text);
    for (let at = 0; at < text.length; ) {
      const lineBefore = line;
      while (line < ends.length - 1 && position >= (ends[line] as number)) line++;
      const lineStart = broken && line !== lineBefore;
      if (lineStart || spacings[line] !== spacing) {
        end(at);
        spacing = spacings[line];
        if (lineStart && !afterBreak) runs.push('break');
      }
      const rest = line < ends.length - 1 ? (ends[line] as number) - position : text.length;
      const to = Math.min(text.length, at + rest);
      for (let mark = at; marked && mark < to; mark++) {
        const font = markFont(fonts, laid.style, inline, text.charAt(mark));
        if (font !== eastAsia) end(mark);
        eastAsia = font;
      }
      position += to - at;
      at = to;
      afterBreak = false;
    }
    end(text.length);
  }
  return runs;
}

/** Up to where in the paragraph's text each line goes. */
function lineEnds({ lines }: LaidParagraph): readonly number[] {
  let end = 0;
  return lines.map((line) => {
    for (const run of line.runs) end += run.text.length;
    return end;
  });
}

/** A mark that Western type has too, in a width of its own. */
const sharedMark = /[“”‘’—…·]/;

/**
 * The font of a mark that the layout takes from another slot because the free stand-in has it only in the width of
 * Latin type. LibreOffice takes it from there as well; Word takes such a mark from the span's own font, as Western text.
 */
function markFont(fonts: FontSet, style: TextStyle, text: Text, mark: string): string | undefined {
  if (!sharedMark.test(mark)) return undefined;
  const { slot } = spanStyle(style, text.role);
  const face = fonts.pick(slot, mark.charCodeAt(0));
  return face === undefined || face.slot === slot ? undefined : officeFonts[face.slot].name;
}

function lookOf(
  text: Text,
  used: TextStyle,
  named: TextStyle,
  line: LineSpacing | undefined,
  eastAsia: string | undefined,
): RunLook {
  const span = spanStyle(used, text.role);
  const { name } = officeFonts[span.slot];
  const ownFont = span.slot !== named.slot || eastAsia !== undefined;
  const font = ownFont ? { western: name, eastAsia: eastAsia ?? name } : undefined;
  const size = used.size === named.size ? undefined : used.size * 2;
  const color = span.color === named.color ? undefined : span.color.slice(1);
  const spacing = line?.spacing ?? (used.spacing === named.spacing ? undefined : spacingOf(used));
  const scale = line === undefined || line.scale === 100 ? undefined : line.scale;
  const sameFace = font === undefined && color === undefined;
  const byMeasure = sameFace ? usualLooks : kept(looks, `${font?.western} ${font?.eastAsia} ${color}`, () => new Map());
  // Scales and sizes stay below these numbers, and spacings above.
  const key = ((spacing ?? -10_000) * 256 + (scale ?? 0)) * 1024 + (size ?? 0);
  return kept(byMeasure, key, () => ({ font, size, color, spacing, scale }));
}

// Looks that are alike are one object, by which their XML is found again.
const usualLooks = new Map<number, RunLook>();
const looks = new Map<string, Map<number, RunLook>>();

/** A Word run. */
export function wordRun(run: PlannedRun): TextRun {
  if (run === 'break') return new TextRun({ break: 1 });
  const { font, size, color, spacing, scale } = run.look;
  return new TextRun({
    ...(font && { font: { ascii: font.western, hAnsi: font.western, cs: font.western, eastAsia: font.eastAsia } }),
    ...(size !== undefined && { size }),
    ...(color !== undefined && { color }),
    ...(spacing !== undefined && { characterSpacing: spacing }),
    ...(scale !== undefined && { scale }),
    children: run.text.split('\t').flatMap((part, index) => (index === 0 ? [part] : [new Tab(), part])),
  });
}
