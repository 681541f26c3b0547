/** The mark of a joint paper: names spread to one width, 文件 at the right in the middle of their height (GB/T 9704 7.2.4). In pt. */
import type { Inline, PageName, Paragraph } from '../document/types.ts';
import { sizesOf } from './fit.ts';
import { clauses } from './gbt9704.ts';
import { layParagraph } from './lines.ts';
import { widthOf } from './measured.ts';
import { styleOf } from './style.ts';
import type { FontSet, LaidParagraph, Line, Run, TextStyle } from './types.ts';

export interface LaidMark {
  readonly laid: LaidParagraph;
  /** One paragraph for each organ, in a style that spreads it to the width of all. */
  readonly names: readonly { readonly paragraph: Paragraph; readonly style: TextStyle }[];
  readonly suffix: Paragraph;
  readonly style: TextStyle;
  /** Width of the names, of the space behind them and of the suffix, and where they begin. */
  readonly widths: { readonly names: number; readonly gap: number; readonly suffix: number };
  readonly x: number;
}

/** Widths differ by rounding only. */
const tolerance = 0.01;
/** Wide enough for any mark on one line. */
const unbounded = 10_000;

/** The mark of several organs that share a suffix, as large as the width allows; undefined for a mark of another form. */
export function layJointMark(
  fonts: FontSet,
  paragraph: Paragraph,
  page: PageName,
  width: number,
): LaidMark | undefined {
  const isSuffix = (one: Inline) => one.type === 'text' && one.role === 'suffix';
  const suffix = part(paragraph, paragraph.children.filter(isSuffix));
  const names = linesOf(paragraph.children.filter((one) => !isSuffix(one))).map((line) => part(paragraph, line));
  if (names.length < 2 || suffix.children.length === 0) return undefined;
  const usual = { ...styleOf(paragraph, page), align: 'left' as const };
  const sized = sizesOf(usual);
  const total = (style: TextStyle) => {
    const { names: longest, gap: space, suffix: rest } = widthsOf(fonts, names, suffix, style);
    return longest + space + rest;
  };
  const style = sized.find((one) => total(one) <= width) ?? (sized.at(-1) as TextStyle);
  const widths = widthsOf(fonts, names, suffix, style);
  const x = Math.max(0, (width - total(style)) / 2);
  const spread = names.map((name) => ({ paragraph: name, style: spreadTo(fonts, name, style, widths.names) }));
  const lines = spread.map((name): Line => {
    const runs = runsOf(fonts, name.paragraph, name.style, x);
    return { x, width: widths.names, runs };
  });
  const drop = (-(names.length - 1) / 2) * style.pitch;
  const suffixRuns = runsOf(fonts, suffix, style, x + widths.names + widths.gap).map((run) => ({ ...run, drop }));
  const last = lines.at(-1) as Line;
  const all = [...lines.slice(0, -1), { ...last, runs: [...last.runs, ...suffixRuns] }];
  const { pitch, before, after } = style;
  const laid = { style, lines: all, pitch, before, after, height: before + all.length * pitch + after };
  return { laid, names: spread, suffix, style, widths, x };
}

/** The style with its characters so far apart that the text is so wide. */
export function spreadTo(fonts: FontSet, paragraph: Paragraph, style: TextStyle, width: number): TextStyle {
  const missing = width - inkWidth(fonts, paragraph, style);
  const gaps = paragraph.children.reduce((sum, one) => sum + (one.type === 'text' ? [...one.text].length : 0), -1);
  return missing > tolerance && gaps > 0 ? { ...style, spacing: style.spacing + missing / gaps } : style;
}

/** Width on one line, without the spacing behind the last character. */
export function inkWidth(fonts: FontSet, paragraph: Paragraph, style: TextStyle): number {
  return widthOf(fonts, paragraph.children, style) - style.spacing;
}

function widthsOf(
  fonts: FontSet,
  names: readonly Paragraph[],
  suffix: Paragraph,
  style: TextStyle,
): LaidMark['widths'] {
  const longest = Math.max(...names.map((name) => inkWidth(fonts, name, style)));
  return { names: longest, gap: clauses.jointMarkGap.value * style.size, suffix: inkWidth(fonts, suffix, style) };
}

function runsOf(fonts: FontSet, paragraph: Paragraph, style: TextStyle, x: number): readonly Run[] {
  const { lines } = layParagraph(fonts, paragraph, { ...style, leftIndent: 0, rightIndent: 0 }, unbounded);
  return lines.flatMap((line) => line.runs.map((run) => ({ ...run, x: run.x + x })));
}

function part(paragraph: Paragraph, children: readonly Inline[]): Paragraph {
  return { ...paragraph, children };
}

function linesOf(children: readonly Inline[]): readonly (readonly Inline[])[] {
  const lines: Inline[][] = [[]];
  for (const one of children) {
    if (one.type === 'break') lines.push([]);
    else lines.at(-1)?.push(one);
  }
  return lines.filter((line) => line.length > 0);
}
