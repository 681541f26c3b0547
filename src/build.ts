/**
 * The trip of the data: case folder → rules → views → templates → document trees (`prepare`) → writers → package.
 * Every step takes plain data and gives plain data; only the first and the last touch the disk.
 */
import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { inputFile } from './case/files.ts';
import { diskFault } from './disk.ts';
import { readFacts } from './facts.ts';
import { hasErrors, type Message, message, type Result, type Shown } from './message.ts';
import { checkTarget } from './package/folder.ts';
import { type Manifest, manifestText } from './package/manifest.ts';
import { ownPacks, packOf } from './packs.ts';
import { type Prepared, prepare } from './prepare.ts';
import { pressSheets } from './press/press.ts';
import { type PayoutJson, payoutJson, type QuotaJson, quotaJson } from './rules/json.ts';
import type { PayoutPlan } from './rules/payout.ts';
import type { QuotaTable } from './rules/quota.ts';
import type { Reconciliation } from './rules/reconcile.ts';
import type { SetupOptions } from './setup.ts';
import { version } from './version.ts';
import type { Facts } from './views/facts.ts';
import { formats, writerOf } from './writers/registry.ts';
import { contextOf, startWriting, type Writing, type WritingOptions } from './writing.ts';

export interface BuildOptions extends SetupOptions, WritingOptions {
  /** Where the package goes; `out/<case>` when not given. */
  readonly out?: string;
}

export interface CheckSummary {
  readonly plan: PayoutPlan;
  readonly reconciliation: Reconciliation;
}

export interface BuildSummary extends CheckSummary {
  readonly out: string;
  readonly files: number;
  /** Pages of all PDFs. */
  readonly pages: number;
  readonly documents: readonly { readonly name: string; readonly files: number; readonly pages: number }[];
  /** Whether every file is the same as in the package that was there before. */
  readonly identical: boolean;
}

/** Reads a case, applies all rules, sets every document, and writes the package in one move. */
export async function build(dir: string, options: BuildOptions = {}): Promise<Result<BuildSummary>> {
  const out = options.out ?? join('out', basename(resolve(dir)));
  const wrong = [...(await checkChoice(options)), ...(await checkTarget(out))];
  if (hasErrors(wrong)) return { ok: false, messages: wrong };
  const writing = startWriting(out, options);
  try {
    const prepared = await prepare(dir, { ...options, onComposed: writing.add });
    if (!prepared.ok) return { ok: false, messages: prepared.messages };
    const written = await writeAll(writing, prepared.value, prepared.messages, options);
    const before = await readFile(join(out, 'manifest.json'), 'utf8').catch(() => '');
    const kept = await (await writing.staging()).commit();
    const { plan } = prepared.value.facts;
    const { reconciliation } = prepared.value;
    const value = { ...written.summary, out, plan, reconciliation, identical: before === written.manifest };
    const partial = options.only || options.formats ? [message('package.partial', { dir: out })] : [];
    return { ok: true, value, messages: [...prepared.messages, ...kept, ...partial] };
  } catch (error) {
    const reason = diskFault(error);
    if (reason === undefined) throw error;
    return { ok: false, messages: [message('package.write-failed', { dir: out, reason })] };
  } finally {
    await writing.discard();
  }
}

/** All that `build` checks, without writing anything. */
export async function check(dir: string, options: SetupOptions = {}): Promise<Result<CheckSummary>> {
  const prepared = await prepare(dir, { ...options, checkOnly: true });
  if (!prepared.ok) return { ok: false, messages: prepared.messages };
  const { facts, reconciliation } = prepared.value;
  return { ok: true, value: { plan: facts.plan, reconciliation }, messages: prepared.messages };
}

/** The quota table of a case. */
export async function quota(dir: string): Promise<Shown<{ table: QuotaTable; json: QuotaJson }>> {
  const { facts, messages } = await readFacts(dir);
  const value = facts && { table: facts.quota, json: quotaJson(facts.quota) };
  return { ok: !hasErrors(messages), messages, value };
}

/** Who is paid what by whom. Where findings stand against nominees, the plan is given beside them. */
export async function payout(dir: string): Promise<Shown<{ plan: PayoutPlan; json: PayoutJson }>> {
  const { facts, messages } = await readFacts(dir);
  const value = facts && { plan: facts.plan, json: payoutJson(facts.plan) };
  return { ok: !hasErrors(messages), messages, value };
}

async function checkChoice({ only = [], formats: chosen = [], packs }: BuildOptions): Promise<readonly Message[]> {
  const own = await ownPacks(packs);
  if (!own.ok) return own.messages;
  const { documents: set, bankFiles } = await packOf();
  const documents = [...set, bankFiles, ...own.value.flatMap((one) => one.pack.documents)].map((one) => one.name);
  return [
    ...only
      .filter((name) => !documents.includes(name))
      .map((name) => message('usage.unknown-document', { name, known: documents.join('、') })),
    ...chosen
      .filter((name) => !formats.some((format) => format === name))
      .map((name) => message('usage.unknown-format', { name, known: formats.join('、') })),
  ];
}

/** The files of last year's case, which the comparison rests on, as this case names their folder. */
function previousInputs({ theCase, previous }: Facts): Facts['theCase']['inputs'] {
  const folder = theCase.settings.previous.replace(/[/\\]+$/, '');
  return (previous?.theCase.inputs ?? []).map((input) => ({ ...input, path: `${folder}/${input.path}` }));
}

/** Writes each document in each format, then the cover and the manifest. */
async function writeAll(
  writing: Writing,
  prepared: Prepared,
  messages: readonly Message[],
  { only, formats: chosen }: BuildOptions,
): Promise<{ summary: Omit<BuildSummary, 'out' | 'plan' | 'reconciliation' | 'identical'>; manifest: string }> {
  const { facts, fonts, reconciliation } = prepared;
  const { theCase } = facts;
  const context = { ...contextOf(prepared), fonts };
  const { write } = writing;
  const written = [...(await writing.finish(fonts))];
  for (const { bytes, ...file } of prepared.bankFiles) {
    const asked = chosen === undefined && (only?.includes(file.document) ?? true);
    if (asked) written.push(await write({ ...file, path: `${file.path}.${file.format}` }, bytes));
  }
  for (const { composed, path, job } of prepared.overprints) {
    if (!(only?.includes(composed.document.name) ?? true) || !(chosen?.includes('pdf') ?? true)) continue;
    const bytes = new Uint8Array(Buffer.concat([...pressSheets(job, context)]));
    const { names, part = '' } = composed.view;
    const file = { path: `${path}.pdf`, document: 'overprint', format: 'pdf', names, part };
    written.push(await write(file, bytes));
  }
  const cover = await prepared.setCover(
    written.map(({ listed }) => listed),
    messages,
  );
  if (!cover.ok) throw new Error('the cover was set before and now cannot be');
  for (const { document, path, tree, view } of cover.value) {
    const bytes = await writerOf('html')(tree, context);
    written.push(
      await write({ path: `${path}.html`, document: document.name, format: 'html', names: view.names }, bytes),
    );
  }
  const files = written.map(({ file }) => file);

  const pages = files.reduce((sum, file) => sum + (file.pages ?? 0), 0);
  const findings = messages.filter((one) => one.level !== 'info').length;
  const manifest: Manifest = {
    generator: `neibao ${version}`,
    case: theCase.id,
    year: theCase.year,
    inputs: [...theCase.inputs, ...previousInputs(facts), ...prepared.ownFiles.map(inputFile)],
    files,
    counts: { files: files.length, pages, findings },
    reconciliation: reconciliation.rows,
  };
  const text = manifestText(manifest);
  await (await writing.staging()).write('manifest.json', text);
  const documents = [...new Set(files.map((file) => file.document))].map((name) => {
    const own = files.filter((file) => file.document === name);
    return { name, files: own.length, pages: own.reduce((sum, file) => sum + (file.pages ?? 0), 0) };
  });
  return { summary: { files: files.length + 1, pages, documents }, manifest: text };
}
