import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compactMap, packAgain, rowsIn } from '../../src/case/held.ts';
import { packRows } from '../../src/case/packed.ts';
import { readRosterFile } from '../../src/case/rosters.ts';

const sample = fileURLToPath(new URL('../../data/shanghai-2024', import.meta.url));

/** Rows of two shapes, some fields with few values and some with many, short and long, nested and null. */
const rows = fc.array(
  fc.oneof(
    fc.record({
      level: fc.constantFrom('city', 'district'),
      unit: fc.string({ unit: 'grapheme', maxLength: 120 }),
      score: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }).filter((one) => !Object.is(one, -0))),
      place: fc.record({ file: fc.constantFrom('a.xlsx', 'b.xlsx'), row: fc.nat() }),
      tags: fc.array(fc.string(), { maxLength: 3 }),
    }),
    fc.record({
      name: fc.string({ unit: 'binary' }),
      member: fc.boolean(),
      origin: fc.option(fc.record({ file: fc.string() })),
    }),
  ),
  { maxLength: 40 },
);

describe('packed rows', () => {
  test('read like the rows they were made of, through JSON too', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const read = rowsIn(JSON.parse(JSON.stringify(packRows<object>(given))) as ReturnType<typeof packRows>);
        expect(read).toEqual(given);
        expect(read.map((one) => ({ ...one }))).toEqual(given);
        expect(JSON.stringify(read)).toBe(JSON.stringify(given));
        expect(read.map((one) => 'name' in one)).toEqual(given.map((one) => 'name' in one));
      }),
    );
  });

  test('are packed once more as they are, those that are held and plain ones among them, some or all', () => {
    fc.assert(
      fc.property(rows, fc.infiniteStream(fc.constantFrom('held', 'plain', 'out')), (given, fates) => {
        const held = rowsIn(packRows<object>(given));
        const taken = given.flatMap((plain, index) => {
          const { value: fate } = fates.next();
          return fate === 'out' ? [] : [fate === 'held' ? (held[index] as object) : plain];
        });
        expect(rowsIn(packAgain(taken))).toEqual(taken.map((one) => ({ ...one })));
      }),
    );
  });

  test('are the same objects whenever they are asked for, and cannot be changed', () => {
    const [first, second] = rowsIn(packRows([{ unit: '甲厂' }, { unit: '乙厂' }]));
    expect(new Map([[first, 1]]).get(first)).toBe(1);
    expect(first).not.toBe(second);
    expect(() => Object.assign(first as object, { unit: '丙厂' })).toThrow(TypeError);
    expect(first).toEqual({ unit: '甲厂' });
    expect(String(first)).toBe('[object Object]');
  });

  test('of many blocks keep their order, however they are read', () => {
    const many = Array.from({ length: 20_000 }, (_, index) => ({ number: index, text: `第${index}行`.repeat(20) }));
    const read = compactMap(many, (one) => one);
    fc.assert(
      fc.property(fc.array(fc.nat({ max: many.length - 1 }), { maxLength: 200 }), (order) => {
        for (const index of order) expect(read[index]?.text).toBe(many[index]?.text);
      }),
    );
    expect(read.map(({ number }) => number)).toEqual(many.map(({ number }) => number));
  });

  test('of a roster are its nominees, field by field', async () => {
    const task = { dir: sample, path: 'rosters/01浦东.xlsx', districts: undefined };
    const plain = await readRosterFile({ ...task, packs: false });
    const packed = await readRosterFile({ ...task, packs: true });
    expect(rowsIn(packed.nominees)).toEqual(plain.nominees);
    expect(rowsIn(plain.nominees).length).toBeGreaterThan(50);
    expect({ ...packed, nominees: [] }).toEqual({ ...plain, nominees: [] });
  });
});
