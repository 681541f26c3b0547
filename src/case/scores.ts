/** Scores item by item: the sheet `评分` of a roster, one row per unit and item. */
import { type Message, message, type Result, resultOf } from '../message.ts';
import { type ScoringItem, scoringItems } from '../rules/rubric.ts';
import { identifier, line, optionalChoice, paragraphs, type Reading, score } from './cells.ts';
import { excerpt } from './mask.ts';
import { scoreColumns } from './score-columns.ts';
import { readTable, type Sheet, textOf } from './table.ts';
import { categoryNames } from './terms.ts';
import type { ItemScore, ItemScores } from './types.ts';

const items = scoringItems();
const scoreCells = ['自评分', '评审分'] as const;
const collectives: ReadonlyMap<string, ItemScores['category']> = new Map([
  [categoryNames.unit, 'unit'],
  [categoryNames.department, 'department'],
]);

/** A scoring sheet while its rows are read. */
export interface Draft extends ItemScores {
  readonly points: ItemScore<number>[];
  readonly vetoes: ItemScore<boolean>[];
}

/** The scores of one sheet `评分`. A unit's name may stand in its first row only, as merged cells leave it. */
export function readScores(sheet: Sheet): Result<readonly ItemScores[]> {
  const table = readTable(sheet, scoreColumns);
  const messages: Message[] = [...table.messages];
  const drafts = new Map<string, Draft>();
  let named: Draft | undefined;
  for (const row of table.rows) {
    const reading = { row, messages };
    if (row.cell('单位全称') !== null) named = drafted(reading);
    // Only carried along, but it must fit into a cell.
    paragraphs(reading, '说明');
    // Prepared rows that nobody filled in.
    if (scoreCells.every((column) => row.cell(column) === null)) continue;
    if (named === undefined) {
      messages.push(message('roster.cell-required', { place: row.place('单位全称'), column: '单位全称' }));
      continue;
    }
    const key = `${named.category} ${named.code || named.unit}`;
    const draft = drafts.get(key) ?? named;
    drafts.set(key, draft);
    const text = line(reading, '编号');
    const item = itemOf(text);
    if (item) addItem(reading, item, draft);
    else messages.push(itemUnknown(text, reading, '编号'));
  }
  return resultOf([...drafts.values()], messages);
}

function drafted(reading: Reading): Draft {
  return {
    category: categoryOf(reading),
    unit: line(reading, '单位全称'),
    code: identifier(reading, '统一社会信用代码'),
    filler: '',
    filled: '',
    points: [],
    vetoes: [],
    place: reading.row.place('单位全称'),
  };
}

export function categoryOf(reading: Reading): ItemScores['category'] {
  return optionalChoice(reading, '类别', collectives) ?? 'unit';
}

/** The item of a number such as 1.1 or 加2, or of its text; width, spaces and punctuation of the text make no difference. */
export function itemOf(text: string): ScoringItem | undefined {
  const number = text.normalize('NFKC').replace(/\s+/g, '');
  return items.find((item) => item.number === number || (number !== '' && plain(item.text) === plain(text)));
}

/** A text by its letters and digits alone. */
export function plain(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
}

export function itemUnknown(text: string, { row }: Reading, column: string): Message {
  return message('scoring.item-unknown', { place: row.place(column), actual: excerpt(text), item: excerpt(text) });
}

/** Reads what the columns 自评分 and 评审分 say of an item. */
export function addItem(reading: Reading, { number, kind }: ScoringItem, draft: Draft): void {
  const [selfPlace, reviewerPlace] = scoreCells.map((column) => reading.row.place(column));
  if (selfPlace === undefined || reviewerPlace === undefined) return;
  const places = { number, selfPlace, reviewerPlace };
  if (kind === 'veto')
    draft.vetoes.push({ self: happened(reading, '自评分'), reviewer: happened(reading, '评审分'), ...places });
  else draft.points.push({ self: score(reading, '自评分'), reviewer: score(reading, '评审分'), ...places });
}

/** 未发生 or 发生, ticked as on paper or not; a box without a tick says nothing. */
function happened(reading: Reading, column: string): boolean | null {
  const text = textOf(reading.row.cell(column)).replace(/\s+/g, '');
  if (text === '' || text === '□未发生') return null;
  const said = /^[√✓✔☑■]?(未?)发生$/.exec(text);
  if (said) return said[1] === '';
  const place = reading.row.place(column);
  reading.messages.push(message('roster.choice', { place, column, actual: excerpt(text), expected: '未发生、发生' }));
  return null;
}
