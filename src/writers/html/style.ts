/** The layout's styles as CSS. Each look in use becomes one class, named after the role that uses it first. */
import type { FontSlot } from '../../case/types.ts';
import type { PageName } from '../../document/types.ts';
import { pageOf } from '../../layout/page.ts';
import { footRule, type RuleStyle } from '../../layout/style.ts';
import type { TextStyle } from '../../layout/types.ts';

export interface Stylesheet {
  /** The class of a look; `name` is what it is called when it is new. */
  classOf(name: string, declarations: string): string;
  rules(): string;
}

export function createStylesheet(): Stylesheet {
  const names = new Map<string, string>();
  return {
    classOf(name, declarations) {
      const known = names.get(declarations);
      if (known !== undefined) return known;
      const taken = new Set(names.values());
      let free = name;
      for (let count = 2; taken.has(free); count++) free = `${name}-${count}`;
      names.set(declarations, free);
      return free;
    },
    rules: () => [...names].map(([declarations, name]) => `.${name} { ${declarations} }`).join('\n'),
  };
}

/** The office's own fonts, then what other systems have. */
export const fontStacks: Readonly<Record<FontSlot, string>> = {
  小标宋: '"方正小标宋简体", "华文中宋", STZhongsong, "Noto Serif CJK SC", "Noto Serif SC", SimSun, serif',
  仿宋: '"仿宋_GB2312", "仿宋", FangSong, STFangsong, serif',
  楷体: '"楷体_GB2312", "楷体", KaiTi, STKaiti, "LXGW WenKai", serif',
  黑体: '"黑体", SimHei, STHeiti, "Noto Sans CJK SC", "Noto Sans SC", sans-serif',
  宋体: '"宋体", SimSun, STSong, "Noto Serif CJK SC", "Noto Serif SC", serif',
};

/** pt with at most two decimals. */
export function pt(points: number): string {
  return `${Number(points.toFixed(2))}pt`;
}

/** `hang` is the width of what the further lines stand behind. */
export function textDeclarations(style: TextStyle, hang: number): string {
  const left = style.leftIndent + (hang > 0 ? style.firstIndent + hang : 0);
  const first = hang > 0 ? -hang : style.firstIndent;
  return [
    `font: ${pt(style.size)}/${pt(style.pitch)} ${fontStacks[style.slot]}`,
    ...(style.bold || style.slot === '小标宋' ? ['font-weight: bold'] : []),
    ...(style.color === '#000000' ? [] : [`color: ${style.color}`]),
    `text-align: ${style.align}`,
    ...(first === 0 ? [] : [`text-indent: ${pt(first)}`]),
    `margin: ${pt(style.before)} ${pt(style.rightIndent)} ${pt(style.after)} ${pt(left)}`,
    ...(style.spacing === 0 ? [] : [`letter-spacing: ${pt(style.spacing)}`]),
    ...(style.keepNext ? ['break-after: avoid'] : []),
  ].join('; ');
}

/** A rule of one or two strokes, as high and long as the layout says. */
export function ruleDeclarations({ strokes, height, length, color }: RuleStyle): string {
  const [first, last] = [strokes[0]?.width ?? 0, strokes.at(-1)?.width ?? 0];
  const lower = strokes.length > 1 ? `; border-bottom: ${pt(last)} solid ${color}` : '';
  return `border: 0; border-top: ${pt(first)} solid ${color}${lower}; height: ${pt(height)}; width: ${pt(length)}`;
}

/**
 * The page on screen, a sheet of paper, and on paper. Where every page is laid out whole (`fixed`), the browser adds
 * no margins of its own, so that a frame may reach into them.
 */
export function pageRules(name: PageName, fixed: boolean): string {
  const { width, height, margin, area } = pageOf(name);
  const margins = [margin.top, margin.right, margin.bottom, margin.left].map(pt).join(' ');
  const size = `${pt(width)} ${pt(height)}`;
  const page = fixed
    ? `.page { width: ${pt(width)}; height: ${pt(height)}; padding: ${margins}; overflow: hidden; }`
    : `.page { width: ${pt(width)}; min-height: ${pt(height)}; padding: ${margins}; }`;
  const printed = fixed
    ? ''
    : `.page { width: auto; min-height: 0; padding: 0; }
  .page.form { height: ${pt(area.height)}; overflow: hidden; }`;
  return `@page { size: ${size}; margin: ${fixed ? 0 : margins}; }
* { box-sizing: border-box; }
body { margin: 0; background: #e6e6e6; color: #000; line-break: strict; overflow-wrap: anywhere; }
.page { position: relative; margin: 12pt auto; background: #fff; box-shadow: 0 1pt 4pt #0004; }
${page}
.page > svg { position: absolute; inset: 0; width: 100%; height: 100%; }
.page > :not(svg) { position: relative; }
p:empty::before, h1:empty::before { content: "\\200b"; }
.parts { display: flex; justify-content: space-between; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
tr { break-inside: avoid; }
@media print {
  body { background: none; }
  .page { margin: 0; box-shadow: none; break-before: page; }
  .page:first-child { break-before: auto; }
  ${printed}
}${letterRules(name)}`;
}

/**
 * What the head of a letter needs, whose mark and rules reach over the margins of its first page; '' for other pages.
 * The double rule at the foot is shown on screen only: a browser prints nothing below the text.
 */
function letterRules(name: PageName): string {
  const foot = footRule(name);
  if (foot === null) return '';
  const { width, height, margin } = pageOf(name);
  const side = margin.left + foot.rule.x;
  const beside = { right: pt(margin.right - (width - side - foot.rule.length)), left: pt(margin.left - side) };
  const place = `left: ${pt(side)}; bottom: ${pt(height - foot.top - foot.rule.height)}`;
  return `
@media screen {
  .page:first-child::after { content: ""; position: absolute; ${place}; ${ruleDeclarations(foot.rule)}; }
}
@page { margin: ${pt(margin.top)} ${pt(side)} ${pt(margin.bottom)}; }
@page :first { margin-top: ${pt(margin.top / 2)}; }
@media print {
  .page { padding: 0 ${beside.right} 0 ${beside.left}; }
  .page:first-child { padding-top: ${pt(margin.top / 2)}; }
}`;
}

/** Pages turned for wide tables, on screen and on paper. */
export function turnedRules(name: PageName): string {
  const { width, height, margin } = pageOf(name);
  const margins = [margin.top, margin.right, margin.bottom, margin.left].map(pt).join(' ');
  return `@page turned { size: ${pt(width)} ${pt(height)}; margin: ${margins}; }
@media screen { .page.turned { width: ${pt(width)}; min-height: ${pt(height)}; padding: ${margins}; } }
.page.turned { page: turned; }`;
}
