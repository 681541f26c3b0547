/** 版记 and 页码 (GB/T 9704 7.4 and 7.5), tables in landscape (8). */
import { type ClauseId, clauses } from '../../layout/gbt9704.ts';
import { mmPerPoint } from '../metrics.ts';
import {
  areaRight,
  characters,
  excerpt,
  type Finding,
  fact,
  fontReading,
  length,
  linesOf,
  type Reading,
  type Subject,
  sizeReading,
  unmeasured,
} from '../readings.ts';
import type { MeasuredPage, Parts, PlacedLine } from '../types.ts';

export function imprintFindings(subject: Subject): readonly Finding[] {
  const { parts } = subject;
  return [...rules(parts), ...copyTo(parts), ...printed(parts), ...folios(parts), ...landscape(parts)];
}

/** The lower edge of the type area: in both profiles at the same place of the page. */
const areaFoot = clauses.topMargin.value + clauses.areaHeight.value;

const ruleIds: readonly ClauseId[] = ['imprintRuleLength', 'imprintThick', 'imprintThin', 'imprintFoot', 'imprintEven'];

function rules({ format, imprint }: Parts): readonly Finding[] {
  if (format === 'letter') return unmeasured('信函的版记不加分隔线', ...ruleIds);
  if (imprint === undefined) return unmeasured('没有版记', ...ruleIds);
  const { page, rules: lines } = imprint;
  const thickness = (id: 'imprintThick' | 'imprintThin', measured: number): Reading => ({
    ...length(id, measured, clauses[id].value, page),
    // The tenths of a millimetre that tell the two apart.
    fits: Math.abs(measured - clauses[id].value) < 0.06,
  });
  const inner = lines.slice(1, -1);
  const last = lines.at(-1) as (typeof lines)[number];
  return [
    ...lines.map((rule) => length('imprintRuleLength', rule.length, clauses.imprintRuleLength.value, page)),
    ...[lines[0] as typeof last, last].map((rule) => thickness('imprintThick', rule.thickness)),
    ...(inner.length === 0
      ? unmeasured('版记没有中间的分隔线', 'imprintThin')
      : inner.map((rule) => thickness('imprintThin', rule.thickness))),
    length('imprintFoot', last.y + last.thickness / 2 - areaFoot, 0, page),
    fact('imprintEven', page.number % 2 === 0, `第${page.number}面`, page),
  ];
}

function copyTo(parts: Parts): readonly Finding[] {
  const lines = linesOf(parts, 'copy-to');
  const first = lines[0];
  if (first === undefined) return unmeasured('没有抄送', 'copyToSize', 'copyToFont', 'copyToIndent');
  const indent = characters(clauses.copyToIndent.value, parts, first.size);
  let hang = first.x;
  return lines.flatMap((line): readonly Finding[] => {
    const colon = line.chars.findIndex(({ text }) => /[:：]/.test(text));
    const starts = /^(抄送|主送|分送|抄报)/.test(line.text);
    const findings: Finding[] = [sizeReading('copyToSize', line), fontReading('copyToFont', line.chars, line)];
    if (starts) {
      findings.push(length('copyToIndent', line.x - parts.left, indent, line.page, excerpt(line)));
      hang = line.chars[colon + 1]?.x ?? line.x;
    } else findings.push(length('copyToIndent', line.x - hang, 0, line.page, `${excerpt(line)}回行`));
    const free = areaRight(parts) - line.right;
    // A line that is not full leaves more free than one character.
    if (free < indent[0])
      findings.push(length('copyToIndent', free, [indent[0], free + indent[0]], line.page, `${excerpt(line)}右空`));
    return findings;
  });
}

function printed(parts: Parts): readonly Finding[] {
  const line = linesOf(parts, 'printed')[0];
  const letter = parts.format === 'letter';
  const ids: readonly ClauseId[] = ['printedSize', 'printedFont', 'printedIndent'];
  const findings: Finding[] = [];
  if (letter) {
    const bare = line === undefined && parts.imprint === undefined;
    findings.push(fact('letterImprint', bare, bare ? '无' : '有', line?.page ?? parts.imprint?.page ?? null));
  } else findings.push(...unmeasured('不是信函', 'letterImprint'));
  if (line === undefined)
    return [...findings, ...unmeasured(letter ? '信函的版记不写印发机关' : '没有印发机关', ...ids)];
  const indent = characters(clauses.printedIndent.value, parts, line.size);
  return [
    ...findings,
    sizeReading('printedSize', line),
    fontReading('printedFont', line.chars, line),
    length('printedIndent', line.x - parts.left, indent, line.page, '印发机关左空'),
    length('printedIndent', areaRight(parts) - line.right, indent, line.page, '印发日期右空'),
  ];
}

const folioIds: readonly ClauseId[] = ['folioFont', 'folioSize', 'folioGap', 'folioIndent', 'folioForm'];

function folios(parts: Parts): readonly Finding[] {
  const folioOf = (page: MeasuredPage) => linesOf(parts, 'folio').find((line) => line.page === page);
  const bare = parts.imprint?.page;
  const findings: Finding[] = [];
  if (bare === undefined) findings.push(...unmeasured('没有版记', 'folioNone'));
  const letter = parts.format === 'letter';
  if (!letter) findings.push(...unmeasured('不是信函', 'letterFirstFolio'));
  for (const page of parts.pages) {
    const folio = folioOf(page);
    const first = page === parts.lines[0]?.page;
    const text = page.lines.some((line) => line !== folio);
    if (letter && first) findings.push(fact('letterFirstFolio', folio === undefined, folio?.text ?? '不显示', page));
    // A page of the imprint alone, and blank pages before it, have no number.
    else if (bare !== undefined && (page === bare || !text) && isImprintOnly(parts, page)) {
      // Without a blank page before it, the imprint's page may have its number.
      const blankBefore = parts.pages[page.number - 2]?.lines.length === 0;
      findings.push(fact('folioNone', folio === undefined || (text && !blankBefore), folio?.text ?? '无页码', page));
    } else if (folio === undefined) findings.push(fact('folioForm', false, '没有页码', page));
    else findings.push(...folioReadings(parts, folio));
  }
  if (linesOf(parts, 'folio').length === 0)
    findings.push(...unmeasured('没有页码', ...folioIds.filter((id) => id !== 'folioForm')));
  return findings;
}

function isImprintOnly(parts: Parts, page: MeasuredPage): boolean {
  return parts.lines.every((line) => line.page !== page || ['copy-to', 'printed', 'folio'].includes(line.role));
}

function folioReadings(parts: Parts, folio: PlacedLine): readonly Finding[] {
  const { page } = folio;
  const digits = folio.chars.filter(({ text }) => /\d/.test(text));
  const landscape = page.width > page.height;
  const odd = page.number % 2 === 1;
  const place = uprightPlace(folio);
  const indent = characters(clauses.folioIndent.value, parts, folio.size);
  const inset = odd ? areaRight(parts) - place.right : place.x - parts.left;
  const middle = place.baseline - 0.38 * folio.size * mmPerPoint;
  const gap = length('folioGap', middle - areaFoot, clauses.folioGap.value, page);
  const side = length('folioIndent', inset, indent, page, odd ? '单页居右' : '双页居左');
  const findings: Finding[] = [
    fontReading('folioFont', digits, folio),
    sizeReading('folioSize', folio),
    fact('folioForm', /^— \d+ —$/.test(folio.text), folio.text, page),
  ];
  if (!landscape) return [...findings, gap, side];
  // Of a page in landscape one thing counts: the number is where it is on all others.
  const worse = Math.abs(gap.deviation ?? 0) > Math.abs(side.deviation ?? 0) ? gap : side;
  return [...findings, { ...worse, id: 'landscapeFolio', note: folio.turned === 0 ? '页码没有转到纸的下边' : '' }];
}

/** Where a number stands on the sheet held upright, its text running from left to right. */
function uprightPlace({ x, right, baseline, turned, page }: PlacedLine): Pick<PlacedLine, 'x' | 'right' | 'baseline'> {
  if (turned === 90) return { x, right, baseline: baseline + page.width };
  if (turned === -90) return { x: x + page.height, right: right + page.height, baseline };
  return { x, right, baseline };
}

function landscape(parts: Parts): readonly Finding[] {
  const pages = parts.pages.filter(({ width, height, lines }) => width > height && lines.length > 0);
  if (pages.length === 0) return unmeasured('没有横排的表格', 'landscapeHead', 'landscapeFolio');
  return pages.map((page): Finding => {
    // Read upright the number has the table's head at the left when it is turned with the clock on the page in landscape.
    const folio = linesOf(parts, 'folio').find((line) => line.page === page);
    if (folio === undefined) return { id: 'landscapeHead', why: '没有页码，看不出纸的上下' };
    const side = folio.turned === 90 ? '左侧' : folio.turned === -90 ? '右侧' : '上边';
    return fact('landscapeHead', side === '左侧', side, page);
  });
}
