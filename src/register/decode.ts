/** A line of the file as an entry. Nothing is let pass that `encodeLine` would not write itself. */
import { categoryNames, levelNames } from '../case/terms.ts';
import { bodyOf, closeLine, kindNames } from './codec.ts';
import { datePattern, hexPattern, timePattern } from './form.ts';
import type { AwardFacts, Entry, EntryKind, PayerSum, PaymentEntry, People } from './types.ts';

export interface Line {
  /** 序号, counts from 1. */
  readonly number: number;
  readonly entry: Entry;
  /** 上条 */
  readonly previous: string;
  /** 本条 */
  readonly hash: string;
}

/** Null where the text is not exactly what would be written for what it says. Whether its hashes are right is not looked at. */
export function decodeLine(text: string): Line | null {
  const value = parseJson(text);
  if (!isItems(value)) return null;
  const items = readItems(value);
  const entry = entryOf(items.oneOf('类别', kindNames), items);
  const line = { number: items.count('序号'), entry, previous: items.hex('上条', 64), hash: items.hex('本条', 64) };
  if (!items.isGood()) return null;
  return closeLine(bodyOf(entry, line.number, line.previous), line.hash) === text ? line : null;
}

type Items = Readonly<Record<string, unknown>>;

/** Reads items by type. A wrong one gives a stand-in and is remembered. */
interface ItemReader {
  text(name: string): string;
  /** '' where there is none. */
  optionalText(name: string): string;
  match(name: string, pattern: RegExp): string;
  hex(name: string, length: number): string;
  count(name: string): number;
  /** 0 where there is none. */
  optionalCount(name: string): number;
  /** The key whose name stands there. */
  oneOf<K extends string>(name: string, names: Readonly<Record<K, string>>): K;
  list<T>(name: string, read: (items: ItemReader) => T): readonly T[];
  isGood(): boolean;
}

function readItems(items: Items): ItemReader {
  let good = true;
  const spoil = <T>(standIn: T): T => {
    good = false;
    return standIn;
  };
  const reader: ItemReader = {
    text(name) {
      const value = items[name];
      return typeof value === 'string' ? value : spoil('');
    },
    optionalText: (name) => (name in items ? reader.text(name) : ''),
    match(name, pattern) {
      const value = reader.text(name);
      return pattern.test(value) ? value : spoil('');
    },
    hex: (name, length) => {
      const value = reader.text(name);
      return value.length === length && hexPattern.test(value) ? value : spoil('');
    },
    count(name) {
      const value = items[name];
      return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : spoil(0);
    },
    optionalCount: (name) => (name in items ? reader.count(name) : 0),
    oneOf<K extends string>(name: string, names: Readonly<Record<K, string>>): K {
      const keys = Object.keys(names) as K[];
      return keys.find((key) => names[key] === items[name]) ?? spoil(keys[0] as K);
    },
    list(name, read) {
      const value = items[name];
      if (!Array.isArray(value) || !value.every(isItems)) return spoil([]);
      return value.map((one) => {
        const inner = readItems(one);
        const made = read(inner);
        return inner.isGood() ? made : spoil(made);
      });
    },
    isGood: () => good,
  };
  return reader;
}

function entryOf(kind: EntryKind, items: ItemReader): Entry {
  const time = items.match('时间', timePattern);
  switch (kind) {
    case 'opening':
      return { kind, time, version: items.count('格式'), salt: items.hex('盐', 32) };
    case 'batch':
      return {
        kind,
        time,
        year: yearOf(items),
        caseId: items.text('案卷'),
        batch: items.count('批次'),
        date: items.match('日期', datePattern),
        count: items.count('笔数'),
        ...sumOf(items),
        payers: items.list('各发放单位', payerSumOf),
        ...peopleOf(items),
      };
    case 'payment':
      return paymentOf(time, items);
    case 'reversal':
      return {
        kind,
        time,
        year: yearOf(items),
        batch: items.count('批次'),
        reverses: items.count('冲销序号'),
        payer: items.text('发放单位'),
        unit: items.text('单位'),
        recipient: items.text('受奖人'),
        amount: items.count('金额分'),
        reason: items.text('理由'),
        ...peopleOf(items),
      };
    case 'certificate':
      return { kind, time, ...awardOf(items), ...numberOf(items), ...peopleOf(items) };
    case 'void':
      return {
        kind,
        time,
        year: yearOf(items),
        number: items.text('证书编号'),
        unit: items.text('单位'),
        recipient: items.text('受奖人'),
        reason: items.text('理由'),
        ...peopleOf(items),
      };
    case 'replacement':
      return {
        kind,
        time,
        ...awardOf(items),
        ...numberOf(items),
        replaces: items.text('原编号'),
        reason: items.text('理由'),
        ...peopleOf(items),
      };
  }
}

/** Field by field: of a hundred thousand, a spread would take seconds. */
function paymentOf(time: string, items: ItemReader): PaymentEntry {
  return {
    kind: 'payment',
    time,
    batch: items.count('批次'),
    year: yearOf(items),
    caseId: items.text('案卷'),
    level: items.oneOf('级别', levelNames),
    category: items.oneOf('类别名', categoryNames),
    district: items.text('区'),
    unit: items.text('单位'),
    recipient: items.text('受奖人'),
    key: items.hex('对象码', 32),
    payer: items.text('发放单位'),
    amount: items.count('金额分'),
    taxItem: items.optionalText('税项'),
    tax: items.optionalCount('扣税分'),
  };
}

function yearOf(items: ItemReader): number {
  return items.count('年度');
}

function awardOf(items: ItemReader): AwardFacts {
  return {
    year: yearOf(items),
    caseId: items.text('案卷'),
    level: items.oneOf('级别', levelNames),
    category: items.oneOf('类别名', categoryNames),
    district: items.text('区'),
    unit: items.text('单位'),
    recipient: items.text('受奖人'),
    key: items.hex('对象码', 32),
  };
}

function numberOf(items: ItemReader): { number: string; running: number } {
  return { number: items.text('证书编号'), running: items.count('流水号') };
}

function peopleOf(items: ItemReader): People {
  return { prepared: items.text('制表'), reviewed: items.text('复核') };
}

function sumOf(items: ItemReader): Pick<PayerSum, 'amount' | 'tax'> {
  return { amount: items.count('金额分'), tax: items.optionalCount('扣税分') };
}

function payerSumOf(items: ItemReader): PayerSum {
  return { payer: items.text('发放单位'), count: items.count('笔数'), ...sumOf(items) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isItems(value: unknown): value is Items {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
