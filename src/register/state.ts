/** What the lines of a register mean together, and what no line may do. Pure: no clock, no file. */
import { createHash } from 'node:crypto';
import type { registerFaults } from '../messages/register.ts';
import { openCertificateBook } from './certificates.ts';
import { isWellFormed } from './form.ts';
import { openPaymentBook } from './payments.ts';
import { isFourEyes } from './people.ts';
import type { Entry, RegisterState } from './types.ts';

/** Version of the format that this program writes and reads. */
export const formatVersion = 1;

/** A register without any line yet. @param salt 32 hex digits */
export function emptyState(salt: string): RegisterState {
  return { salt, lines: 0, batches: [], payments: [], certificates: [] };
}

/** 对象码 of a beneficiary (`code:…`, `id:…`, `unit:…`, `person:…`), in place of the number itself. */
export function keyOf({ salt }: Pick<RegisterState, 'salt'>, beneficiary: string): string {
  return createHash('sha256').update(`${salt}${beneficiary}`).digest('hex').slice(0, 32);
}

/** The state after some more entries. The first ones open the register by themselves. Throws where an entry breaks a rule. */
export function addEntries(state: RegisterState, entries: readonly Entry[]): RegisterState {
  const fold = foldOf(state);
  for (const entry of withOpening(state, entries)) {
    const fault = isWellFormed(entry) ? fold.add(entry) : 'form';
    if (fault) throw new Error(`the register refuses a ${entry.kind}: ${fault}`);
  }
  if (fold.isOpen()) throw new Error('the register refuses a batch: some of its payments are missing');
  return fold.state();
}

/** The entries as they are written: a register that has no line yet begins with its opening. */
export function withOpening({ lines, salt }: RegisterState, entries: readonly Entry[]): readonly Entry[] {
  const [first] = entries;
  if (lines > 0 || first === undefined) return entries;
  return [{ kind: 'opening', time: first.time, version: formatVersion, salt }, ...entries];
}

export type Fault = keyof typeof registerFaults;

/** Takes the lines one by one. A line with a fault counts all the same, so that those after it can be judged. */
export interface Fold {
  add(entry: Entry): Fault | null;
  /** Counts a line that says nothing. */
  skip(): void;
  /** Whether a batch still waits for payments. */
  isOpen(): boolean;
  state(): RegisterState;
}

export function foldOf(start: RegisterState): Fold {
  let { lines, salt } = start;
  const payments = openPaymentBook(start);
  const certificates = openCertificateBook(start);

  const book = (entry: Entry): Fault | null => {
    switch (entry.kind) {
      case 'opening':
        salt = entry.salt;
        return entry.version === formatVersion ? null : 'version';
      case 'batch':
        return payments.addBatch(entry, lines);
      case 'payment':
        return payments.addPayment(entry, lines);
      case 'reversal':
        return payments.addReversal(entry, lines);
      case 'void':
        return certificates.addVoid(entry);
      default:
        return certificates.add(entry, lines);
    }
  };
  return {
    add(entry) {
      lines += 1;
      const interrupts = payments.isOpen() && entry.kind !== 'payment';
      if (interrupts) payments.close();
      const fault = book(entry);
      if ((lines === 1) !== (entry.kind === 'opening')) return 'opening';
      if (interrupts) return 'batch-open';
      return fault ?? ('prepared' in entry && !isFourEyes(entry) ? 'people' : null);
    },
    skip() {
      lines += 1;
    },
    isOpen: payments.isOpen,
    state: () => ({
      salt,
      lines,
      batches: payments.batches,
      payments: payments.payments,
      certificates: certificates.certificates,
    }),
  };
}
