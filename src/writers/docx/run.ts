/** The runs of a Word paragraph: stretches of text in one look, and the line ends that Word cannot find itself. */
import { Tab, TextRun } from 'docx';
import type { Paragraph, Text } from '../../document/types.ts';
import { spanStyle } from '../../layout/style.ts';
import type { FontSet, LaidParagraph, TextStyle } from '../../layout/types.ts';
import { officeFonts } from './font.ts';
import { type LineSpacing, lineSpacings } from './spacing.ts';
import { spacingOf } from './stylesheet.ts';

/** What a stretch of a run has beside the look of its span. */
interface Extra {
  /** Where the line needs one of its own. */
  readonly spacing: LineSpacing | undefined;
  /** Font for East Asian text, where it is not that of the span. */
  readonly eastAsia: string | undefined;
}

/** The runs of a paragraph in a box of this width (pt), which differ from its named style only where they must. */
export function runsOf(
  fonts: FontSet,
  paragraph: Paragraph,
  laid: LaidParagraph,
  named: TextStyle,
  width: number,
): TextRun[] {
  const lines = lineOfEach(laid);
  const spacings = lineSpacings(fonts, paragraph, laid, width);
  // Titles and heads are broken by us, into a trapezoid or diamond (GB/T 9704 7.3.1), which Word cannot do; other lines by Word.
  const broken = laid.style.balance;
  const runs: TextRun[] = [];
  let position = 0;
  let afterBreak = true;
  for (const inline of paragraph.children) {
    if (inline.type === 'break') {
      runs.push(new TextRun({ break: 1 }));
      afterBreak = true;
      continue;
    }
    let text = '';
    let extra: Extra = { spacing: undefined, eastAsia: undefined };
    const flush = () => {
      if (text !== '') runs.push(textRun({ ...inline, text }, laid.style, named, extra));
      text = '';
    };
    for (const character of inline.text) {
      const line = lines[position] ?? laid.lines.length - 1;
      const next: Extra = { spacing: spacings[line], eastAsia: markFont(fonts, laid.style, inline, character) };
      const lineStart = position > 0 && line !== lines[position - 1];
      if (next.spacing !== extra.spacing || next.eastAsia !== extra.eastAsia || (broken && lineStart)) flush();
      if (broken && lineStart && !afterBreak) runs.push(new TextRun({ break: 1 }));
      extra = next;
      text += character;
      position += 1;
      afterBreak = false;
    }
    flush();
  }
  return runs;
}

/** On which line each character stands. */
function lineOfEach(laid: LaidParagraph): readonly number[] {
  return laid.lines.flatMap((line, index) => line.runs.flatMap((run) => [...run.text].map(() => index)));
}

/** Marks that Western type has too, in a width of its own. */
const shared = /^[“”‘’—…·]$/;

/**
 * The font of a mark that the layout takes from another slot because the free stand-in has it only in the width of
 * Latin type. LibreOffice takes it from there as well; Word takes such a mark from the span's own font, as Western text.
 */
function markFont(fonts: FontSet, style: TextStyle, text: Text, character: string): string | undefined {
  if (!shared.test(character)) return undefined;
  const { slot } = spanStyle(style, text.role);
  const face = fonts.pick(slot, character.codePointAt(0) as number);
  return face === undefined || face.slot === slot ? undefined : officeFonts[face.slot].name;
}

function textRun(text: Text, used: TextStyle, named: TextStyle, { spacing, eastAsia }: Extra): TextRun {
  const span = spanStyle(used, text.role);
  const { name } = officeFonts[span.slot];
  const own = spacing?.spacing ?? (used.spacing === named.spacing ? undefined : spacingOf(used));
  return new TextRun({
    ...((span.slot !== named.slot || eastAsia !== undefined) && {
      font: { ascii: name, hAnsi: name, cs: name, eastAsia: eastAsia ?? name },
    }),
    ...(used.size !== named.size && { size: used.size * 2 }),
    ...(span.color !== named.color && { color: span.color.slice(1) }),
    ...(own !== undefined && { characterSpacing: own }),
    ...(spacing !== undefined && spacing.scale !== 100 && { scale: spacing.scale }),
    children: text.text.split('\t').flatMap((part, index) => (index === 0 ? [part] : [new Tab(), part])),
  });
}
