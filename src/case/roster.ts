import { createHash } from 'node:crypto';
import { type Message, message, type Place, type Result, resultOf } from '../message.ts';
import {
  choice,
  count,
  day,
  district,
  identifier,
  line,
  month,
  optionalChoice,
  paragraphs,
  type Reading,
  required,
  score,
  withoutSpacing,
} from './cells.ts';
import { rosterColumns } from './roster-columns.ts';
import { readTable, type Sheet } from './table.ts';
import { categoryNames, levelNames, statusNames } from './terms.ts';
import { type AwardLevel, awardLevels, type Category, type Nominee, type NomineeStatus } from './types.ts';

const levels: ReadonlyMap<string, AwardLevel> = new Map(awardLevels.map((level) => [levelNames[level], level]));
const yesNo: ReadonlyMap<string, boolean> = new Map([
  ['是', true],
  ['否', false],
]);
const statuses: ReadonlyMap<string, NomineeStatus> = new Map(
  (Object.keys(statusNames) as NomineeStatus[]).map((status) => [statusNames[status], status]),
);
const sexes: ReadonlyMap<string, string> = new Map([
  ['男', '男'],
  ['女', '女'],
]);

/** The nominees of one sheet of a roster. `districts` are the names the case knows; undefined leaves 区 unchecked. */
export function readRoster(
  sheet: Sheet,
  category: Category,
  districts?: readonly string[],
): Result<readonly Nominee[]> {
  const { nominees, messages } = readRosterRows(sheet, category, districts);
  return resultOf(nominees, messages);
}

/** The same with the rows that errors stand against, whose nominees are not to be used. */
export function readRosterRows(
  sheet: Sheet,
  category: Category,
  districts?: readonly string[],
): { readonly nominees: readonly Nominee[]; readonly messages: readonly Message[] } {
  const table = readTable(sheet, rosterColumns(category));
  const messages: Message[] = [...table.messages];
  const nominees = table.rows.map((row) => nominee({ row, messages }, category, districts));
  return { nominees, messages };
}

/**
 * Where a cell is refused the nominee keeps a stand-in: with an error among the messages no one gets to see it.
 * Both kinds are written out whole: objects put together from parts take three times as long, and more room.
 */
function nominee(reading: Reading, category: Category, districts: readonly string[] | undefined): Nominee {
  const level = choice(reading, '级别', levels) ?? 'district';
  const name = districts ? district(reading, '区', districts) : required(reading, '区');
  const unit = required(reading, '单位全称');
  const code = requiredIdentifier(reading, '统一社会信用代码');
  const member = choice(reading, '市企保协会会员', yesNo) ?? false;
  const industry = line(reading, '行业');
  const phone = identifier(reading, '联系电话');
  const idNumber = identifier(reading, '身份证号');
  const deeds = paragraphs(reading, '主要事迹');
  const bank = line(reading, '开户行');
  // Accounts are often typed in groups of four, and paid from without spaces.
  const account = identifier(reading, '银行账号').replace(/\s+/g, '');
  const { status, withdrawnReason, received, origin } = officeFields(reading);
  const place = reading.row.place();
  if (category === 'unit' || category === 'department') {
    return {
      level,
      district: name,
      unit,
      code,
      member,
      industry,
      phone,
      idNumber,
      deeds,
      bank,
      account,
      status,
      withdrawnReason,
      received,
      origin,
      place,
      category,
      department: category === 'department' ? required(reading, '保卫部门名称') : '',
      address: line(reading, '单位地址'),
      headcount: count(reading, '人数'),
      head: withoutSpacing(line(reading, '主要负责人')),
      baseScore: score(reading, '基本分'),
      bonusScore: score(reading, '加分'),
      veto: line(reading, '一票否决'),
      accountName: line(reading, '开户名'),
    };
  }
  return {
    level,
    district: name,
    unit,
    code,
    member,
    industry,
    phone,
    idNumber,
    deeds,
    bank,
    account,
    status,
    withdrawnReason,
    received,
    origin,
    place,
    category,
    name: withoutSpacing(required(reading, '姓名')),
    sex: choice(reading, '性别', sexes) ?? '',
    post: required(reading, '职务'),
    birth: month(reading, '出生年月'),
    politics: line(reading, '政治面貌'),
  };
}

function officeFields(reading: Reading): Pick<Nominee, 'status' | 'withdrawnReason' | 'received' | 'origin'> {
  const status = optionalChoice(reading, '状态', statuses) ?? 'final';
  const withdrawnReason = line(reading, '撤回原因');
  if (status === 'withdrawn' && withdrawnReason === '') {
    reading.messages.push(message('roster.withdrawn-reason', { place: reading.row.place('撤回原因') }));
  }
  const [file, sheet, row] = ['来源文件', '来源表', '来源行'].map((column) => line(reading, column));
  const origin = file ? { file, ...(sheet && { sheet }), ...(row && { row: Number(row) }) } : null;
  return { status, withdrawnReason, received: day(reading, '收到日期'), origin };
}

function requiredIdentifier(reading: Reading, column: string): string {
  if (reading.row.cell(column) === null) return required(reading, column);
  return identifier(reading, column);
}

/** Where a sheet's rows come from, and what tells them from all others: a hash of their cells in whatever order. */
export interface RosterContent {
  readonly place: Place;
  readonly category: Category;
  readonly hash: string;
}

/** Order and unknown columns make no difference; undefined where there are no rows. */
export function contentOf(sheet: Sheet, category: Category): RosterContent | undefined {
  const columns = rosterColumns(category);
  const { rows } = readTable(sheet, columns);
  if (rows.length === 0) return undefined;
  // Hashed one by one: the text of all rows is several times as large as the sheet.
  const hashes = rows.map((row) => sha256(JSON.stringify(columns.map(({ name }) => row.cell(name)))));
  const hash = sha256(hashes.sort().join('\n'));
  return { place: { file: sheet.file, ...(sheet.name !== undefined && { sheet: sheet.name }) }, category, hash };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The same rows in two files: a roster that was put in twice. */
export function sameSheets(contents: readonly RosterContent[]): Message[] {
  const first = new Map<string, string>();
  return contents.flatMap(({ place, category, hash }) => {
    const key = `${category} ${hash}`;
    const other = first.get(key);
    if (other === undefined || other === place.file) {
      first.set(key, place.file);
      return [];
    }
    return [message('roster.same-sheet', { place, category: categoryNames[category], other })];
  });
}
