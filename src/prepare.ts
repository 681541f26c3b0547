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
import { proofDocuments } from './proof/documents.ts';
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
  /** Every document of the pack, in the office's order. */
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

/**
 * Sets every document of the case and reconciles their numbers.
 * @param onComposed is given each document as soon as it is set, in the order of `composed`; what is wrong with others is
 *   not known then
 */
export async function prepare(
  dir: string,
  options: SetupOptions,
  onComposed?: (composed: Composed, setup: Setup) => Promise<void>,
): Promise<Result<Prepared>> {
  const ownOnes = await ownPacks(options.packs);
  const checked = await checkTemplates(options.templates, ownOnes.ok ? ownOnes.value : []);
  if (!checked.ok) return checked;
  const ownFiles = await readOwnFiles(options.templates, ownOnes.ok ? ownOnes.value : [], checked.value.used);
  const { value: setup, messages: found } = await setUp(dir, options);
  if (setup === undefined) return { ok: false, messages: found };
  const { facts, set, packs, fontOptions } = setup;
  const messages: Message[] = [...found];

  const hear = async (one: Composed) => onComposed?.(one, setup);
  const composed: Composed[] = [];
  const { documents, bankFiles, overprint } = await packOf();
  for (const document of documents) {
    const counted = document.name === 'reconciliation' ? reconcile(countsOf(facts, pagesIn(composed))) : null;
    const views = counted ? reconciliationDocuments(facts, counted) : (documentViews[document.name]?.(facts) ?? []);
    const made = await compose(document, views, set, hear);
    messages.push(...made.messages, ...(counted?.messages ?? []));
    if (made.ok) composed.push(...made.value);
  }
  const own = await composeOwn(
    packs,
    facts,
    set,
    composed.map(({ path }) => path),
  );
  messages.push(...own.messages);
  if (own.ok) {
    composed.push(...own.value);
    for (const one of own.value) await hear(one);
  }
  messages.push(...proofDocuments(composed.map(({ document, path, tree }) => ({ kind: document.name, path, tree }))));
  const { printer } = facts.theCase.settings;
  const over = options.overprint ? await overprintsOf(composed, set, overprint, printer) : none;
  messages.push(...over.messages);
  const banks = await bankFilesOf(facts, options.templates, bankFiles);
  messages.push(...banks.messages);
  const reconciliation = reconcile(countsOf(facts, pagesIn(composed)));
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
function pagesIn(composed: readonly Composed[]): (document: string) => readonly Nominee[] {
  return (document) =>
    composed
      .filter((one) => one.document.name === document)
      .flatMap((one) => formPages(one.tree).flatMap((_, page) => one.view.nominees?.[page] ?? []));
}
