/** The first half of the trip: case folder → rules → views → templates → document trees. Nothing is written. */
import { checkBankSheet, writeBankFile } from './bank/file.ts';
import { type BankFormat, readBankFormats } from './bank/format.ts';
import type { Input, Nominee } from './case/types.ts';
import { type Composed, compose, formPages } from './compose.ts';
import { countsOf } from './counts.ts';
import type { FontOptions } from './layout/fonts.ts';
import type { FontSet } from './layout/types.ts';
import { type Message, type Result, resultOf } from './message.ts';
import { type Overprint, overprintsOf } from './overprint/overprint.ts';
import { composeOwn } from './pack/compose.ts';
import { pathOf } from './package/names.ts';
import { cover, ownPacks, packOf } from './packs.ts';
import { proofreader } from './proof/documents.ts';
import { type Reconciliation, reconcile } from './rules/reconcile.ts';
import { type Setup, type SetupOptions, setUp } from './setup.ts';
import { builtInPack } from './template/catalogue.ts';
import { checkTemplates } from './template/office.ts';
import { readOwnFiles } from './template/own-files.ts';
import type { Pack } from './template/pack.ts';
import { type BankSheet, bankSheets } from './views/bank.ts';
import { coverView, type PackageFile } from './views/cover.ts';
import { documentViews } from './views/documents.ts';
import type { Facts } from './views/facts.ts';
import { reconciliationDocuments } from './views/reconciliation.ts';

/** A file of the package that is not set from a template. */
export interface BankFile {
  /** By which `--only` names it. */
  readonly document: string;
  /** In the package, without the ending. */
  readonly path: string;
  /** Its ending. */
  readonly format: string;
  readonly names: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
}

export interface Prepared {
  readonly facts: Facts;
  readonly reconciliation: Reconciliation;
  /** Every document of the pack, in the office's order; none where they are only checked. */
  readonly composed: readonly Composed[];
  readonly bankFiles: readonly BankFile[];
  /** For pre-printed stock, where it was asked for. */
  readonly overprints: readonly Overprint[];
  readonly fonts: FontSet;
  /** Where the fonts were found, for a thread that opens them again. */
  readonly fontOptions: FontOptions;
  /** The office's own templates and packs, which the documents are set from. */
  readonly ownFiles: readonly Input[];
  /** Sets the package's cover, once its files are known. */
  setCover(files: readonly PackageFile[], findings: readonly Message[]): Promise<Result<readonly Composed[]>>;
}

/** The formats of bank files, and what stands in the way of writing these sheets in them. */
export async function checkBanks(
  sheets: readonly BankSheet[],
  templates: string | undefined,
): Promise<Result<readonly BankFormat[]>> {
  const formats = await readBankFormats(builtInPack, templates);
  if (!formats.ok) return formats;
  const inside = formats.value.flatMap((format) => sheets.flatMap((sheet) => checkBankSheet(sheet, format)));
  return resultOf(formats.value, [...formats.messages, ...inside]);
}

/** Every batch of the register in every format. */
async function bankFilesOf(
  facts: Facts,
  templates: string | undefined,
  { name: document, path }: Pack['bankFiles'],
): Promise<Result<readonly BankFile[]>> {
  const sheets = bankSheets(facts);
  const formats = await checkBanks(sheets, templates);
  if (!formats.ok) return formats;
  const files = sheets.flatMap((sheet) =>
    formats.value.map((format): BankFile => {
      const names = { ...sheet.names, format: format.name };
      const { extension } = format;
      return { document, path: pathOf(path, names), format: extension, names, bytes: writeBankFile(sheet, format) };
    }),
  );
  return { ...formats, value: files };
}

const none: Result<readonly Overprint[]> = { ok: true, value: [], messages: [] };

export interface PrepareOptions extends SetupOptions {
  /** Whether the documents are only looked at: the lists of a large case then need not all stay in memory. */
  readonly checkOnly?: boolean;
  /** Is given each document as soon as it is set, in the order of `composed`; what is wrong with others is not known then. */
  readonly onComposed?: (composed: Composed, setup: Setup) => Promise<void>;
}

/** What is asked of a document after it was set. */
interface Seen extends Pick<Composed, 'document' | 'path'> {
  /** Whom its form pages are for. */
  readonly pages: readonly Nominee[];
  /** Of the proofreading. */
  readonly findings: readonly Message[];
  /** Itself, where it is wanted. */
  readonly composed: readonly Composed[];
}

/** Sets every document of the case and reconciles their numbers. */
export async function prepare(dir: string, options: PrepareOptions): Promise<Result<Prepared>> {
  const ownOnes = await ownPacks(options.packs);
  const checked = await checkTemplates(options.templates, ownOnes.ok ? ownOnes.value : []);
  if (!checked.ok) return checked;
  const ownFiles = await readOwnFiles(options.templates, ownOnes.ok ? ownOnes.value : [], checked.value.used);
  const { value: setup, messages: found } = await setUp(dir, options);
  if (setup === undefined) return { ok: false, messages: found };
  const { facts, set, packs, fontOptions } = setup;
  const messages: Message[] = [...found];

  const proof = proofreader();
  const keepsNone = options.checkOnly && !options.overprint;
  const see = async (one: Composed): Promise<Seen> => {
    const { document, path, tree, view } = one;
    const pages = formPages(tree).flatMap((_, page) => view.nominees?.[page] ?? []);
    const findings = proof({ kind: document.name, path, tree });
    await options.onComposed?.(one, setup);
    return { document, path, pages, findings, composed: keepsNone ? [] : [one] };
  };
  const seen: Seen[] = [];
  let missing = false;
  const { documents, bankFiles, overprint } = await packOf();
  for (const document of documents) {
    const counted = document.name === 'reconciliation' ? reconcile(countsOf(facts, pagesIn(seen))) : null;
    const views = counted ? reconciliationDocuments(facts, counted) : (documentViews[document.name]?.(facts) ?? []);
    const made = await compose(document, views, set, see);
    messages.push(...made.messages);
    // Where a document is missing, its numbers are, too: that says no more than what stands against the document.
    if (counted !== null && !missing) messages.push(...counted.messages);
    if (made.ok) seen.push(...made.value);
    else missing = true;
  }
  const own = await composeOwn(
    packs,
    facts,
    set,
    seen.map(({ path }) => path),
    see,
  );
  messages.push(...own.messages);
  if (own.ok) seen.push(...own.value);
  messages.push(...seen.flatMap(({ findings }) => findings));
  const composed = seen.flatMap((one) => one.composed);
  const { printer } = facts.theCase.settings;
  const over = options.overprint ? await overprintsOf(composed, set, overprint, printer) : none;
  messages.push(...over.messages);
  const banks = await bankFilesOf(facts, options.templates, bankFiles);
  messages.push(...banks.messages);
  const reconciliation = reconcile(countsOf(facts, pagesIn(seen)));
  const setCover: Prepared['setCover'] = (files, findings) => {
    const view = coverView(facts, reconciliation, files, findings);
    return compose(cover, [{ names: {}, view }], set);
  };
  messages.push(...(await setCover([], messages)).messages);
  const made = {
    facts,
    reconciliation,
    composed,
    bankFiles: banks.ok ? banks.value : [],
    overprints: over.ok ? over.value : [],
    fonts: set.fonts,
    fontOptions,
    ownFiles,
    setCover,
  };
  return resultOf(made, messages);
}

/** Whom the pages of a document are for, as they were set. */
function pagesIn(seen: readonly Seen[]): (document: string) => readonly Nominee[] {
  return (name) => seen.filter(({ document }) => document.name === name).flatMap(({ pages }) => pages);
}
