/** Figures in sentences: 其中 against its whole, an annex's totals against the text, headings with points. */
import type { Part } from '../../gongwen/types.ts';
import { numberOfPart } from '../levels.ts';
import { bare, opening } from '../paragraphs.ts';
import type { Spot, TextRule } from '../types.ts';
import { figureOf, sumOf } from './figures.ts';

interface Amount {
  readonly label: string;
  readonly figure: number;
  readonly unit: string;
}

const amount =
  /^(?:其中|共有|共计|共|分别为|包括)?[，：]?(\p{Script=Han}{2,20}?)(?:共|计|为|名额)*(\d+(?:\.\d+)?)(个|名|家|人|项|件|起|户|辆|处|场|次|万元|元)$/u;

function amountOf(clause: string): Amount | null {
  const match = amount.exec(clause);
  return match ? { label: match[1] ?? '', figure: Number(match[2]), unit: match[3] ?? '' } : null;
}

/** 先进集体299个，先进个人290名。其中，先进单位214家，… : wholes before 其中, parts behind it. */
interface Breakdown {
  readonly wholes: readonly Amount[];
  readonly parts: readonly Amount[];
}

function breakdownsIn(text: string): readonly Breakdown[] {
  const plain = bare(text).replace(/[（(][^（()）]*[）)]/g, '');
  return [...plain.matchAll(/其中[，：]?/g)].flatMap((match) => {
    const before = plain
      .slice(0, match.index)
      .replace(/[，。；]$/, '')
      .split(/[，、；。：]/);
    const after =
      plain
        .slice(match.index + match[0].length)
        .split(/[。]/)[0]
        ?.split(/[，、；和]/) ?? [];
    const wholes: Amount[] = [];
    for (const clause of before.toReversed()) {
      const one = amountOf(clause);
      if (one === null) break;
      wholes.unshift(one);
    }
    const parts: Amount[] = [];
    for (const clause of after) {
      const one = amountOf(clause);
      if (one === null) break;
      parts.push(one);
    }
    return wholes.length > 0 && parts.length > 1 ? [{ wholes, parts }] : [];
  });
}

/** Whether the parts divide the wholes: 其中 may also name a few, or kinds that overlap. */
function areDivided({ wholes, parts }: Breakdown): boolean {
  const sum = sumOf(parts.map((one) => one.figure));
  const whole = sumOf(wholes.map((one) => one.figure));
  const kin = parts.every((part) => wholes.some((one) => one.label.includes(part.label.slice(0, 2))));
  // Off by a little, a division is meant; far off, a selection.
  const close = Math.abs(sum - whole) <= Math.max(1, whole * 0.1);
  return kin || (close && new Set([...parts, ...wholes].map((one) => one.unit)).size === 1);
}

export const proseSums: TextRule = ({ text }) =>
  bodiesOf(text.parts).flatMap((part) =>
    breakdownsIn(part.text).flatMap((one): readonly Spot[] => {
      if (!areDivided(one)) return [];
      const groups = divide(one);
      return one.wholes.flatMap((whole, index): readonly Spot[] => {
        const own = groups[index] ?? [];
        const sum = sumOf(own.map((item) => item.figure));
        if (sum === whole.figure || own.length === 0) return [];
        return [
          {
            code: 'proof.prose-sum',
            line: part.line,
            found: `${whole.label}${whole.figure}${whole.unit}`,
            expected: `${own.map((item) => item.figure).join('+')}=${sum}`,
            facts: { parts: own.map((item) => `${item.label}${item.figure}${item.unit}`).join('、') },
          },
        ];
      });
    }),
  );

/** The parts in order, as many for each whole as leave the least difference. */
function divide({ wholes, parts }: Breakdown): readonly (readonly Amount[])[] {
  const [whole, ...rest] = wholes;
  if (whole === undefined) return [];
  if (rest.length === 0) return [parts];
  const choices = parts.slice(0, parts.length - rest.length).map((_, index) => {
    const groups = [parts.slice(0, index + 1), ...divide({ wholes: rest, parts: parts.slice(index + 1) })];
    const off = groups.map((group, at) =>
      Math.abs(sumOf(group.map((item) => item.figure)) - (wholes[at]?.figure ?? 0)),
    );
    return { groups, right: off.filter((one) => one === 0).length, off: sumOf(off) };
  });
  return choices.toSorted((one, other) => other.right - one.right || one.off - other.off)[0]?.groups ?? [parts];
}

/** 详见附件1 behind a list of figures: each must be among the totals of that annex's table, or their sums. */
export const annexFigures: TextRule = ({ text }) =>
  bodiesOf(text.parts).flatMap((part) => {
    const annex = /[（(]详?见附件(\d+)[）)]/.exec(bare(part.text))?.[1];
    if (annex === undefined) return [];
    const totals = totalsOfAnnex(text.parts, Number(annex));
    if (totals.size === 0) return [];
    return breakdownsIn(part.text)
      .flatMap(({ wholes, parts }) => [...wholes, ...parts])
      .filter(({ figure }) => !totals.has(figure))
      .map(
        (one): Spot => ({
          code: 'proof.figure-differs',
          line: part.line,
          found: `${one.label}${one.figure}${one.unit}`,
          facts: { annex },
        }),
      );
  });

/** Figures of the total rows of an annex, and the sums of neighbouring ones. */
function totalsOfAnnex(parts: readonly Part[], annex: number): ReadonlySet<number> {
  const label = parts.find(
    (part) => part.role === 'annex-label' && new RegExp(`^附件${annex}(?!\\d)`).test(bare(part.text)),
  );
  const rows = parts
    .filter((part) => part.role === 'table' && label !== undefined && part.annex === label.annex)
    .flatMap((part) => part.rows)
    .filter((row) => row.slice(0, 3).some((cell) => /(?:小计|合计|总计)$/.test(bare(cell))))
    .map((row) => row.map(figureOf).filter((figure) => figure !== null));
  return new Set(
    rows.flatMap((row) =>
      row.flatMap((_, from) => row.slice(from).map((_, count) => sumOf(row.slice(from, from + count + 1)))),
    ),
  );
}

/** 一、通用标准（80分） against the （10分） of the items under it. */
export const headingSums: TextRule = ({ text }) => {
  const scored = text.parts
    .filter((part) => part.role !== 'table')
    .map((part) => ({ part, numbered: numberOfPart(part), points: pointsOf(part.text) }));
  return scored.flatMap(({ part, numbered, points }, index): readonly Spot[] => {
    if (points === null || numbered === null || numbered.level === 'article') return [];
    const level = numbered.level;
    const rest = scored.slice(index + 1);
    const end = rest.findIndex(
      (one) =>
        one.part.annex !== part.annex ||
        (one.numbered !== null && one.numbered.level !== 'article' && one.numbered.level <= level),
    );
    const below = rest.slice(0, end === -1 ? undefined : end).filter((one) => one.numbered !== null);
    const first = below[0]?.numbered?.level;
    const items = below.filter((one) => one.numbered?.level === first);
    const figures = items.map((one) => one.points).filter((figure) => figure !== null);
    if (items.length < 2 || figures.length < items.length || sumOf(figures) === points) return [];
    return [
      {
        code: 'proof.group-sum',
        line: part.line,
        found: `${points}分`,
        expected: `${sumOf(figures)}分`,
        facts: { name: opening(part.text.replace(/[（(]\d+分?[）)].*$/s, '')), count: items.length },
      },
    ];
  });
};

/** The points in brackets behind a heading: （10分）, or （10） where 分 was forgotten. */
function pointsOf(text: string): number | null {
  const match = /^[^。；，]{2,40}?[（(](\d+)分?[）)](?:。|；|：|$)/.exec(bare(text));
  return match ? Number(match[1]) : null;
}

function bodiesOf(parts: readonly Part[]): readonly Part[] {
  return parts.filter((part) => part.role === 'body' || part.role === 'heading');
}
