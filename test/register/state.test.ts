import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  batchEntries,
  certificateEntries,
  replacementEntry,
  reversalEntry,
  voidEntry,
} from '../../src/register/entries.ts';
import { totalOf } from '../../src/register/payments.ts';
import { addEntries, emptyState, keyOf } from '../../src/register/state.ts';
import type { Entry, RegisterState } from '../../src/register/types.ts';
import { awardTo, head, pattern, paymentTo, signed, type Wish, wish } from '../support/register.ts';

const empty = emptyState('0123456789abcdef0123456789abcdef');

function issue(state: RegisterState, ...units: readonly string[]): RegisterState {
  return addEntries(
    state,
    batchEntries(
      state,
      head,
      units.map((unit) => paymentTo(state, unit)),
    ),
  );
}

function certify(state: RegisterState, ...units: readonly string[]): RegisterState {
  const awards = units.map((unit) => awardTo(state, unit));
  return addEntries(state, certificateEntries(state, awards, pattern, signed));
}

describe('payments', () => {
  test('a batch stands on the lines behind the opening, its payments in the order given', () => {
    const state = issue(empty, '甲厂', '乙厂');
    expect(state.batches).toMatchObject([{ line: 2, batch: 1, count: 2, amount: 400000 }]);
    expect(state.payments.map(({ line, recipient, live, date }) => [line, recipient, live, date])).toEqual([
      [3, '甲厂', true, '2025-01-20'],
      [4, '乙厂', true, '2025-01-20'],
    ]);
  });

  test('batches count on within a year, and each year begins with 1', () => {
    const twice = issue(issue(empty, '甲厂'), '乙厂');
    const nextYear = batchEntries(twice, { ...head, year: 2025 }, [paymentTo(twice, '甲厂', { year: 2025 })]);
    expect(addEntries(twice, nextYear).batches.map(({ year, batch }) => [year, batch])).toEqual([
      [2024, 1],
      [2024, 2],
      [2025, 1],
    ]);
  });

  test('what was paid is not paid again, whatever the award, the case folder or the batch', () => {
    const state = issue(empty, '甲厂');
    expect(() => issue(state, '甲厂')).toThrow('paid-twice');
    const other = paymentTo(state, '甲厂', { level: 'district', category: 'department', caseId: '2024-补' });
    const entries = batchEntries(state, { ...head, caseId: '2024-补' }, [other]);
    expect(() => addEntries(state, entries)).toThrow('paid-twice');
  });

  test('two individual awards of one level may stand side by side, the same one or one of another level not', () => {
    const person = (category: 'responsible' | 'officer', level: 'city' | 'district' = 'city') =>
      paymentTo(empty, '甲厂', { category, level, recipient: '王某', key: keyOf(empty, 'id:1') });
    const paid = (...payments: readonly ReturnType<typeof person>[]) =>
      addEntries(empty, batchEntries(empty, head, payments)).payments.length;
    expect(paid(person('responsible'), person('officer'))).toBe(2);
    expect(() => paid(person('officer'), person('officer'))).toThrow('paid-twice');
    expect(() => paid(person('responsible'), person('officer', 'district'))).toThrow('paid-twice');
  });

  test('a reversal names its line and reason; then the beneficiary can be paid anew, once', () => {
    const paid = issue(empty, '甲厂');
    const [payment] = paid.payments;
    if (!payment) throw new Error('no payment');
    const reversed = addEntries(paid, [reversalEntry(payment, '账号有误', signed)]);
    expect(reversed.payments[0]).toMatchObject({ live: false, reversed: { line: 4, reason: '账号有误' } });
    expect(() => addEntries(reversed, [reversalEntry(payment, '再来一次', signed)])).toThrow('reversal');
    const again = issue(reversed, '甲厂');
    expect(again.payments.map(({ live }) => live)).toEqual([false, true]);
    expect(() => issue(again, '甲厂')).toThrow('paid-twice');
  });

  test('a batch without all its payments, with other sums, or by one person alone is refused', () => {
    const entries = batchEntries(empty, head, [paymentTo(empty, '甲厂'), paymentTo(empty, '乙厂')]);
    expect(() => addEntries(empty, entries.slice(0, 2))).toThrow('missing');
    expect(() => addEntries(empty, [...entries.slice(0, 2), ...entries])).toThrow('batch-open');
    expect(() => addEntries(empty, entries.slice(1))).toThrow('payment-outside');
    const dearer = entries.map((one) => (one.kind === 'payment' ? { ...one, amount: one.amount + 1 } : one));
    expect(() => addEntries(empty, dearer)).toThrow('batch-payments');
    const alone = batchEntries(empty, { ...head, reviewed: '张 制表　' }, [paymentTo(empty, '甲厂')]);
    expect(() => addEntries(empty, alone)).toThrow('people');
  });
});

describe('certificates', () => {
  test('numbers run on without gaps', () => {
    const state = certify(certify(empty, '甲厂', '乙厂'), '丙厂');
    expect(state.certificates.map(({ number }) => number)).toEqual(['测证0001号', '测证0002号', '测证0003号']);
  });

  test('an award has one valid certificate: a void or replaced number is not given again', () => {
    const state = certify(empty, '甲厂', '乙厂');
    expect(() => certify(state, '甲厂')).toThrow('certificate-twice');
    const [first, second] = state.certificates;
    if (!first || !second) throw new Error('no certificates');
    const voided = addEntries(state, [voidEntry(first, '撤回', signed)]);
    const replaced = addEntries(voided, [replacementEntry(voided, second, pattern, '遗失', signed)]);
    const renewed = certify(replaced, '甲厂');
    expect(renewed.certificates.map(({ number, state, replaces }) => [number, state, replaces])).toEqual([
      ['测证0001号', 'void', ''],
      ['测证0002号', 'replaced', ''],
      ['测证0003号', 'valid', '测证0002号'],
      ['测证0004号', 'valid', ''],
    ]);
    expect(() => addEntries(renewed, [voidEntry(first, '再次', signed)])).toThrow('certificate-unknown');
  });
});

test('a beneficiary stands in the register as a salted hash, and another register gives another', () => {
  const id = 'id:110105194912310021';
  expect(keyOf(empty, id)).toMatch(/^[0-9a-f]{32}$/);
  expect(keyOf(empty, id)).not.toBe(keyOf(emptyState('f'.repeat(32)), id));
});

/** The entries that a wish comes to, or none where the register would refuse them anyway. */
function entriesOf(state: RegisterState, one: Wish): readonly Entry[] {
  switch (one.do) {
    case 'issue': {
      const payments = one.units.map((unit) => paymentTo(state, `厂${unit}`, { year: one.year, amount: 100 + unit }));
      return batchEntries(state, { ...head, year: one.year }, payments);
    }
    case 'certify':
      return certificateEntries(
        state,
        one.units.map((unit) => awardTo(state, `厂${unit}`, { year: one.year })),
        pattern,
        signed,
      );
    case 'reverse':
      return state.payments.slice(one.at, one.at + 1).map((payment) => reversalEntry(payment, '更正', signed));
    case 'void':
      return state.certificates.slice(one.at, one.at + 1).map((old) => voidEntry(old, '撤回', signed));
    case 'replace':
      return state.certificates
        .slice(one.at, one.at + 1)
        .map((old) => replacementEntry(state, old, pattern, '遗失', signed));
  }
}

describe('over any sequence of issues, reversals and certificates', () => {
  /** Grants each wish that the register lets pass. */
  const grant = (wishes: readonly Wish[]) =>
    wishes.reduce<RegisterState>((state, one) => {
      try {
        return addEntries(state, entriesOf(state, one));
      } catch {
        return state;
      }
    }, empty);
  const duplicates = (keys: readonly string[]) => keys.length - new Set(keys).size;

  test('a beneficiary has at most one live payment of a year, and sums conserve', () => {
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 12 }), (wishes) => {
        const { batches, payments } = grant(wishes);
        expect(duplicates(payments.filter(({ live }) => live).map(({ year, key }) => `${year} ${key}`))).toBe(0);
        const { count, amount, tax } = totalOf(batches.flatMap(({ payers }) => payers));
        expect(count).toBe(payments.length);
        expect(amount).toBe(payments.reduce((sum, one) => sum + one.amount, 0));
        expect(tax).toBe(0);
      }),
      { numRuns: 2000 },
    );
  });

  test('certificates of a year are numbered without gap, and an award has at most one that is valid', () => {
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 12 }), (wishes) => {
        const { certificates } = grant(wishes);
        for (const year of [2024, 2025]) {
          const own = certificates.filter((one) => one.year === year);
          expect(own.map(({ running }) => running)).toEqual(own.map((_, index) => index + 1));
          expect(duplicates(own.filter(({ state }) => state === 'valid').map(({ key }) => key))).toBe(0);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
