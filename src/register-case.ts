/** The register that a case belongs to: what somebody reads of it, and enters by hand. Payments are entered by `issue`. */
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { type CaseFrame, readFrame } from './case/read.ts';
import { diskFault } from './disk.ts';
import { readFacts } from './facts.ts';
import { hasErrors, type Message, message, type Result } from './message.ts';
import { certificateRefusals, paymentRefusals } from './messages/register.ts';
import { appendEntries } from './register/append.ts';
import { certificateEntries, replacementEntry, reversalEntry, voidEntry } from './register/entries.ts';
import { isoTime } from './register/form.ts';
import { type ItemFilter, itemsOf, type RegisterItem, type RegisterSummary, summarise } from './register/items.ts';
import { readJournal } from './register/journal.ts';
import { checkPeople } from './register/people.ts';
import { registerTable } from './register/table.ts';
import type { Entry, People, Register, RegisteredCertificate, RegisteredPayment } from './register/types.ts';
import { awardFactsOf, numbersOf } from './register/year.ts';
import { type TableFormat, writeTable } from './writers/table.ts';

/** What the verbs say of a register, and where it lies. */
export type Located<T> = T & { readonly register: string };

/** Verifies the whole register and counts what is in it. Errors: those of `readRegister`. */
export async function verifyRegister(dir: string): Promise<Result<Located<RegisterSummary>>> {
  const read = await readLines(dir);
  if (!read.ok) return read;
  const { path, register } = read.value;
  return { ...read, value: { register: path, ...summarise(register) } };
}

/** The lines of the register, or those of a year or batch, with what has become of each. */
export async function listRegister(
  dir: string,
  filter: ItemFilter = {},
): Promise<Result<Located<{ readonly items: readonly RegisterItem[] }>>> {
  const read = await readLines(dir);
  if (!read.ok) return read;
  const { path, register, entries } = read.value;
  return { ...read, value: { register: path, items: itemsOf(entries, register, filter) } };
}

export interface ExportSummary {
  readonly file: string;
  readonly rows: number;
}

/** Writes the lines as a table. @param file ends in .xlsx or .csv; `out/<case>-登记簿.xlsx` when not given */
export async function exportRegister(
  dir: string,
  filter: ItemFilter = {},
  file: string = join('out', `${basename(resolve(dir))}-登记簿.xlsx`),
): Promise<Result<Located<ExportSummary>>> {
  const format = exportFormats[extname(file).toLowerCase()];
  if (format === undefined)
    return failed(message('usage.invalid', { reason: '--out 的文件名应以 .xlsx 或 .csv 结尾' }));
  const listed = await listRegister(dir, filter);
  if (!listed.ok) return listed;
  const { register, items } = listed.value;
  const { columns, rows } = registerTable(items);
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, await writeTable({ name: '登记簿', columns, rows }, format));
  } catch (error) {
    const reason = diskFault(error);
    if (reason === undefined) throw error;
    return failed(message('register.export-failed', { file, reason }));
  }
  return { ...listed, value: { register, file, rows: rows.length } };
}

const exportFormats: Readonly<Record<string, TableFormat>> = { '.csv': 'csv', '.xlsx': 'xlsx' };

/** A correction: who makes it, and why. */
export interface Correction extends People {
  readonly reason: string;
}

export interface Reversed {
  /** As it was until now. */
  readonly payment: RegisteredPayment;
}

/** Takes a payment back, so that its beneficiary can be paid anew. @param line of the payment */
export async function reversePayment(
  dir: string,
  line: number,
  { reason, ...people }: Correction,
  now: Date = new Date(),
): Promise<Result<Located<Reversed>>> {
  const begun = await begin(dir, people, reason);
  if (!begun.ok) return begun;
  const { path, register } = begun.value;
  const payment = register.payments.find((one) => one.line === line);
  if (!payment?.live) {
    const { other, reversed } = paymentRefusals;
    const refusal = payment?.reversed ? reversed(payment.reversed.line) : other();
    return failed(message('register.not-reversible', { line, reason: refusal }));
  }
  const entry = reversalEntry(payment, reason.trim(), signedBy(people, now));
  const done = await appendEntries(path, register, [entry]);
  return done.ok ? { ...done, value: { register: path, payment } } : done;
}

export interface Numbered {
  /** Certificates that got a number now. */
  readonly added: readonly RegisteredCertificate[];
  /** Certificates of awards that were withdrawn. */
  readonly voided: readonly RegisteredCertificate[];
  /** Certificates of the year that are valid now. */
  readonly valid: number;
}

/**
 * Numbers every final award that has no certificate yet, and voids the numbers of withdrawn ones. With errors in the
 * case, nothing is entered.
 */
export async function registerCertificates(
  dir: string,
  people: People,
  now: Date = new Date(),
): Promise<Result<Located<Numbered>>> {
  const read = await readFacts(dir);
  const messages = [...checkPeople(people), ...read.messages];
  const { facts } = read;
  if (facts === undefined || hasErrors(messages)) return { ok: false, messages };
  const { theCase, register, withdrawn, certificates } = facts;
  const path = registerPath(dir, theCase);
  const inUse = new Set(certificates.map(({ number }) => number));
  const { numberOf } = numbersOf(register, theCase.year);
  /** Number → why its award was withdrawn. */
  const gone = new Map(
    withdrawn.flatMap((nominee) => {
      const number = numberOf(nominee);
      return number === undefined || inUse.has(number) ? [] : [[number, nominee.withdrawnReason] as const];
    }),
  );
  const valid = register.certificates.filter(({ year, state }) => year === theCase.year && state === 'valid');
  const voided = valid.filter(({ number }) => gone.has(number));
  const astray = valid.filter(({ number, caseId }) => caseId === theCase.id && !inUse.has(number) && !gone.has(number));
  const awards = certificates
    .filter(({ registered }) => !registered)
    .map(({ nominee }) => awardFactsOf(register, nominee, theCase));

  const signed = signedBy(people, now);
  const entries: readonly Entry[] = [
    ...voided.map((one) => voidEntry(one, gone.get(one.number) ?? '', signed)),
    ...certificateEntries(register, awards, theCase.settings.certificates.number, signed),
  ];
  const done = await appendEntries(path, register, entries);
  if (!done.ok) return done;
  const after = done.value.certificates;
  const value = {
    register: path,
    added: after.slice(register.certificates.length),
    voided,
    valid: after.filter(({ year, state }) => year === theCase.year && state === 'valid').length,
  };
  return { ok: true, value, messages: [...messages, ...astray.map(astrayMessage)] };
}

function astrayMessage({ number, recipient }: RegisteredCertificate): Message {
  return message('register.certificate-astray', { number, who: recipient });
}

export interface Replaced {
  /** The new one. */
  readonly certificate: RegisteredCertificate;
}

/** Gives the award of a certificate a new number that names the old. @param number of this case's year */
export async function replaceCertificate(
  dir: string,
  number: string,
  { reason, ...people }: Correction,
  now: Date = new Date(),
): Promise<Result<Located<Replaced>>> {
  const begun = await begin(dir, people, reason);
  if (!begun.ok) return begun;
  const { path, register, frame } = begun.value;
  const old = register.certificates.find((one) => one.year === frame.year && one.number === number.trim());
  if (old?.state !== 'valid') {
    return failed(
      message('register.certificate-unknown', { number, reason: certificateRefusals[old?.state ?? 'absent'] }),
    );
  }
  const pattern = frame.settings.certificates.number;
  const entry = replacementEntry(register, old, pattern, reason.trim(), signedBy(people, now));
  const done = await appendEntries(path, register, [entry]);
  if (!done.ok) return done;
  return { ...done, value: { register: path, certificate: done.value.certificates.at(-1) as RegisteredCertificate } };
}

interface Begun {
  readonly path: string;
  readonly register: Register;
  readonly frame: CaseFrame;
}

/** What every correction needs: two people, a reason, and a register without faults. */
async function begin(dir: string, people: People, reason: string): Promise<Result<Begun>> {
  const wrong = [...checkPeople(people), ...(reason.trim() === '' ? [message('register.reason-missing')] : [])];
  if (hasErrors(wrong)) return { ok: false, messages: wrong };
  return readLines(dir);
}

/** Reads the register of a case, wherever the case's rosters stand. */
async function readLines(dir: string): Promise<Result<Begun & { readonly entries: readonly Entry[] }>> {
  const frame = await readFrame(dir);
  if (!frame.ok) return frame;
  const path = registerPath(dir, frame.value);
  const entries: Entry[] = [];
  const read = await readJournal(path, (entry) => entries.push(entry));
  if (!read.ok) return read;
  const absent = read.value.bytes === null ? [message('register.absent', { file: path })] : [];
  return { ok: true, value: { path, register: read.value.register, frame: frame.value, entries }, messages: absent };
}

function registerPath(dir: string, { settings }: Pick<CaseFrame, 'settings'>): string {
  return resolve(dir, settings.register);
}

function signedBy({ prepared, reviewed }: People, now: Date) {
  return { time: isoTime(now), prepared: prepared.trim(), reviewed: reviewed.trim() };
}

function failed(problem: Message): Result<never> {
  return { ok: false, messages: [problem] };
}
