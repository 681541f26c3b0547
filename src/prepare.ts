/** The first half of the trip: case folder → rules → views → templates → document trees. Nothing is written. */
import { join, resolve } from 'node:path';
import { checkBankSheet, writeBankFile } from './bank/file.ts';
import { type BankFormat, readBankFormats } from './bank/format.ts';
import { readCase } from './case/read.ts';
import { awardLevels, categories, type Nominee, type Settings } from './case/types.ts';
import { type Composed, type ComposeOptions, compose, formPages } from './compose.ts';
import { countsOf } from './counts.ts';
import { type FontOptions, loadFonts } from './layout/fonts.ts';
import type { FontSet } from './layout/types.ts';
import { hasErrors, type Message, type Result, resultOf, type Shown } from './message.ts';
import { type Overprint, overprintsOf } from './overprint/overprint.ts';
import { composeOwn } from './pack/compose.ts';
import { type ReadPack, readPacks } from './pack/read.ts';
import { pathOf } from './package/names.ts';
import { proofDocuments } from './proof/documents.ts';
import { readRegister } from './register/journal.ts';
import { numbersOf, paidIn } from './register/year.ts';
import { checkAccounts } from './rules/account.ts';
import { awardOf } from './rules/award.ts';
import { numberCertificates } from './rules/certificate.ts';
import { checkEligibility } from './rules/eligibility.ts';
import { groupBy } from './rules/group.ts';
import { checkScores, withItemScores } from './rules/item-scores.ts';
import { inRosterOrder } from './rules/order.ts';
import { checkPapers } from './rules/papers.ts';
import { planPayout } from './rules/payout.ts';
import { previousYear } from './rules/previous.ts';
import { checkStated, quotaTable } from './rules/quota.ts';
import { type Reconciliation, reconcile } from './rules/reconcile.ts';
import { concerned } from './rules/status.ts';
import type { YearFacts } from './rules/years.ts';
import { templateFolder } from './template/find.ts';
import { checkTemplates } from './template/office.ts';
import { type Pack, type PackDocument, readPack } from './template/pack.ts';
import { type BankSheet, bankSheets } from './views/bank.ts';
import { coverView, type PackageFile } from './views/cover.ts';
import { documentViews } from './views/documents.ts';
import type { Facts } from './views/facts.ts';
import { reconciliationDocuments } from './views/reconciliation.ts';

const pack = 'commendation';
/** The cover lists the others, so it is no entry of the pack's own list. */
export const cover: PackDocument = { name: 'cover', template: 'cover', path: 'index', formats: ['html'] };

export interface PrepareOptions {
  /** Folder of the office's own templates. */
  readonly templates?: string;
  /** Folders of the office's own packs, whose documents are set beside the built-in ones. */
  readonly packs?: readonly string[];
  /** Folder of the office's own fonts. */
  readonly fonts?: string;
  /** Whether to look for the system's fonts, true when not given; tests that compare pages switch it off. */
  readonly systemFonts?: boolean;
  /** Whether the variable text alone is set, too, for printing on pre-printed stock. */
  readonly overprint?: boolean;
  /** Lists of payments of this batch alone; of every batch and of what is still open when not given. */
  readonly batch?: number;
}

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
  /** Sets the package's cover, once its files are known. */
  setCover(files: readonly PackageFile[], findings: readonly Message[]): Promise<Result<readonly Composed[]>>;
}

let builtIn: Promise<Pack> | undefined;

/** The built-in pack, read once. */
export function packOf(): Promise<Pack> {
  builtIn ??= readPack(join(templateFolder, pack));
  return builtIn;
}

/** The formats of bank files, and what stands in the way of writing these sheets in them. */
export async function checkBanks(
  sheets: readonly BankSheet[],
  templates: string | undefined,
): Promise<Result<readonly BankFormat[]>> {
  const formats = await readBankFormats(pack, templates);
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

/** Reads a case and applies the rules of quota, eligibility and payout. All findings are in the messages. */
export async function readFacts(dir: string): Promise<{ facts?: Facts; messages: readonly Message[] }> {
  const read = await readCase(dir);
  if (!read.ok) return { messages: read.messages };
  const register = await readRegister(resolve(dir, read.value.settings.register));
  if (!register.ok) return { messages: [...read.messages, ...register.messages] };
  const theCase = withItemScores(read.value);
  const quota = quotaTable(theCase.districts, theCase.settings.quota.rates);
  const everyone = inRosterOrder(theCase.nominees, theCase.settings.industries);
  const roster = concerned('nomination', everyone);
  const winners = concerned('award', everyone);
  const byHonour = groupBy(winners, ({ level, category }) => `${level} ${category}`);
  const nominees = awardLevels.flatMap((level) =>
    categories.flatMap((category) => byHonour.get(`${level} ${category}`) ?? []),
  );
  const awards = nominees.map((nominee) => [awardOf(nominee), nominee] as const);
  const plan = planPayout(
    awards.map(([award]) => award),
    theCase.settings.payout,
    theCase.districts,
    paidIn(register.value, theCase.year),
    theCase.id,
  );
  // One who is withdrawn is no longer judged, and takes no place of the quota.
  const standing = { ...read.value, nominees: concerned('nomination', read.value.nominees) };
  const messages = [
    ...read.messages,
    ...checkStated(quota, theCase.settings.quota.stated),
    ...checkEligibility(standing, quota),
    // Scoring sheets of the withdrawn still belong to somebody.
    ...checkScores(read.value),
    ...checkPapers(theCase, roster),
    ...plan.messages,
    ...(plan.ok ? checkAccounts(plan.value.payments, new Map(awards)) : []),
  ];
  if (!plan.ok) return { messages };
  const numbers = numbersOf(register.value, theCase.year);
  const certificates = numberCertificates(winners, theCase.settings.certificates, numbers);
  const withdrawn = everyone.filter((one) => one.status === 'withdrawn');
  const facts: Facts = {
    theCase,
    quota,
    roster,
    withdrawn,
    certificates,
    plan: plan.value,
    nomineeOf: new Map(awards),
    register: register.value,
    previous: null,
    batch: null,
  };
  return { facts, messages };
}

/** Last year's case, where this one names it. */
async function readPrevious(dir: string, { theCase }: Facts): Promise<Result<YearFacts | null>> {
  const { previous } = theCase.settings;
  if (previous === '') return { ok: true, value: null, messages: [] };
  return previousYear(theCase, await readFacts(resolve(dir, previous)));
}

/** A case ready to be set: what its documents draw on, with which templates and fonts, and the office's own packs. */
export interface Setup {
  readonly facts: Facts;
  readonly set: ComposeOptions;
  readonly packs: readonly ReadPack[];
  readonly fontOptions: FontOptions;
}

/** Reads a case and what its documents are set with. Where there is something to set at all, it is given beside errors. */
export async function setUp(dir: string, options: PrepareOptions): Promise<Shown<Setup>> {
  const packs = await ownPacks(options.packs);
  if (!packs.ok) return packs;
  const read = await readFacts(dir);
  if (read.facts === undefined) return { ok: false, messages: read.messages };
  const previous = await readPrevious(dir, read.facts);
  const facts = { ...read.facts, previous: previous.ok ? previous.value : null, batch: options.batch ?? null };
  const fontOptions: FontOptions = {
    folder: options.fonts,
    slots: inFolder(dir, facts.theCase.settings.fonts),
    system: options.systemFonts ?? true,
  };
  const loaded = await loadFonts(fontOptions);
  const messages = [...packs.messages, ...read.messages, ...previous.messages, ...loaded.messages];
  if (!loaded.ok) return { ok: false, messages };
  const profile = facts.theCase.settings.layout;
  const set = { pack, fonts: loaded.value, overrides: options.templates, profile };
  return { ok: !hasErrors(messages), messages, value: { facts, set, packs: packs.value, fontOptions } };
}

/** The office's own packs. Names of their documents are unlike those of the built-in one. */
export async function ownPacks(folders: readonly string[] = []): Promise<Result<readonly ReadPack[]>> {
  if (folders.length === 0) return { ok: true, value: [], messages: [] };
  const { documents, bankFiles } = await packOf();
  return readPacks(
    folders,
    [...documents, bankFiles, cover].map(({ name }) => name),
  );
}

const none: Result<readonly Overprint[]> = { ok: true, value: [], messages: [] };

/** Sets every document of the case and reconciles their numbers. */
export async function prepare(dir: string, options: PrepareOptions): Promise<Result<Prepared>> {
  const ownOnes = await ownPacks(options.packs);
  const checked = await checkTemplates(options.templates, ownOnes.ok ? ownOnes.value : []);
  if (!checked.ok) return checked;
  const { value: setup, messages: found } = await setUp(dir, options);
  if (setup === undefined) return { ok: false, messages: found };
  const { facts, set, packs, fontOptions } = setup;
  const messages: Message[] = [...found];

  const composed: Composed[] = [];
  const { documents, bankFiles, overprint } = await packOf();
  for (const document of documents) {
    const counted = document.name === 'reconciliation' ? reconcile(countsOf(facts, pagesIn(composed))) : null;
    const views = counted ? reconciliationDocuments(facts, counted) : (documentViews[document.name]?.(facts) ?? []);
    const made = await compose(document, views, set);
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
  if (own.ok) composed.push(...own.value);
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
    setCover,
  };
  return resultOf(made, messages);
}

/** The case names fonts relative to its own folder. */
function inFolder(dir: string, fonts: Settings['fonts']): Settings['fonts'] {
  return Object.fromEntries(Object.entries(fonts).map(([slot, path]) => [slot, resolve(dir, path)]));
}

/** Whom the pages of a document are for, as they were set. */
function pagesIn(composed: readonly Composed[]): (document: string) => readonly Nominee[] {
  return (document) =>
    composed
      .filter((one) => one.document.name === document)
      .flatMap((one) => formPages(one.tree).flatMap((_, page) => one.view.nominees?.[page] ?? []));
}
