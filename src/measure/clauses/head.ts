/** 版头 of the usual format (GB/T 9704 7.2), and what the marks of the other formats share with it. */
import { type ClauseId, clauses } from '../../layout/gbt9704.ts';
import { isRed } from '../metrics.ts';
import {
  areaRight,
  blankLines,
  characters,
  excerpt,
  type Finding,
  fact,
  fontReading,
  length,
  linesOf,
  offCentre,
  round,
  type Subject,
  unmeasured,
} from '../readings.ts';
import type { Parts, PlacedLine } from '../types.ts';
import { baselineOffset } from './page.ts';

export function headFindings(subject: Subject): readonly Finding[] {
  return [...marked(subject), ...corner(subject), ...numbered(subject), ...signers(subject), ...redRule(subject)];
}

/** 发文机关标志 */
function marked({ parts }: Subject): readonly Finding[] {
  const marks = linesOf(parts, 'mark');
  const mark = marks[0];
  const tops: Readonly<Record<Parts['format'], ClauseId>> = {
    document: 'markTop',
    letter: 'letterMarkTop',
    order: 'orderMarkTop',
    minutes: 'minutesMarkTop',
  };
  const own = tops[parts.format];
  const others = Object.values(tops).filter((id) => id !== own);
  const findings: Finding[] = [...unmeasured('不是这种格式', ...others)];
  if (mark === undefined) {
    return [
      ...findings,
      ...unmeasured('没有红色的发文机关标志', own, 'markCentred', 'markColor', 'markFont', 'markSize'),
    ];
  }
  // In a letter from the page's edge, else from the type area's, whose place in the page is the same in both profiles.
  const edge = own === 'letterMarkTop' ? 0 : clauses.topMargin.value;
  const top = Math.min(...marks.map((line) => line.top));
  findings.push(length(own, top - edge, Number(clauses[own].value), mark.page));
  // Several organs stand one above the other, and 文件 beside them: together they are centred.
  const x = Math.min(...marks.map((line) => line.x));
  const right = Math.max(...marks.map((line) => line.right));
  findings.push(length('markCentred', offCentre({ x, right }, parts), 0, mark.page));
  findings.push(
    fact(
      'markColor',
      marks.every(({ colour }) => isRed(colour)),
      '红色',
      mark.page,
    ),
  );
  findings.push(...marks.map((line) => fontReading('markFont', line.chars, line)));
  const id = parts.format === 'letter' ? 'letterMarkSize' : 'markSize';
  findings.push({
    ...fact(id, mark.size <= Number(clauses[id].value) + 0.3, `${round(mark.size, 1)} pt`, mark.page),
    expected: `不大于 ${clauses[id].value} pt`,
  });
  findings.push(...unmeasured('不是这种格式', parts.format === 'letter' ? 'markSize' : 'letterMarkSize'));
  return findings;
}

/** 份号、密级和保密期限、紧急程度 */
function corner({ parts, byOffice }: Subject): readonly Finding[] {
  const findings: Finding[] = [];
  // By GB/T 33476.2 the grid begins higher up.
  const shift = clauses.topMargin.value - clauses.displayTop.value;
  const line = (number: number) => clauses.topMargin.value + (number - 1) * parts.pitch;
  // In a letter these stand below the first double rule.
  const top = (one: PlacedLine) => one.baseline - baselineOffset(one, parts.pitch, byOffice);
  const place = (id: 'copyNumberLine' | 'secrecyLine', one: PlacedLine) =>
    parts.format === 'letter'
      ? length(id, one.x - parts.left, 0, one.page, '顶格')
      : worst(
          length(id, top(one), [line(clauses[id].value) - shift, line(clauses[id].value)], one.page),
          one,
          parts,
          id,
        );
  const copy = linesOf(parts, 'copy-number')[0];
  if (copy === undefined) findings.push(...unmeasured('没有份号', 'copyNumberDigits', 'copyNumberLine'));
  else {
    const digits = copy.text.length;
    findings.push(fact('copyNumberDigits', digits === clauses.copyNumberDigits.value, `${digits} 位`, copy.page));
    findings.push(place('copyNumberLine', copy));
  }
  const secrecy = linesOf(parts, 'secrecy')[0];
  if (secrecy === undefined) findings.push(...unmeasured('没有密级', 'secrecyFont', 'secrecyLine'));
  else findings.push(fontReading('secrecyFont', hanOf(secrecy), secrecy), place('secrecyLine', secrecy));
  const urgency = linesOf(parts, 'urgency')[0];
  if (urgency === undefined) findings.push(...unmeasured('没有紧急程度', 'urgencyFont'));
  else findings.push(fontReading('urgencyFont', urgency.chars, urgency));
  return findings;
}

/** Of the place down the page and the place at the left edge, the one that is further off. */
function worst(
  down: ReturnType<typeof length>,
  line: PlacedLine,
  parts: Parts,
  id: 'copyNumberLine' | 'secrecyLine',
): Finding {
  const across = length(id, line.x - parts.left, 0, line.page, '顶格');
  return Math.abs(across.deviation ?? 0) > Math.abs(down.deviation ?? 0) ? across : down;
}

function hanOf({ chars }: PlacedLine): PlacedLine['chars'] {
  return chars.filter(({ text }) => /\p{Script=Han}/u.test(text));
}

const completeNumber = /^\p{Script=Han}+[^\p{Script=Han}]\d{4}[^\p{Script=Han}]+\d+号$/u;

/** 发文字号 (令号 of an order) */
function numbered({ parts }: Subject): readonly Finding[] {
  const mark = linesOf(parts, 'mark').at(-1);
  const number = linesOf(parts, 'number')[0];
  const order = parts.format === 'order';
  const unused: readonly ClauseId[] = order
    ? ['numberGap', 'numberCentred', 'numberIndent']
    : ['orderNumberGap', 'orderBodyGap'];
  const findings: Finding[] = [...unmeasured('不是这种格式', ...unused)];
  if (parts.format === 'letter')
    return [...findings, ...unmeasured('信函的发文字号另有规定', 'numberGap', 'numberCentred', 'numberIndent')];
  const gap: ClauseId = order ? 'orderNumberGap' : 'numberGap';
  if (number === undefined || mark === undefined) {
    const ids: readonly ClauseId[] = order ? [gap, 'orderBodyGap'] : [gap, 'numberCentred', 'numberIndent'];
    return [...findings, ...unmeasured(number === undefined ? '没有发文字号' : '没有发文机关标志', ...ids)];
  }
  const first = linesOf(parts, 'number', 'signers').reduce(
    (top, one) => (one.baseline < top.baseline ? one : top),
    number,
  );
  const bound = (count: number) => blankLines(count, parts);
  findings.push(length(gap, first.top - mark.bottom, bound(Number(clauses[gap].value)), first.page));
  if (order) {
    const body = linesOf(parts, 'body')[0];
    if (body === undefined) findings.push(...unmeasured('没有正文', 'orderBodyGap'));
    else {
      const range = blankLines(clauses.orderBodyGap.value, parts);
      findings.push(length('orderBodyGap', body.top - number.bottom, range, body.page));
    }
    return findings;
  }
  if (signerPart(number) === undefined && linesOf(parts, 'signers').length === 0) {
    // A number that is still to be filled in has room for it, which cannot be seen.
    if (completeNumber.test(number.text))
      findings.push(length('numberCentred', offCentre(number, parts), 0, number.page, excerpt(number)));
    else findings.push({ id: 'numberCentred', why: '发文字号没有填全' });
    findings.push(...unmeasured('不是上行文', 'numberIndent'));
  } else {
    const range = characters(clauses.numberIndent.value, parts, number.size);
    findings.push(length('numberIndent', number.x - parts.left, range, number.page, excerpt(number)));
    findings.push(...unmeasured('上行文的发文字号居左', 'numberCentred'));
  }
  return findings;
}

/** The characters of 签发人：… on a line. */
function signerPart(line: PlacedLine): PlacedLine['chars'] | undefined {
  const gap = line.chars.findIndex(({ x }, index) => {
    const before = line.chars[index - 1];
    return before !== undefined && x - before.x - before.width > 8;
  });
  const label = line.text.indexOf('签发人');
  if (label < 0 && gap < 0) return undefined;
  const from = gap >= 0 ? gap : line.chars.findIndex(({ text }) => text === '签');
  return line.chars.slice(from);
}

function signers({ parts }: Subject): readonly Finding[] {
  const lines = linesOf(parts, 'signers', 'number').flatMap((line) => {
    const chars = line.role === 'signers' ? line.chars : signerPart(line);
    return chars === undefined ? [] : [{ line, chars }];
  });
  if (lines.length === 0) return unmeasured('没有签发人', 'signerIndent', 'signerFont', 'signersPerLine');
  return lines.flatMap(({ line, chars }): readonly Finding[] => {
    const colon = chars.findIndex(({ text }) => /[:：]/.test(text));
    const names = chars.slice(colon + 1).filter(({ text }) => text.trim() !== '');
    const count = names.filter((char, index) => {
      const before = names[index - 1];
      return before === undefined || char.x - before.x - before.width > 2;
    }).length;
    const range = characters(clauses.signerIndent.value, parts, line.size);
    return [
      length('signerIndent', areaRight(parts) - line.right, range, line.page, excerpt(line)),
      fontReading('signerFont', names, line),
      fact('signersPerLine', count <= clauses.signersPerLine.value, `${count} 人`, line.page),
    ];
  });
}

/** 红色分隔线 */
function redRule({ parts }: Subject): readonly Finding[] {
  const ids: readonly ClauseId[] = ['redRuleGap', 'redRuleLength', 'redRuleWidth'];
  if (parts.format === 'letter') return unmeasured('信函用红色双线', ...ids);
  if (parts.format === 'order') return unmeasured('命令（令）没有红色分隔线', ...ids);
  const rule = parts.redRules[0];
  const number = linesOf(parts, 'number').at(-1);
  if (rule === undefined) return unmeasured('没有红色分隔线', ...ids);
  const page = linesOf(parts, 'mark')[0]?.page ?? parts.pages[0] ?? null;
  return [
    number === undefined
      ? { id: 'redRuleGap', why: '没有发文字号' }
      : length('redRuleGap', rule.y - rule.thickness / 2 - number.bottom, clauses.redRuleGap.value, page),
    length('redRuleLength', rule.length, clauses.redRuleLength.value, page),
    // Custom is from 0.35 to 1 mm.
    {
      ...length('redRuleWidth', rule.thickness, [0.3, 1.1], page),
      fits: rule.thickness >= 0.3 && rule.thickness <= 1.1,
    },
  ];
}
