/**
 * Every rule that `proof` checks: where it stands and how strongly. `规定` is an error, all others are warnings or
 * notes; a test holds the levels of `messages/proof.ts` against this table. Punctuation and numerals bind official
 * documents through part 9 of GB/T 9704; annex B of GB/T 15834 only explains, and is a recommendation.
 */
import type { proofMessages } from '../messages/proof.ts';

export type Strength = '规定' | '一般' | '推荐' | '实务';

export type RuleCode = Exclude<keyof typeof proofMessages, `proof.fix-${string}`>;

export interface Rule {
  /** The clause as people cite it; for what no standard says, where it comes from. */
  readonly clause: string;
  readonly strength: Strength;
  /** A habit that runs through a whole text is told once, with all its lines; `same`: once for each correction. */
  readonly once?: 'all' | 'same';
}

const gb9704 = (clause: string) => `GB/T 9704—2012 第${clause}条`;
const gb15834 = (clause: string) => `GB/T 15834—2011 第${clause}条`;
const gb15835 = 'GB/T 15835—2011';
const practice = '文书实务';
const figures = '数据核对';

export const rules: Readonly<Record<RuleCode, Rule>> = {
  // The head.
  'proof.number-brackets': { clause: gb9704('7.2.5'), strength: '规定' },
  'proof.number-year': { clause: gb9704('7.2.5'), strength: '规定' },
  'proof.number-serial': { clause: gb9704('7.2.5'), strength: '规定' },
  'proof.number-form': { clause: gb9704('7.2.5'), strength: '规定' },
  'proof.title-kind': { clause: '《党政机关公文处理工作条例》第九条', strength: '一般' },
  'proof.title-kind-other': { clause: '《党政机关公文处理工作条例》第八条', strength: '实务' },
  'proof.title-end-mark': { clause: gb15834('B.4'), strength: '推荐' },
  'proof.addressee-colon': { clause: gb9704('7.3.2'), strength: '规定' },
  // Levels and items.
  'proof.heading-end-mark': { clause: gb15834('B.4'), strength: '推荐' },
  'proof.level-order': { clause: gb9704('7.3.3'), strength: '推荐' },
  'proof.level-gap': { clause: practice, strength: '实务' },
  'proof.level-mark': { clause: `${gb9704('7.3.3')}、${gb15834('B.3')}`, strength: '推荐', once: 'all' },
  'proof.article-space': { clause: gb15834('B.3.6'), strength: '推荐', once: 'all' },
  'proof.item-mark': { clause: gb15834('B.3'), strength: '推荐', once: 'all' },
  // Annexes.
  'proof.annex-colon': { clause: gb9704('7.3.4'), strength: '规定' },
  'proof.annex-number': { clause: gb9704('7.3.4'), strength: '规定' },
  'proof.annex-single': { clause: gb9704('7.3.4'), strength: '一般' },
  'proof.annex-end-mark': { clause: gb9704('7.3.4'), strength: '规定' },
  'proof.annex-book-title': { clause: practice, strength: '实务' },
  'proof.annex-differs': { clause: gb9704('7.3.7'), strength: '规定' },
  'proof.annex-missing': { clause: gb9704('7.3.7'), strength: '规定' },
  'proof.annex-unlisted': { clause: gb9704('7.3.4'), strength: '规定' },
  'proof.annex-label': { clause: gb9704('7.3.7'), strength: '一般' },
  'proof.annex-reference': { clause: figures, strength: '实务' },
  // The end.
  'proof.date-form': { clause: gb9704('7.3.5.4'), strength: '规定' },
  'proof.date-chinese': { clause: gb9704('7.3.5.4'), strength: '规定' },
  'proof.date-impossible': { clause: figures, strength: '实务' },
  'proof.note-brackets': { clause: gb9704('7.3.6'), strength: '规定' },
  'proof.copy-end': { clause: gb9704('7.4.2'), strength: '规定' },
  'proof.abolished': { clause: 'GB/T 9704—2012（代替1999年版）', strength: '实务' },
  // Punctuation.
  'proof.half-width': { clause: gb15834('5.1'), strength: '规定', once: 'all' },
  'proof.straight-quotes': { clause: gb15834('4.8'), strength: '规定', once: 'all' },
  'proof.unpaired': { clause: gb15834('4.8、4.9、4.15'), strength: '规定' },
  'proof.nested-quotes': { clause: gb15834('4.8.3.4'), strength: '规定' },
  'proof.nested-book-titles': { clause: gb15834('4.15.3.5'), strength: '规定' },
  'proof.between-marks': { clause: gb15834('4.5.3.5'), strength: '一般', once: 'all' },
  'proof.before-deng': { clause: gb15834('B.1.2'), strength: '推荐' },
  'proof.ellipsis': { clause: gb15834('4.11'), strength: '规定' },
  'proof.dash': { clause: gb15834('4.10'), strength: '规定' },
  'proof.double-mark': { clause: gb15834('4'), strength: '规定' },
  'proof.inner-stop': { clause: gb15834('B.2.2'), strength: '推荐' },
  'proof.book-title-use': { clause: gb15834('A.13'), strength: '规定', once: 'same' },
  // Numerals.
  'proof.range-tilde': { clause: gb15834('4.13.3.3'), strength: '规定', once: 'all' },
  'proof.range-hyphen': { clause: gb15834('4.13'), strength: '推荐' },
  'proof.range-unit': { clause: gb15835, strength: '推荐' },
  'proof.leading-zero': { clause: gb15835, strength: '推荐' },
  'proof.two-digit-year': { clause: gb15835, strength: '推荐' },
  'proof.mixed-numeral': { clause: gb15835, strength: '推荐' },
  'proof.zero-sign': { clause: gb15835, strength: '推荐' },
  'proof.wide-digits': { clause: gb15835, strength: '一般', once: 'all' },
  // Words and lines.
  'proof.space': { clause: practice, strength: '实务', once: 'all' },
  'proof.broken-line': { clause: practice, strength: '实务' },
  'proof.word': { clause: '《现代汉语词典》', strength: '实务', once: 'same' },
  'proof.term-variant': { clause: practice, strength: '实务' },
  'proof.term-short': { clause: practice, strength: '实务' },
  // Figures.
  'proof.table-sum': { clause: figures, strength: '实务' },
  'proof.row-sum': { clause: figures, strength: '实务' },
  'proof.group-sum': { clause: figures, strength: '实务' },
  'proof.prose-sum': { clause: figures, strength: '实务' },
  'proof.figure-differs': { clause: figures, strength: '实务' },
};
