/** All rules over one text. */
import { type Message, message, type Place } from '../message.ts';
import { annexColon, annexesAsListed, annexLabels, annexNames, annexReferences } from './annexes.ts';
import { dateForms, impossibleDates } from './dates.ts';
import { abolished, addresseeEnd, copyEnd, headingEnd, noteBrackets, titleEnd, titleKinds } from './frame.ts';
import { countedItems, levelGaps, levelOrder } from './levels.ts';
import { halfWidthMarks, straightQuotes } from './marks.ts';
import { numberBrackets, numberForm } from './numbers.ts';
import {
  leadingZeros,
  mixedNumerals,
  rangeHyphens,
  rangeTildes,
  rangeUnits,
  twoDigitYears,
  wideDigits,
  zeroSigns,
} from './numerals.ts';
import { pairedMarks } from './pairs.ts';
import { hasMarks, paragraphsOf, spotsOf } from './paragraphs.ts';
import { rules } from './rules.ts';
import { brokenLines, innerSpaces } from './spaces.ts';
import { annexFigures, headingSums, proseSums } from './sums/prose.ts';
import { groupSums, rowSums, tableSums } from './sums/tables.ts';
import { shortTerms, termVariants } from './terms.ts';
import type { Edit, EditRule, Finding, Paragraph, ParagraphRule, ProofText, Spot, TextRule } from './types.ts';
import {
  articleSpace,
  beforeDeng,
  betweenMarks,
  bookTitleUse,
  dash,
  doubleMarks,
  ellipsis,
  innerStop,
  itemMarks,
  levelMarks,
} from './usage.ts';
import { wrongWordsIn } from './words.ts';

/** What can be repaired without knowing what is meant. */
export const editRules: readonly EditRule[] = [
  numberBrackets,
  annexColon,
  levelMarks,
  itemMarks,
  halfWidthMarks,
  straightQuotes,
  rangeTildes,
  wideDigits,
  innerSpaces,
];

const paragraphRules: readonly ParagraphRule[] = [
  numberForm,
  dateForms,
  impossibleDates,
  titleEnd,
  headingEnd,
  addresseeEnd,
  noteBrackets,
  copyEnd,
  annexLabels,
  articleSpace,
  pairedMarks,
  betweenMarks,
  beforeDeng,
  ellipsis,
  dash,
  doubleMarks,
  innerStop,
  bookTitleUse,
  rangeHyphens,
  rangeUnits,
  leadingZeros,
  twoDigitYears,
  mixedNumerals,
  zeroSigns,
  wrongWordsIn,
];

const textRules: readonly TextRule[] = [
  titleKinds,
  levelOrder,
  levelGaps,
  countedItems,
  annexNames,
  annexesAsListed,
  annexReferences,
  abolished,
  brokenLines,
  tableSums,
  rowSums,
  groupSums,
  headingSums,
  proseSums,
  annexFigures,
  termVariants,
  shortTerms,
];

/** What was found in paragraphs that stand in many documents: letters of one kind differ in a name only. */
export type KnownParagraphs = Map<string, readonly Spot[]>;

/**
 * Everything that the rules find in a text, in its order.
 * @param known kept by a caller that reads many texts without lines
 */
export function proofread(text: ProofText, known: KnownParagraphs = new Map()): readonly Finding[] {
  const paragraphs = paragraphsOf(text).filter(hasMarks);
  const spots = [
    ...paragraphs.flatMap((paragraph) => spotsIn(paragraph, known)),
    ...textRules.flatMap((rule) => rule(text)),
  ];
  return gathered(withoutTorn(spots))
    .toSorted((one, other) => (one[0]?.line ?? 0) - (other[0]?.line ?? 0))
    .flatMap((group) => findingOf(group, text.text.file) ?? []);
}

/** A bracket that closes in the next line is told as a broken line, not as one without a partner. */
function withoutTorn(spots: readonly Spot[]): readonly Spot[] {
  const torn = spots.filter((spot) => spot.code === 'proof.broken-line').map((spot) => spot.line);
  const isTorn = ({ code, line }: Spot) =>
    code === 'proof.unpaired' && torn.some((first) => line >= first && line <= first + 2);
  return spots.filter((spot) => !isTorn(spot));
}

function spotsIn(paragraph: Paragraph, known: KnownParagraphs): readonly Spot[] {
  const { role, annex } = paragraph.part;
  const key = [role, Math.min(annex, 1), paragraph.line, paragraph.text].join('\n');
  const before = known.get(key);
  if (before) return before;
  const spots = [...spotsOf(paragraph, editsOf(paragraph)), ...paragraphRules.flatMap((rule) => rule(paragraph))];
  known.set(key, spots);
  return spots;
}

/** What the mechanical rules change in a paragraph; where two would change the same characters, the first. */
function editsOf({ text, part }: Paragraph): readonly Edit[] {
  const edits: Edit[] = [];
  for (const rule of editRules) {
    const others = rule(text, part).filter(
      ({ start, end }) => !edits.some((one) => one.start < end && start < one.end),
    );
    edits.push(...others);
  }
  return edits;
}

/** Spots of a rule that is told once stand together; every other spot stands alone. */
function gathered(spots: readonly Spot[]): readonly (readonly Spot[])[] {
  const groups = new Map<string, Spot[]>();
  for (const [index, spot] of spots.entries()) {
    const { once } = rules[spot.code];
    const key = once === 'all' ? spot.code : once === 'same' ? `${spot.code} ${spot.expected}` : String(index);
    const group = groups.get(key);
    if (group) group.push(spot);
    else groups.set(key, [spot]);
  }
  return [...groups.values()];
}

/** How many lines a finding names in its sentence; `lines` has them all. */
const namedLines = 8;

function findingOf(spots: readonly Spot[], file: string): Finding | null {
  const [first] = spots;
  if (first === undefined) return null;
  const rule = rules[first.code];
  const lines = [...new Set(spots.map((spot) => spot.line).filter((line) => line > 0))];
  const place: Place = { file, ...(first.line > 0 && { line: first.line }) };
  const named = `${lines.slice(0, namedLines).join('、')}${lines.length > namedLines ? '……' : ''}`;
  const times = spots.length === 1 ? '' : `，共${spots.length}处${lines.length > 1 ? `（第${named}行）` : ''}`;
  const said: Message = message(first.code, {
    place,
    actual: first.found,
    ...(first.expected !== undefined && { expected: first.expected }),
    found: first.found,
    // 实务 is no clause of a standard, and says so by itself.
    source: rule.strength === '实务' ? rule.clause : `${rule.clause}，${rule.strength}`,
    times,
    ...first.facts,
  });
  return { code: first.code, rule, place, lines, found: first.found, expected: first.expected ?? null, message: said };
}
