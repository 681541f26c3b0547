/** One thing under one name: names that differ from a frequent one by a character, and short forms beside full ones. */
import { bare, paragraphsOf } from './paragraphs.ts';
import type { Paragraph, Spot, TextRule } from './types.ts';

/** What names of bodies end with. */
const bodies = '协会|学会|联合会|委员会|公司|集团|学院|大学|医院|银行|总队|支队|大队';
/** Names of honours, which are conferred in one wording: 先进 with a person after it. */
const honours = '(?:先进|优秀|模范|杰出|十佳|最美)';
const persons = '(?:责任人|负责人|干部|个人|管理员|保卫员|保安员|工作者)';

/** Characters that rightly tell bodies apart: 市…协会 and 区…协会. */
const contrasts = new Set(
  '市区县省国州镇乡村东西南北中上下左右大小总分子母甲乙丙丁一二三四五六七八九十正副男女内外新老前后本各该我你他其有相专兼高初',
);

/** A name is frequent from this number on; its rare variant is at most a fifth as frequent. */
const frequent = 5;

interface Occurrences {
  readonly count: number;
  readonly lines: readonly number[];
}

function occurrences(paragraphs: readonly Paragraph[], pattern: RegExp): ReadonlyMap<string, Occurrences> {
  const found = new Map<string, { count: number; lines: number[] }>();
  for (const { text, line } of paragraphs) {
    for (const match of bare(text).matchAll(pattern)) {
      const term = match[1] ?? '';
      const own = found.get(term) ?? { count: 0, lines: [] };
      found.set(term, { count: own.count + 1, lines: [...own.lines, line] });
    }
  }
  return found;
}

/** 止保协会 twice in a text that says 企保协会 fifty times. */
export const termVariants: TextRule = (text) => {
  // Looked ahead, so that overlapping names are all seen.
  const terms = occurrences(paragraphsOf(text), new RegExp(`(?=(\\p{Script=Han}{2}(?:${bodies})))`, 'gu'));
  const common = [...terms].filter(([, { count }]) => count >= frequent);
  return [...terms].flatMap(([rare, own]): readonly Spot[] => {
    const usual = common.find(([term, { count }]) => count >= own.count * 5 && differsByOne(term, rare));
    if (usual === undefined) return [];
    const [expected, { count }] = usual;
    // One finding for each place: the reader goes to every one of them.
    return [...new Set(own.lines)].map((line) => ({
      code: 'proof.term-variant',
      line,
      found: rare,
      expected,
      facts: { count: own.count, usual: count },
    }));
  });
};

function differsByOne(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  const different = [...one].flatMap((character, index) =>
    character === other[index] ? [] : [[character, other[index] ?? '']],
  );
  return different.length === 1 && different.flat().every((character) => !contrasts.has(character));
}

/** 先进责任人 beside 先进治安责任人: the same, or not? */
export const shortTerms: TextRule = (text) => {
  const paragraphs = paragraphsOf(text);
  const short = occurrences(paragraphs, new RegExp(`(${honours}${persons})`, 'gu'));
  const long = occurrences(paragraphs, new RegExp(`(${honours}\\p{Script=Han}{2}${persons})`, 'gu'));
  return [...long].flatMap(([full, { count }]): readonly Spot[] => {
    const brief = full.slice(0, 2) + full.slice(4);
    const own = short.get(brief);
    if (own === undefined || own.count < 2 || count < 2) return [];
    return [
      {
        code: 'proof.term-short',
        line: own.lines[0] ?? 0,
        found: brief,
        expected: full,
        facts: { count: own.count, usual: count },
      },
    ];
  });
};
