/** `neibao print`: one document of a case as files for the printer, each with the list of what is in it. */
import { basename, join, resolve } from 'node:path';
import { categoryNames, levelNames } from './case/terms.ts';
import type { Nominee } from './case/types.ts';
import { type Composed, formPages } from './compose.ts';
import { diskFault } from './disk.ts';
import type { DocumentTree, FormPage } from './document/types.ts';
import { calibrationOf } from './layout/calibration.ts';
import { pageOf } from './layout/page.ts';
import { paperNames, paperOf, turned } from './layout/paper.ts';
import { mm } from './layout/units.ts';
import { hasErrors, type Message, message, type Result } from './message.ts';
import { nearest } from './nearest.ts';
import { checkTarget, openStaging } from './package/folder.ts';
import { sha256 } from './package/manifest.ts';
import { pathOf } from './package/names.ts';
import { packOf } from './packs.ts';
import { type Prepared, prepare } from './prepare.ts';
import { type Arrangement, manyPerPage, onePerPage } from './press/arrange.ts';
import { sheetsOf } from './press/pdf.ts';
import { pressSheets } from './press/press.ts';
import type { Sheet } from './press/sheet.ts';
import { groupBy } from './rules/group.ts';
import type { SetupOptions } from './setup.ts';
import { builtInPack } from './template/catalogue.ts';
import { renderTemplate } from './template/render.ts';
import { documentViews } from './views/documents.ts';
import { type Facts, ordinal } from './views/facts.ts';
import type { PrintListView, PrintRowView } from './views/print.ts';
import { writerOf } from './writers/registry.ts';

export interface PrintOptions extends Omit<SetupOptions, 'batch'> {
  /** Where the files go; `out/<case>-印制` when not given. */
  readonly out?: string;
  /** `district` for a file for each district, or how many go into each file; all into one when not given. */
  readonly by?: string;
  /** The paper on which several stand; each stands on its own when not given. */
  readonly paper?: string;
  /** mm between those that stand on one paper. */
  readonly gap?: number;
  /** Whether the back of each paper is left blank by a page of its own. */
  readonly duplex?: boolean;
}

export interface PrintFile {
  /** In the folder. */
  readonly path: string;
  readonly count: number;
  /** Pages of the file, blank ones too. */
  readonly pages: number;
  /** The first and the last certificate number in it; '' where there are none. */
  readonly from: string;
  readonly to: string;
}

export interface PrintSummary {
  readonly out: string;
  readonly files: readonly PrintFile[];
}

/** What is printed for one nominee. */
interface Print {
  readonly nominee: Nominee;
  /** Of a certificate; '' for anything else. */
  readonly number: string;
  /** Place in the run, from 1. */
  readonly place: number;
}

/** A document to be printed. Lengths in pt. */
interface Run {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly prints: readonly Print[];
  /** The sheets of some of the prints, laid as they are asked for. */
  sheetsOf(prints: readonly Print[]): Iterable<Sheet>;
}

/**
 * Writes the files, all or none. Nothing is printed of a case with errors. Errors: those of the case, `print.*`,
 * `package.*`.
 */
export async function print(dir: string, name: string, options: PrintOptions = {}): Promise<Result<PrintSummary>> {
  const out = options.out ?? join('out', `${basename(resolve(dir))}-印制`);
  const wrong = [...checkSplit(options.by), ...(await checkTarget(out))];
  if (hasErrors(wrong)) return { ok: false, messages: wrong };
  const prepared = await prepare(dir, options);
  if (!prepared.ok) return prepared;
  const { facts, fonts } = prepared.value;
  const run = options.overprint ? overprintRun(name, prepared.value) : formRun(name, prepared.value);
  if (!run.ok) return run;
  const arranged = arrange(run.value, options, facts);
  if (!arranged.ok) return arranged;

  const { print: names } = await packOf();
  const parts = split(run.value.prints, options.by, facts).map((prints, index) => {
    const pattern = options.by === 'district' ? names.district : names.pages;
    const [first, last] = [prints[0] as Print, prints.at(-1) as Print];
    const { district } = first.nominee;
    const filled = { number: ordinal(index), district, from: String(first.place), to: String(last.place) };
    return { prints, path: `${pathOf(pattern, filled)}.pdf` };
  });
  const files = parts.map(({ prints, path }): PrintFile => {
    const papers = Math.ceil(prints.length / arranged.value.perPage);
    const numbers = prints.map(({ number }) => number);
    const pages = arranged.value.duplex ? 2 * papers : papers;
    return { path, count: prints.length, pages, from: numbers[0] ?? '', to: numbers.at(-1) ?? '' };
  });
  const list = await listOf(run.value.title, parts, files, options);
  if (!list.ok) return list;

  const { settings, seals } = facts.theCase;
  const context = { fonts, date: new Date(`${settings.notice.date}T00:00:00Z`), author: settings.issuer.name, seals };
  const staging = await openStaging(out);
  const written: { readonly path: string; readonly sha256: string }[] = [];
  const write = async (path: string, bytes: Uint8Array) => {
    await staging.write(path, bytes);
    written.push({ path, sha256: sha256(bytes) });
  };
  try {
    const { title, width, height } = run.value;
    for (const { prints, path } of parts) {
      const sheets = run.value.sheetsOf(prints);
      const job = { title, lang: 'zh-CN' as const, width, height, sheets, arrangement: arranged.value };
      await write(path, Buffer.concat([...pressSheets(job, context)]));
    }
    await write(`${names.list}.pdf`, await writerOf('pdf')(list.value, context));
    await staging.write('manifest.json', `${JSON.stringify({ document: name, files: written }, null, 2)}\n`);
    const kept = await staging.commit();
    return { ok: true, value: { out, files }, messages: [...prepared.messages, ...kept] };
  } catch (error) {
    await staging.discard();
    const reason = diskFault(error);
    if (reason === undefined) throw error;
    return { ok: false, messages: [message('package.write-failed', { dir: out, reason })] };
  }
}

function checkSplit(by: string | undefined): readonly Message[] {
  const known = by === undefined || by === 'district' || /^[1-9]\d{0,5}$/.test(by);
  return known ? [] : [message('print.split', { actual: by })];
}

/** Every page of the documents of a name that are form pages alone, each for a nominee. */
function formRun(name: string, prepared: Prepared): Result<Run> {
  const { facts, fonts } = prepared;
  const own = printable(prepared).filter(({ document }) => document.name === name);
  const [first] = own;
  if (first === undefined) return { ok: false, messages: [nothingOf(name, prepared)] };
  const forms = own.flatMap(({ tree }) => formPages(tree));
  const page = pageOf(first.tree.page);
  const run: Run = {
    title: titleOf(facts),
    width: page.width,
    height: page.height,
    prints: printsOf(facts, own),
    sheetsOf: (prints) =>
      sheetsOf(
        fonts,
        prints.map(({ place }) => forms[place - 1] as FormPage),
        page,
      ),
  };
  return { ok: true, value: run, messages: [] };
}

/** The variable text of every page, for its stock. */
function overprintRun(name: string, prepared: Prepared): Result<Run> {
  const { facts, overprints } = prepared;
  const own = overprints.filter(({ composed, proof }) => composed.document.name === name && !proof);
  const [first] = own;
  if (first === undefined) {
    const composed = printable(prepared).some(({ document }) => document.name === name);
    return { ok: false, messages: [composed ? message('print.no-stock', { name }) : nothingOf(name, prepared)] };
  }
  const sheets = own.flatMap(({ job }) => [...job.sheets]);
  const { width, height } = first.job;
  const prints = printsOf(
    facts,
    own.map(({ composed }) => composed),
  );
  const run: Run = {
    title: titleOf(facts),
    width,
    height,
    prints,
    sheetsOf: (some) => some.map(({ place }) => sheets[place - 1] as Sheet),
  };
  return { ok: true, value: run, messages: [] };
}

function printable({ composed }: Prepared): readonly Composed[] {
  return composed.filter(({ tree, view }) => {
    const pages = formPages(tree).length;
    return pages > 0 && pages === tree.children.length && pages === view.nominees?.length;
  });
}

function nothingOf(name: string, prepared: Prepared): Message {
  if (name in documentViews && !prepared.composed.some(({ document }) => document.name === name)) {
    return message('print.nothing', { name });
  }
  const known = [...new Set(printable(prepared).map(({ document }) => document.name))];
  return message('print.document-unknown', { name, nearest: nearest(name, known), known: known.join('、') });
}

function printsOf({ certificates }: Facts, documents: readonly Composed[]): readonly Print[] {
  const numbers = new Map(certificates.map(({ nominee, number }) => [nominee, number]));
  return documents
    .flatMap(({ document, view }) => (view.nominees ?? []).map((nominee) => ({ nominee, document })))
    .map(({ nominee, document }, index) => {
      const number = document.name === 'certificates' ? (numbers.get(nominee) ?? '') : '';
      return { nominee, number, place: index + 1 };
    });
}

function titleOf({ theCase: { settings } }: Facts): string {
  return `${settings.year}年度${settings.subject}`;
}

/** By district in the order of the case, or by number, or all as one. */
function split(prints: readonly Print[], by: string | undefined, { theCase }: Facts): readonly (readonly Print[])[] {
  if (by === 'district') {
    const groups = groupBy(prints, ({ nominee }) => nominee.district);
    return theCase.districts.flatMap(({ name }) => (groups.has(name) ? [groups.get(name) as readonly Print[]] : []));
  }
  const size = by === undefined ? prints.length : Number(by);
  return Array.from({ length: Math.ceil(prints.length / size) }, (_, index) =>
    prints.slice(index * size, (index + 1) * size),
  );
}

/** How the sheets stand on the paper, turned so that it takes as many as it can. */
function arrange(
  run: Run,
  { paper: name, gap = 0, duplex = false, overprint }: PrintOptions,
  { theCase }: Facts,
): Result<Arrangement> {
  const calibration = overprint ? calibrationOf(theCase.settings.printer) : null;
  const { width, height } = run;
  if (name === undefined)
    return { ok: true, value: onePerPage({ width, height }, { calibration, duplex }), messages: [] };
  const paper = paperOf(name);
  const found = (['portrait', 'landscape'] as const).flatMap((orientation) => {
    const arrangement =
      paper && manyPerPage({ width, height }, turned(paper, orientation), mm(gap), { calibration, duplex });
    return arrangement ?? [];
  });
  const best = found.toSorted((one, other) => other.perPage - one.perPage)[0];
  if (best !== undefined) return { ok: true, value: best, messages: [] };
  const [wide, high] = [width, height].map((length) => String(Math.round(length / mm(1))));
  const facts = { actual: name, known: paperNames.join('、'), width: wide ?? '', height: high ?? '' };
  return { ok: false, messages: [message('print.paper', facts)] };
}

/** What is in each file, for those who print and hand out. */
async function listOf(
  title: string,
  parts: readonly { readonly prints: readonly Print[] }[],
  files: readonly PrintFile[],
  { templates, by }: PrintOptions,
): Promise<Result<DocumentTree>> {
  const view: PrintListView = {
    title,
    files: files.map(({ path, count, pages }, index) => ({
      name: path,
      index: index + 1,
      of: files.length,
      rows: rowsOf(parts[index]?.prints ?? [], by === 'district'),
      count,
      pages,
    })),
  };
  return renderTemplate(`${builtInPack}/print-list`, view, { ...(templates && { overrides: templates }) });
}

/** One row for each level and category, whose numbers follow on each other where districts are not parted. */
function rowsOf(prints: readonly Print[], ofDistrict: boolean): readonly PrintRowView[] {
  const groups = groupBy(prints, ({ nominee: { level, category } }) => `${level} ${category}`);
  return [...groups.values()].map((group) => {
    const { district, level, category } = (group[0] as Print).nominee;
    const [from, to] = [group[0]?.number ?? '', group.at(-1)?.number ?? ''];
    return {
      district: ofDistrict ? district : '',
      level: levelNames[level],
      category: categoryNames[category],
      count: group.length,
      from,
      to,
    };
  });
}
