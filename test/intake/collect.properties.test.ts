import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCase } from '../../src/case/read.ts';
import { decide, summaryOf } from '../../src/intake/collect/decide.ts';
import { readIncoming } from '../../src/intake/collect/file.ts';
import type { Incoming } from '../../src/intake/collect/incoming.ts';
import { caseFolder } from '../case/folder.ts';
import { csv, officer } from './roster-file.ts';

/** What a line of a generated file is: a nominee, a nominee with an error, or one of the kinds that are passed over. */
const kinds = ['good', 'good', 'good', 'bad', 'header', 'total', 'note', 'example', 'blank'] as const;
const line = fc.record({
  kind: fc.constantFrom(...kinds),
  name: fc.constantFrom('例一', '例二', '例三', '例四'),
  district: fc.constantFrom('东湖', '西岭'),
  post: fc.constantFrom('科长', '处长'),
});
type Line = Readonly<{ kind: (typeof kinds)[number]; name: string; district: string; post: string }>;

const blank = Object.fromEntries(Object.keys(officer('')).map((header) => [header, '']));
const named = Object.fromEntries(Object.keys(officer('')).map((header) => [header, header]));
const rowOf = ({ kind, name, district, post }: Line) =>
  ({
    good: officer(name, { 区: district, 职务: post }),
    bad: officer(name, { 区: district, 性别: '先生' }),
    header: named,
    total: { ...blank, 级别: '合计', 单位全称: '4人' },
    note: { ...blank, 级别: '注：一式两份' },
    example: { ...officer(name), 级别: '示例' },
    blank,
  })[kind];

async function filesOf(generated: readonly (readonly Line[])[]): Promise<Incoming> {
  const files = await Promise.all(
    generated.map((lines, index) => {
      // A header of its own, so that an empty list of rows has one too.
      const text = csv([named, ...lines.map(rowOf)]).replace(/^[^\n]*\n/, '');
      const path = `${index}-先进保卫干部.csv`;
      const source = { path, name: path, hash: String(index), bytes: text.length };
      const reception = { districts: ['东湖', '西岭', '市属处'], stored: path, received: '2024-12-20' };
      return readIncoming(source, { path, bytes: Buffer.from(text) }, reception);
    }),
  );
  return { files, known: [], messages: [], prefers: ({ path }) => path.startsWith('1-') };
}

test('no row is lost: rows read are kept, replaced, rejected or passed over, whatever the files hold', async () => {
  const read = await readCase(await caseFolder());
  if (!read.ok) throw new Error('the small case is valid');
  const options = fc.record({ add: fc.boolean(), replace: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(line, { maxLength: 8 }), { maxLength: 4 }),
      options,
      async (generated, chosen) => {
        const incoming = await filesOf(generated);
        const decision = decide(read.value, incoming, chosen);
        const { rows } = summaryOf(incoming, decision);
        const ignored = Object.values(rows.ignored).reduce((sum, count) => sum + count, 0);
        const lines = generated.flat();
        expect(rows.read).toBe(lines.filter(({ kind }) => kind !== 'blank').length);
        expect(rows.read).toBe(rows.kept + rows.replaced + rows.rejected + ignored);
        // Each rejected row, or the contradiction that it is part of, has a message.
        const messages = [...incoming.files.flatMap((file) => file.messages), ...decision.messages];
        if (rows.rejected > 0) expect(messages.some(({ level }) => level === 'error')).toBe(true);
        const bad = lines.filter(({ kind }) => kind === 'bad').length;
        expect(messages.filter(({ code }) => code === 'roster.choice')).toHaveLength(bad);
        // What is kept stands in the case, each row with its own file and line.
        const taken = decision.nominees.filter(({ origin }) => origin?.file.endsWith('-先进保卫干部.csv'));
        const origins = new Set(taken.map(({ origin }) => `${origin?.file} ${origin?.row}`));
        expect(taken).toHaveLength(rows.kept);
        expect(origins.size).toBe(rows.kept);
        // Nobody else's rows are touched.
        const others = read.value.nominees.filter(({ category }) => category !== 'officer');
        expect(decision.nominees.filter(({ category }) => category !== 'officer')).toEqual(others);
      },
    ),
    { numRuns: 150 },
  );
});

test('before + added − removed = after, slot by slot', async () => {
  const read = await readCase(await caseFolder());
  if (!read.ok) throw new Error('the small case is valid');
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 8 }), fc.boolean(), async (lines, add) => {
      const incoming = await filesOf([lines]);
      const { merged } = decide(read.value, incoming, { add, replace: true });
      for (const { before, after, changes } of merged.slots) {
        const count = (kind: string) => changes.filter((change) => change.kind === kind).length;
        expect(before.length + count('added') - count('removed')).toBe(after.length);
      }
    }),
  );
});
