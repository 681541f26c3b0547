/** Documents whose variable text alone is printed, on pre-printed stock (套打). */
import type { PrinterSettings } from '../case/types.ts';
import type { Composed } from '../compose.ts';
import { calibrationOf } from '../layout/calibration.ts';
import type { FontSet } from '../layout/types.ts';
import type { Message, Result } from '../message.ts';
import { resultOf } from '../message.ts';
import { onePerPage } from '../press/arrange.ts';
import type { SheetJob } from '../press/press.ts';
import { laySheets } from './lay.ts';
import { readStocks, type Stock } from './stock.ts';

/** A file to be pressed: of the text alone, or a proof that shows it on a picture of the stock. */
export interface Overprint {
  readonly composed: Composed;
  /** In the package, without the ending. */
  readonly path: string;
  readonly job: SheetJob;
  /** Whether it shows the stock, too. */
  readonly proof: boolean;
}

export interface OverprintPlaces {
  /** Name of the folder beside the document. */
  readonly folder: string;
  /** What is added to the name of a proof. */
  readonly proof: string;
}

/** The files of all documents that there is stock for. Errors: those of `readStocks` and `laySheets`. */
export async function overprintsOf(
  composed: readonly Composed[],
  {
    pack,
    overrides,
    fonts,
  }: { readonly pack: string; readonly overrides?: string | undefined; readonly fonts: FontSet },
  places: OverprintPlaces,
  printer: PrinterSettings,
): Promise<Result<readonly Overprint[]>> {
  const stocks = await readStocks(pack, overrides);
  if (!stocks.ok) return stocks;
  const messages: Message[] = [...stocks.messages];
  const files = composed.flatMap((one) => {
    const stock = stocks.value.find(({ document }) => document === one.document.name);
    if (stock === undefined) return [];
    const made = overprintOf(one, stock, fonts, printer);
    messages.push(...made.messages);
    const path = inFolder(one.path, places.folder);
    const files: Overprint[] = [{ composed: one, path, job: made.job, proof: false }];
    if (stock.scan !== null) {
      const { width, height } = stock.paper;
      const job = { ...made.job, arrangement: onePerPage({ width, height }), background: stock.scan };
      files.push({ composed: one, path: path + places.proof, job, proof: true });
    }
    return files;
  });
  return resultOf(files, onceEach(messages));
}

function overprintOf(
  { tree, view }: Composed,
  stock: Stock,
  fonts: FontSet,
  printer: PrinterSettings,
): { readonly job: SheetJob; readonly messages: readonly Message[] } {
  const list = (view.view as Readonly<Record<string, unknown>>)[stock.list];
  const items = (Array.isArray(list) ? list : []).map((fields: Readonly<Record<string, unknown>>, index) => ({
    fields,
    place: view.nominees?.[index]?.place,
  }));
  const { sheets, messages } = laySheets(fonts, stock, items);
  const { title, lang } = tree;
  const arrangement = onePerPage(stock.paper, { calibration: calibrationOf(printer) });
  return { job: { title, lang, ...stock.paper, sheets, arrangement }, messages };
}

/** The same file in a folder beside it. */
function inFolder(path: string, folder: string): string {
  const at = path.lastIndexOf('/') + 1;
  return `${path.slice(0, at)}${folder}/${path.slice(at)}`;
}

/** What is said of both copies of a form is said once. */
function onceEach(messages: readonly Message[]): readonly Message[] {
  return [...new Map(messages.map((one) => [JSON.stringify([one.code, one.place, one.text]), one])).values()];
}
