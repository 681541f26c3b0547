/** The lines of a register as somebody lists them: each with what has become of it. */
import type { Entry, RegisterState } from './types.ts';

export interface RegisterItem {
  readonly line: number;
  readonly entry: Entry;
  /** What has become of a payment or a certificate; '' of other lines. */
  readonly state: ItemState;
}

export type ItemState = '' | 'live' | 'reversed' | 'valid' | 'void' | 'replaced';

export interface ItemFilter {
  /** Award year. */
  readonly year?: number | undefined;
  /** Number of a batch: its heading, its payments and their reversals. */
  readonly batch?: number | undefined;
}

/** @param entries in the order of their lines */
export function itemsOf(
  entries: readonly Entry[],
  { payments, certificates }: RegisterState,
  { year, batch }: ItemFilter = {},
): readonly RegisterItem[] {
  const states = new Map<number, ItemState>([
    ...payments.map(({ line, live }) => [line, live ? 'live' : 'reversed'] as const),
    ...certificates.map(({ line, state }) => [line, state] as const),
  ]);
  return entries
    .map((entry, index) => ({ line: index + 1, entry, state: states.get(index + 1) ?? '' }))
    .filter(({ entry }) => year === undefined || ('year' in entry && entry.year === year))
    .filter(({ entry }) => batch === undefined || ('batch' in entry && entry.batch === batch));
}

export interface RegisterSummary {
  /** 0 where there is no register yet. */
  readonly lines: number;
  /** Hash of the last line: whoever notes it down can tell later whether lines are missing at the end. */
  readonly head: string;
  readonly years: readonly YearSummary[];
}

/** Amounts in fen, of live payments. */
export interface YearSummary {
  readonly year: number;
  readonly batches: number;
  readonly payments: number;
  readonly amount: number;
  readonly reversed: number;
  readonly certificates: Readonly<Record<'valid' | 'void' | 'replaced', number>>;
}

export function summarise(state: RegisterState & { readonly head: string }): RegisterSummary {
  const { batches, payments, certificates, lines, head } = state;
  const years = [...new Set([...batches, ...certificates].map(({ year }) => year))].toSorted(
    (one, other) => one - other,
  );
  return {
    lines,
    head,
    years: years.map((year): YearSummary => {
      const live = payments.filter((one) => one.year === year && one.live);
      const count = (wanted: string) => certificates.filter((one) => one.year === year && one.state === wanted).length;
      return {
        year,
        batches: batches.filter((one) => one.year === year).length,
        payments: live.length,
        amount: live.reduce((sum, one) => sum + one.amount, 0),
        reversed: payments.filter((one) => one.year === year && !one.live).length,
        certificates: { valid: count('valid'), void: count('void'), replaced: count('replaced') },
      };
    }),
  };
}
