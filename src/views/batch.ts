/** What one payer pays in one batch: the unit of everything that finance gets. */
import { groupBy } from '../rules/group.ts';
import type { Payment } from '../rules/payout.ts';
import { type Facts, ordinal } from './facts.ts';

export interface PayerBatch {
  /** For file names: number and name of the payer; the batch where anything has been issued. */
  readonly names: Readonly<Record<'number' | 'payer' | 'batch', string>>;
  /** @zh 发放单位 @example 市企保协会 */
  readonly payer: string;
  /**
   * `open`: still to be paid, a draft; `outside`: paid without the register, as the case says.
   * @zh 状态：issued 已登记，open 待发放，outside 登记簿外已发 @example issued
   */
  readonly state: 'issued' | 'open' | 'outside';
  /** Of the batch as it stands in the register; null and '' for what is not in it. @zh 登记的批次；未登记的没有 @example 1 */
  readonly batch: number | null;
  /** @zh 发放日期；未登记的没有 @unit YYYY-MM-DD @example 2025-01-20 */
  readonly date: string | null;
  readonly prepared: string;
  readonly reviewed: string;
  readonly payments: readonly Payment[];
}

type BatchKey = number | 'outside' | 'open';

/** In the order of the payers, and of each its batches, what is open last. */
export function payerBatches(facts: Facts): readonly PayerBatch[] {
  const { plan, theCase, register } = facts;
  const issued = plan.payments.some(({ record }) => record !== null);
  const perPayer = groupBy(plan.payments, ({ payer }) => payer);
  return plan.totals.flatMap(({ payer }, index) => {
    const own = (perPayer.get(payer) ?? []).filter((one) => facts.batch === null || batchOf(one) === facts.batch);
    return [...groupBy(own, batchOf)].sort(byBatch).map(([batch, payments]): PayerBatch => {
      const head = register.batches.find((one) => one.year === theCase.year && one.batch === batch);
      return {
        names: { number: ordinal(index), payer, batch: issued ? batchName(batch) : '' },
        payer,
        state: typeof batch === 'number' ? 'issued' : batch,
        batch: head?.batch ?? null,
        date: head?.date ?? null,
        prepared: head?.prepared ?? '',
        reviewed: head?.reviewed ?? '',
        payments,
      };
    });
  });
}

/** Those that money moves for: what is in no batch of the register must not be paid from a file. */
export function issuedBatches(facts: Facts): readonly PayerBatch[] {
  return payerBatches(facts).filter(({ state }) => state === 'issued');
}

function batchOf({ record }: Payment): BatchKey {
  return record === null ? 'open' : (record.entry?.batch ?? 'outside');
}

function batchName(batch: BatchKey): string {
  return batch === 'open' ? '（待发放）' : batch === 'outside' ? '（登记簿外已发）' : `（第${batch}批）`;
}

function byBatch([one]: readonly [BatchKey, unknown], [other]: readonly [BatchKey, unknown]): number {
  const rank = (batch: BatchKey) => (batch === 'open' ? Number.POSITIVE_INFINITY : batch === 'outside' ? 0 : batch);
  return rank(one) - rank(other);
}
