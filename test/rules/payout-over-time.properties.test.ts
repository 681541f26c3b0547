import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Award } from '../../src/case/types.ts';
import { batchEntries, reversalEntry } from '../../src/register/entries.ts';
import { addEntries, emptyState } from '../../src/register/state.ts';
import type { RegisterState } from '../../src/register/types.ts';
import { paidIn, paymentFacts } from '../../src/register/year.ts';
import { type PayoutPlan, planPayout } from '../../src/rules/payout.ts';
import { anyAward, anyPolicy, districts } from './any-award.ts';

const signed = { time: '2025-01-20T09:00:00+08:00', prepared: '甲', reviewed: '乙' };
const theCase = { year: 2024, id: 'test' };

/** What an office does to a case and its register in the course of a year, in any order. */
const anyStep = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('late' as const), award: anyAward }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('withdraw' as const), at: fc.nat(30) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('reverse' as const), at: fc.nat(30) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('reorder' as const), by: fc.nat(30) }) },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('issue' as const), payer: fc.option(fc.constant('市企保协会')) }),
  },
);

test('over any sequence of issue, rerun, reversal, withdrawal, late rows and reordering nobody is paid twice', () => {
  fc.assert(
    fc.property(
      fc.array(anyAward, { maxLength: 12 }),
      fc.array(anyStep, { maxLength: 12 }),
      anyPolicy,
      (given, steps, policy) => {
        let awards: readonly Award[] = given;
        let register = emptyState('0'.repeat(32));
        const planned = (): PayoutPlan => {
          const result = planPayout(awards, policy, districts, paidIn(register, theCase.year), theCase.id);
          if (!result.ok) throw new Error('a plan was expected');
          return result.value;
        };
        for (const step of steps) {
          switch (step.kind) {
            case 'late':
              awards = [...awards, step.award];
              break;
            case 'withdraw':
              awards = awards.filter((_, index) => index !== step.at);
              break;
            case 'reorder':
              awards = [...awards.slice(step.by), ...awards.slice(0, step.by)];
              break;
            case 'reverse': {
              const payment = register.payments[step.at];
              if (payment?.live) register = addEntries(register, [reversalEntry(payment, '发放有误', signed)]);
              break;
            }
            case 'issue':
              register = issued(register, planned(), step.payer);
          }
          const { payments, withheld } = planned();
          expect(new Set([...payments, ...withheld].map(({ award }) => award))).toEqual(new Set(awards));
          expect(payments.length + withheld.length).toBe(awards.length);
        }
        // Whatever is still open can be entered: the register itself refuses a second live payment.
        register = issued(register, planned(), null);
        expect(planned().payments.filter(({ record }) => record === null)).toEqual([]);
        expect(sum(register.payments.filter(({ live }) => live))).toBe(
          sum(register.batches) - sum(register.payments.filter(({ live }) => !live)),
        );
      },
    ),
    { numRuns: 2000 },
  );
});

/** A batch of what is open, of one payer or of all. */
function issued(register: RegisterState, { payments }: PayoutPlan, payer: string | null): RegisterState {
  const open = payments.filter((one) => one.record === null && (payer === null || one.payer === payer));
  if (open.length === 0) return register;
  const facts = paymentFacts(register, open, theCase);
  const entries = batchEntries(register, { ...signed, ...head }, facts);
  return addEntries(register, entries);
}

const head = { year: theCase.year, caseId: theCase.id, date: '2025-01-20' };

function sum(payments: readonly { readonly amount: number }[]): number {
  return payments.reduce((total, { amount }) => total + amount, 0);
}

test('what was paid stays paid, though an award that would go first comes later', () => {
  fc.assert(
    fc.property(
      fc.array(anyAward, { maxLength: 12 }),
      fc.array(anyAward, { maxLength: 6 }),
      anyPolicy,
      (first, late, policy) => {
        const start = planPayout(first, policy, districts);
        if (!start.ok) throw new Error('a plan was expected');
        const register = issued(emptyState('0'.repeat(32)), start.value, null);
        const then = planPayout([...late, ...first], policy, districts, paidIn(register, theCase.year), theCase.id);
        if (!then.ok) throw new Error('a plan was expected');
        const paidBefore = start.value.payments.map(({ award, amount, payer }) => ({ award, amount, payer }));
        const recorded = then.value.payments
          .filter(({ record }) => record !== null)
          .map(({ award, amount, payer }) => ({ award, amount, payer }));
        expect(recorded).toHaveLength(paidBefore.length);
        expect(sum(recorded)).toBe(sum(paidBefore));
      },
    ),
    { numRuns: 2000 },
  );
});

test('tax never makes or loses a fen', () => {
  const items = { 偶然所得: { rate: 0.2, basis: '个人所得税法第三条' }, 其他: { rate: 0.0333, basis: '测试' } };
  const anyItem = fc.constantFrom('偶然所得', '其他');
  fc.assert(
    fc.property(
      fc.array(anyAward, { maxLength: 8 }),
      fc.integer({ min: 0, max: 10_000_000 }),
      anyPolicy,
      anyItem,
      (given, amount, policy, individual) => {
        const tax = { items, collective: '其他', individual, exceptions: [] };
        const amounts = { collective: amount, individual: amount };
        const result = planPayout(given, { ...policy, amounts, tax }, districts);
        if (!result.ok) throw new Error('a plan was expected');
        for (const one of result.value.payments) {
          expect(Number.isSafeInteger(one.tax)).toBe(true);
          const rate = BigInt(Math.round((items[one.taxItem as keyof typeof items]?.rate ?? 0) * 10_000));
          // Half a fen and more is a fen.
          expect(BigInt(one.tax)).toBe((BigInt(one.amount) * rate * 2n + 10_000n) / 20_000n);
          expect(one.tax).toBeLessThanOrEqual(one.amount);
        }
      },
    ),
    { numRuns: 2000 },
  );
});
