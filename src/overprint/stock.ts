/** Pre-printed stock (底版) for overprinting: a small YAML file beside the templates says what goes where. */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { readYaml } from '../case/read-yaml.ts';
import { fails, text } from '../case/schema.ts';
import { fontSlots } from '../layout/font-files.ts';
import { paperNames, paperOf, turned } from '../layout/paper.ts';
import { mm } from '../layout/units.ts';
import { type Message, message, type Result, resultOf } from '../message.ts';
import { nearest } from '../nearest.ts';
import { type PressImage, pressImage } from '../press/pdf/image.ts';
import { fieldsOf, type Group, readDictionary } from '../template/dictionary.ts';
import { faultOf, findAll } from '../template/find.ts';

const length = z.number();
const size = z.number().refine((value) => value >= 4 && value <= 200, fails('stock.size'));

const stockText = z.strictObject({
  /** `{…}` is filled from the fields of the view. */
  text,
  if: text.optional(),
  unless: text.optional(),
  left: length,
  top: length,
  width: length,
  height: length.optional(),
  font: z.enum(fontSlots as [string, ...string[]]),
  size,
  smallest: size.optional(),
  pitch: length.optional(),
  align: z.enum(['left', 'center', 'right', 'justify']).default('left'),
  vertical: z.enum(['top', 'middle', 'bottom']).default('top'),
  /** Characters. */
  indent: length.default(0),
});

export const stockSchema = z.strictObject({
  document: text,
  paper: text.refine((name) => paperOf(name) !== undefined, fails('stock.paper', { known: paperNames.join('、') })),
  orientation: z.enum(['portrait', 'landscape']),
  scan: text.nullish(),
  texts: z.array(stockText),
});

export type StockText = z.infer<typeof stockText>;

export interface Stock {
  /** Whose variable text it takes. */
  readonly document: string;
  /** Name of the list in the view whose items are printed, one on each sheet. */
  readonly list: string;
  /** pt. */
  readonly paper: { readonly width: number; readonly height: number };
  readonly texts: readonly StockText[];
  /** A picture of the stock, to show the text on; null where the office gave none. */
  readonly scan: PressImage | null;
}

/** Fields that a text names. */
export function fieldsIn(text: string): readonly string[] {
  return [...text.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] as string);
}

/** The stock files of a pack, the office's own first. Errors: `case.*` of a YAML file, `stock.*`. */
export async function readStocks(pack: string, overrides: string | undefined): Promise<Result<readonly Stock[]>> {
  const stocks: Stock[] = [];
  const messages: Message[] = [];
  for (const source of await findAll(`${pack}/stock`, '.yaml', overrides)) {
    const fault = faultOf(source);
    if (fault !== undefined) {
      messages.push(fault);
      continue;
    }
    const read = readYaml({ path: source.file, bytes: new TextEncoder().encode(source.text) }, stockSchema);
    messages.push(...read.messages);
    if (!read.ok) continue;
    const { value, placeOf } = read.value;
    const place = (...path: readonly PropertyKey[]) => placeOf(path);
    const fields = itemFields(value.document);
    if (fields === undefined) {
      const known = documentsWithItems();
      const facts = { document: value.document, nearest: nearest(value.document, known), known: known.join('、') };
      messages.push(message('stock.document-unknown', { place: place('document'), ...facts }));
      continue;
    }
    if (stocks.some(({ document }) => document === value.document)) {
      messages.push(message('stock.document-twice', { place: place('document'), document: value.document }));
    }
    const paper = turned(paperOf(value.paper) as NonNullable<ReturnType<typeof paperOf>>, value.orientation);
    for (const [index, one] of value.texts.entries()) {
      messages.push(...checkText(one, fields.group, paper, (key) => place('texts', index, key)));
    }
    const scan = value.scan ? await readScan(dirname(source.file), value.scan) : null;
    if (typeof scan === 'string') messages.push(message(scan, { place: place('scan'), name: value.scan ?? '' }));
    const { document, texts } = value;
    stocks.push({ document, list: fields.list, paper, texts, scan: typeof scan === 'string' ? null : scan });
  }
  return resultOf(stocks, messages);
}

/** The list of a view whose items each take a page, and their fields; undefined where the view has none. */
function itemFields(view: string): { readonly list: string; readonly group: Group } | undefined {
  const lists = Object.entries(fieldsOf(view) ?? {}).filter(([, field]) => field.type === 'list');
  const [only, ...others] = lists;
  const group = only && readDictionary().groups[only[1].of ?? ''];
  return only && group && others.length === 0 ? { list: only[0], group } : undefined;
}

function documentsWithItems(): readonly string[] {
  return Object.keys(readDictionary().views).filter((view) => itemFields(view) !== undefined);
}

function checkText(
  { text, if: condition, unless, left, top, width, height = 0 }: StockText,
  group: Group,
  paper: Stock['paper'],
  placeOf: (key: string) => Message['place'],
): Message[] {
  const messages: Message[] = [];
  const check = (field: string, key: string, fits: (type: string) => boolean) => {
    const found = group[field];
    if (found !== undefined && fits(found.type)) return;
    const known = Object.keys(group).filter((name) => fits((group[name] as Group[string]).type));
    const facts = { field, nearest: nearest(field, known), known: known.join('、') };
    messages.push(message('stock.field-unknown', { place: placeOf(key), ...facts }));
  };
  for (const field of fieldsIn(text)) check(field, 'text', (type) => type === 'text' || type === 'number');
  if (condition !== undefined) check(condition, 'if', () => true);
  if (unless !== undefined) check(unless, 'unless', () => true);
  const inside = left >= 0 && top >= 0 && width > 0 && height >= 0 && mm(left + width) <= paper.width + 0.1;
  if (!inside || mm(top + height) > paper.height + 0.1) {
    const [wide, high] = [paper.width, paper.height].map((one) => Math.round(one / mm(1)));
    messages.push(message('stock.outside', { place: placeOf('left'), width: wide ?? 0, height: high ?? 0 }));
  }
  return messages;
}

/** The picture, or the code of what is wrong with it. */
async function readScan(
  folder: string,
  name: string,
): Promise<PressImage | 'stock.scan-missing' | 'stock.scan-format'> {
  const bytes = await readFile(join(folder, name)).catch(() => undefined);
  if (bytes === undefined) return 'stock.scan-missing';
  return pressImage(bytes) ?? 'stock.scan-format';
}
