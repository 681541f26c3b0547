/** `neibao print`: one document of a case as files for the printer, each with the list of what is in it. */
import { basename, join, resolve } from 'node:path';
import { diskFault } from './disk.ts';
import { calibrationOf } from './layout/calibration.ts';
import { paperNames, paperOf, turned } from './layout/paper.ts';
import { mm } from './layout/units.ts';
import { hasErrors, type Message, message, type Result } from './message.ts';
import { checkTarget, openStaging } from './package/folder.ts';
import { sha256 } from './package/manifest.ts';
import { pathOf } from './package/names.ts';
import { packOf } from './packs.ts';
import { prepare } from './prepare.ts';
import { type Arrangement, manyPerPage, onePerPage } from './press/arrange.ts';
import { pressSheets } from './press/press.ts';
import { listOf } from './print/list.ts';
import { formRun, overprintRun, type Print, type Run } from './print/run.ts';
import { groupBy } from './rules/group.ts';
import type { SetupOptions } from './setup.ts';
import { type Facts, ordinal } from './views/facts.ts';
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
