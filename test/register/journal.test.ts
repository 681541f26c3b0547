import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodeLine } from '../../src/register/codec.ts';
import { decodeLine } from '../../src/register/decode.ts';
import { batchEntries } from '../../src/register/entries.ts';
import { readRegister, verify } from '../../src/register/journal.ts';
import { keyOf } from '../../src/register/state.ts';
import type { Entry, Register } from '../../src/register/types.ts';
import { codesOf, good, head, newPath, paymentTo, put, smallRegister } from '../support/register.ts';

let path: string;
let bytes: Buffer;
let register: Register;
beforeAll(async () => {
  path = await newPath();
  register = await smallRegister(path);
  bytes = await readFile(path);
});
afterAll(() => rm(dirname(path), { recursive: true, force: true }));

const check = (text: string | Buffer) => verify(Buffer.from(text), 'register.jsonl').messages;
const lines = () => bytes.toString().trimEnd().split('\n');
const joined = (some: readonly string[]) => some.map((line) => `${line}\n`).join('');
const places = (text: string) => check(text).map(({ code, place }) => [code, place?.line]);

test('what was written reads back as the same register', async () => {
  expect(good(await readRegister(path))).toEqual(register);
  expect(register).toMatchObject({ lines: 13, batches: [{ batch: 1 }, { batch: 2 }] });
});

test('where there is no file, the register is empty, and each time has a salt of its own', async () => {
  const one = good(await readRegister(`${path}.absent`));
  const other = good(await readRegister(`${path}.absent`));
  expect(one).toMatchObject({ lines: 0, payments: [], certificates: [] });
  expect(one.salt).not.toBe(other.salt);
});

test('a person reads who got what; no identifying number stands there', async () => {
  const text = bytes.toString();
  expect(text).toContain('"类别":"发放","年度":2024,"案卷":"2024","批次":1,"发放单位":"市企保协会"');
  expect(text).toContain('"金额":"2000.00","金额分":200000');
  const id = 'id:110105194912310021';
  const other = await newPath();
  await put(other, (now) =>
    batchEntries(now, head, [paymentTo(now, '甲厂', { recipient: '王某', key: keyOf(now, id) })]),
  );
  expect(await readFile(other, 'utf8')).not.toContain('110105194912310021');
  await rm(dirname(other), { recursive: true });
});

test('with nothing but sha256 and the rule of the first line, a reader can check a line', () => {
  const line = lines()[2] ?? '';
  const [, own] = /,"本条":"([0-9a-f]{64})"}$/.exec(line) ?? [];
  const rest = line.replace(/,"本条":"[0-9a-f]{64}"}$/, '}');
  expect(createHash('sha256').update(rest).digest('hex')).toBe(own);
  expect(JSON.parse(line)).toMatchObject({ 上条: JSON.parse(lines()[1] ?? '').本条 });
  expect(JSON.parse(lines()[0] ?? '')).toMatchObject({ 类别: '登记簿', 说明: expect.stringContaining('SHA-256') });
});

describe('what has been tampered with is found, at its line', () => {
  test('an edited amount', () => {
    const edited = bytes.toString().replace('"2000.00","金额分":200000,"上条"', '"9000.00","金额分":900000,"上条"');
    expect(check(edited)).toMatchObject([{ place: { line: 3 }, text: expect.stringContaining('校验码') }]);
  });

  test('an edited line whose own hash was made to fit: the next line gives it away', () => {
    const forged = lines();
    const read = decodeLine(forged[5] ?? '');
    if (read?.entry.kind !== 'reversal') throw new Error('line 6 is a reversal');
    forged[5] = encodeLine({ ...read.entry, reason: '另一理由' }, read.number, read.previous).text;
    expect(check(joined(forged))).toMatchObject([{ place: { line: 7 }, text: expect.stringContaining('接不上') }]);
  });

  test('a removed line', () => {
    expect(check(joined(lines().toSpliced(5, 1)))[0]).toMatchObject({
      code: 'register.broken',
      place: { line: 6 },
      actual: '序号7',
      expected: '序号6',
    });
  });

  test('two lines that changed places', () => {
    const [first = '', second = ''] = lines().slice(2, 4);
    expect(places(joined(lines().toSpliced(2, 2, second, first)))).toContainEqual(['register.broken', 3]);
  });

  test('a line that stands there twice', () => {
    expect(places(joined(lines().toSpliced(3, 0, lines()[2] ?? '')))).toContainEqual(['register.broken', 4]);
  });

  test('an empty line, another line ending, and a mark that an editor puts before the text', () => {
    expect(places(joined(lines().toSpliced(3, 0, '')))).toEqual([['register.broken', 4]]);
    expect(places(joined(lines().map((line) => `${line}\r`)))[0]).toEqual(['register.broken', 1]);
    expect(places(`\uFEFF${bytes}`)[0]).toEqual(['register.broken', 1]);
  });

  test('a register saved anew in another encoding is not listed line by line', () => {
    const many = check(joined(Array.from({ length: 500 }, () => '不是登记簿')));
    expect(many).toHaveLength(21);
    expect(many.at(-1)?.text).toContain('不再一一列出');
  });

  test('the order of the items, spaces and unknown items', () => {
    const [line = ''] = lines();
    expect(decodeLine(line)).not.toBeNull();
    expect(decodeLine(line.replace('"格式":1', '"格式": 1'))).toBeNull();
    expect(decodeLine(line.replace('"格式":1', '"备注":"","格式":1'))).toBeNull();
    expect(decodeLine(line.replace('"格式":1', '"格式":"1"'))).toBeNull();
  });
});

describe('a tail that is cut off is said as such', () => {
  test('within the last line, and before its end', () => {
    for (const missing of [1, 2, 200]) {
      const found = check(bytes.subarray(0, bytes.length - missing));
      expect(found).toMatchObject([{ code: 'register.cut', place: { line: 13 } }]);
    }
  });

  test('between two payments of a batch', () => {
    expect(check(joined(lines().slice(0, 4)))).toMatchObject([{ code: 'register.cut', place: { line: 4 } }]);
  });

  test('all of it', () => {
    expect(codesOf(check(''))).toEqual(['register.cut']);
  });

  test('anywhere else than behind a whole step', () => {
    const starts = new Map<number, number>();
    let length = 0;
    for (const line of lines()) {
      starts.set(length, starts.size);
      length += Buffer.byteLength(line) + 1;
    }
    const silent: number[] = [];
    for (let size = 0; size < bytes.length; size += 1) {
      if (check(bytes.subarray(0, size)).length === 0) silent.push(starts.get(size) ?? -1);
    }
    // The batches, the reversal, the certificates one by one: what stands before is whole in itself.
    expect(silent).toEqual([5, 6, 9, 10, 11, 12]);
  });
});

test('a flipped byte never passes, wherever it is', () => {
  const passed: number[] = [];
  for (let position = 0; position < bytes.length; position += 1) {
    const changed = Buffer.from(bytes);
    changed[position] = (bytes[position] ?? 0) ^ (1 << (position % 8));
    if (check(changed).length === 0) passed.push(position);
  }
  expect(passed).toEqual([]);
});

test('any change of any bytes is found', () => {
  const change = fc.record({
    at: fc.nat({ max: bytes.length - 1 }),
    remove: fc.nat({ max: 40 }),
    insert: fc.uint8Array({ maxLength: 40 }),
  });
  fc.assert(
    fc.property(change, ({ at, remove, insert }) => {
      const changed = Buffer.concat([bytes.subarray(0, at), insert, bytes.subarray(at + remove)]);
      const isPrefix = bytes.subarray(0, changed.length).equals(changed);
      expect(isPrefix || check(changed).length > 0).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('every entry that can be made reads back as it was', () => {
  const text = fc.string({ unit: 'binary' });
  const hex = (length: number) =>
    fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length });
  const fen = fc.nat({ max: 10_000_000_000 });
  const people = { prepared: text, reviewed: text };
  const award = {
    year: fc.integer({ min: 2000, max: 2100 }),
    caseId: text,
    level: fc.constantFrom('city' as const, 'district' as const),
    category: fc.constantFrom('unit' as const, 'department' as const, 'responsible' as const, 'officer' as const),
    district: text,
    unit: text,
    recipient: text,
    key: hex(32),
  };
  const time = fc.constantFrom('2025-01-20T09:30:00+08:00', '2025-01-20T01:30:00Z');
  const entry: fc.Arbitrary<Entry> = fc.oneof(
    fc.record({ kind: fc.constant('opening' as const), time, version: fc.nat(), salt: hex(32) }),
    fc.record({
      kind: fc.constant('payment' as const),
      time,
      ...award,
      batch: fc.nat(),
      payer: text,
      amount: fen,
      taxItem: text,
      tax: fen,
    }),
    fc.record({
      kind: fc.constant('certificate' as const),
      time,
      ...award,
      ...people,
      number: text,
      running: fc.nat(),
    }),
    fc.record({
      kind: fc.constant('void' as const),
      time,
      year: award.year,
      number: text,
      unit: text,
      recipient: text,
      reason: text,
      ...people,
    }),
    fc.record({
      kind: fc.constant('replacement' as const),
      time,
      ...award,
      ...people,
      number: text,
      running: fc.nat(),
      replaces: text,
      reason: text,
    }),
    fc.record({
      kind: fc.constant('reversal' as const),
      time,
      year: award.year,
      batch: fc.nat(),
      reverses: fc.nat(),
      payer: text,
      unit: text,
      recipient: text,
      amount: fen,
      reason: text,
      ...people,
    }),
    fc.record({
      kind: fc.constant('batch' as const),
      time,
      year: award.year,
      caseId: text,
      batch: fc.nat(),
      date: fc.constant('2025-01-20'),
      count: fc.nat(),
      amount: fen,
      tax: fen,
      payers: fc.array(fc.record({ payer: text, count: fc.nat(), amount: fen, tax: fen }), { maxLength: 3 }),
      ...people,
    }),
  );
  fc.assert(
    fc.property(entry, fc.nat(), hex(64), (one, number, previous) => {
      const { text: line, hash } = encodeLine(one, number, previous);
      expect(line).not.toMatch(/[\r\n]/);
      expect(decodeLine(line)).toEqual({ entry: one, number, previous, hash });
    }),
    { numRuns: 2000 },
  );
});
