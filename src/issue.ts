/** `payout --issue`: closes a batch. The register first, in one step; then the files that finance pays from. */
import { basename, resolve } from 'node:path';
import { build } from './build.ts';
import { readFacts } from './facts.ts';
import { hasErrors, type Message, message, type Shown } from './message.ts';
import { nearest } from './nearest.ts';
import { checkTarget } from './package/folder.ts';
import { checkBanks } from './prepare.ts';
import { appendEntries } from './register/append.ts';
import { batchEntries, nextBatch } from './register/entries.ts';
import { isoTime } from './register/form.ts';
import { checkPeople } from './register/people.ts';
import type { People, RegisteredBatch } from './register/types.ts';
import { paymentFacts } from './register/year.ts';
import { moneyFaults } from './rules/reconcile-money.ts';
import { bankSheet } from './views/bank.ts';
import { payerBatches } from './views/batch.ts';

/** The documents of a batch. */
const financeDocuments = ['payout', 'cash-list', 'withheld', 'bank-files'];

export interface IssueOptions extends People {
  /** Issues what this payer pays; all payers when not given. */
  readonly payer?: string;
  /** ISO date of the batch; today when not given. */
  readonly date?: string;
  /** Folder for the files; `out/<case>-第<batch>批发放` when not given. */
  readonly out?: string;
  /** Folder of the office's own templates. */
  readonly templates?: string;
  /** ISO time with zone of the entry; now when not given. */
  readonly time?: string;
}

/** Where the files go, and from whose templates they are made. */
type FileOptions = Pick<IssueOptions, 'out' | 'templates'>;

export interface IssueSummary {
  /** null where nothing was left to pay. */
  readonly batch: RegisteredBatch | null;
  /** Folder of the files; null where none were written. */
  readonly out: string | null;
}

/**
 * Enters all payments that are still open into the register, and writes their lists. With errors anywhere in the case,
 * nothing is entered. Errors: those of the case, `issue.*`, `register.*`.
 */
export async function issue(dir: string, options: IssueOptions): Promise<Shown<IssueSummary>> {
  const { facts, messages: found } = await readFacts(dir);
  const messages: Message[] = [...found, ...checkPeople(options)];
  if (options.date !== undefined && !isDate(options.date))
    messages.push(message('issue.date', { actual: options.date }));
  if (facts === undefined) return { ok: false, messages };
  const { plan, theCase, register } = facts;
  const payers = plan.totals.map(({ payer }) => payer);
  if (options.payer !== undefined && !payers.includes(options.payer))
    messages.push(message('issue.payer-unknown', { payer: options.payer, nearest: nearest(options.payer, payers) }));
  const batchNumber = nextBatch(register, theCase.year);
  const out = options.out ?? folderOf(dir, batchNumber);
  messages.push(...(await checkTarget(out)));
  // Before anything is entered: a bank's format must not fail afterwards.
  const sheets = payerBatches(facts).map((one) => bankSheet(facts, one));
  messages.push(...(await checkBanks(sheets, options.templates)).messages);
  if (hasErrors(messages)) return { ok: false, messages: [...messages, message('issue.refused', {})] };

  const open = plan.payments.filter(
    ({ record, payer }) => record === null && (options.payer === undefined || payer === options.payer),
  );
  // The rules make these numbers from one list: where they differ, the fault is ours, and no money may go out.
  const faults = moneyFaults(facts);
  if (faults !== '') throw new Error(`发放前核对不符：${faults}`);
  if (open.length === 0)
    return { ok: true, messages: [...messages, message('issue.nothing', {})], value: { batch: null, out: null } };
  const now = new Date();
  const { prepared, reviewed, time = isoTime(now), date = localDate(now) } = options;
  const head = {
    year: theCase.year,
    caseId: theCase.id,
    date,
    time,
    prepared: prepared.trim(),
    reviewed: reviewed.trim(),
  };
  const entries = batchEntries(register, head, paymentFacts(register, open, theCase));
  const entered = await appendEntries(resolve(dir, theCase.settings.register), register, entries);
  if (!entered.ok) return { ok: false, messages: [...messages, ...entered.messages] };

  const batch = entered.value.batches.at(-1) as RegisteredBatch;
  const files = await writeBatch(dir, batch, { ...options, out });
  return {
    ...files,
    messages: [...messages, ...files.messages],
    value: { batch, out: files.ok ? files.value.out : null },
  };
}

/** Writes the lists of a batch that is in the register; as often as one likes. */
export async function writeBatch(
  dir: string,
  { batch }: Pick<RegisteredBatch, 'batch'>,
  { out: folder = folderOf(dir, batch), templates }: FileOptions = {},
) {
  const own = templates === undefined ? {} : { templates };
  const built = await build(dir, { only: financeDocuments, out: folder, batch, ...own });
  if (built.ok) return { ok: true as const, value: built.value, messages: [] };
  return { ok: false as const, messages: [...built.messages, message('issue.files-failed', { batch, dir: folder })] };
}

function folderOf(dir: string, batch: number): string {
  return `out/${basename(resolve(dir))}-第${batch}批发放`;
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
}

/** The day where the office is. */
function localDate(now: Date): string {
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

/** Writes the lists of an issued batch once more. Errors: `issue.batch-unknown`, and those of the build. */
export async function rewriteBatch(
  dir: string,
  number: string,
  options: FileOptions = {},
): Promise<Shown<IssueSummary>> {
  const { facts, messages } = await readFacts(dir);
  if (facts === undefined) return { ok: false, messages };
  const { year, id } = facts.theCase;
  const batch = facts.register.batches.find(
    (one) => one.year === year && one.caseId === id && one.batch === Number(number),
  );
  if (batch === undefined) return { ok: false, messages: [message('issue.batch-unknown', { batch: number })] };
  const files = await writeBatch(dir, batch, options);
  return { ...files, value: { batch, out: files.ok ? files.value.out : null } };
}
