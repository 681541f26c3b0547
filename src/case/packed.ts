/**
 * Many rows in little room, as plain JSON: for each block of rows a deflated text, and a character a row for each field of
 * which the block has few values. `held.ts` reads them.
 */
import { constants, deflateRawSync, inflateRawSync } from 'node:zlib';

export interface Packed<T> {
  readonly blocks: readonly Block[];
  /** Never there: says what the rows are. */
  readonly row?: T;
}

/** Rows as they are, or packed where there are many. */
export type Rows<T> = readonly T[] | Packed<T>;

/** Rows with the same fields. */
export interface Block {
  /** Which of them the list has, by their index, in its order. */
  readonly rows: readonly number[];
  readonly fields: Fields;
  /** The short values and the long ones: base64 of the deflated JSON of columns. */
  readonly parts: readonly string[];
}

export type Fields = Readonly<Record<string, Field>>;
/** Few values; an object, field by field; or the column of a part. */
export type Field = FewValues | { readonly fields: Fields } | { readonly part: number; readonly column: number };
interface FewValues {
  readonly values: readonly Value[];
  /** Where there are several: a character a row for which. */
  readonly which: string;
}
type Value = string | number | boolean | null;
/** The values of all rows, field by field. */
export type Columns = (readonly unknown[])[];
type Row = Readonly<Record<string, unknown>>;

/** Unpacked in a millisecond. */
const blockRows = 256;
/** A field with more values is packed. */
const fewValues = 16;
/** The character for the first of them: a letter. */
const firstCode = 65;
/** Of the number before a deflated text. */
const sizeBytes = 4;
/** Longer texts are packed by themselves: most that read a row have no need of them. */
const shortLength = 64;

/** @param rows plain JSON, none of its values undefined; rows that follow each other should have the same fields */
export function packRows<T extends object>(rows: Iterable<T>): Packed<T> {
  const blocks: Block[] = [];
  let waiting: Row[] = [];
  let names: readonly PropertyKey[] = [];
  const pack = () => {
    if (waiting.length > 0) blocks.push(blockOf(waiting));
    waiting = [];
  };
  for (const row of rows as Iterable<Row>) {
    if (waiting.length === blockRows || (waiting.length > 0 && !hasFields(row, names))) pack();
    if (waiting.length === 0) names = Reflect.ownKeys(row);
    waiting.push(row);
  }
  pack();
  return { blocks };
}

function hasFields(row: object, names: readonly PropertyKey[]): boolean {
  const own = Reflect.ownKeys(row);
  return own.length === names.length && own.every((name, index) => name === names[index]);
}

function blockOf(rows: readonly Row[]): Block {
  const parts: readonly Columns[] = [[], []];
  const fields = fieldsOf(rows, parts);
  return { rows: [...rows.keys()], fields, parts: parts.map(deflated) };
}

/**
 * How many bytes the text has, and these deflated. In characters of two bytes: they are text again at once, where UTF-8
 * would take longer than all the rest.
 */
function deflated(columns: Columns): string {
  const text = Buffer.from(JSON.stringify(columns), 'utf16le');
  const size = Buffer.alloc(sizeBytes);
  size.writeUInt32LE(text.length);
  return Buffer.concat([size, deflateRawSync(text, { level: 1 })]).toString('base64');
}

/** The columns of a part. */
export function inflated(part: Buffer): Columns {
  // With room for all of it at once, and for a byte that is not there: else it comes in many pieces.
  const chunkSize = Math.max(part.readUInt32LE() + 1, constants.Z_MIN_CHUNK);
  return JSON.parse(inflateRawSync(part.subarray(sizeBytes), { chunkSize }).toString('utf16le')) as Columns;
}

function fieldsOf(rows: readonly Row[], parts: readonly Columns[]): Fields {
  const field = (name: string) => {
    const values = rows.map((row) => row[name]);
    return fieldOf(values, parts);
  };
  return Object.fromEntries(Reflect.ownKeys(rows[0] as Row).map((name) => [name, field(name as string)]));
}

function fieldOf(values: readonly unknown[], parts: readonly Columns[]): Field {
  if (values.every(isRow)) {
    const names = Reflect.ownKeys(values[0] as Row);
    if (values.every((one) => hasFields(one, names))) return { fields: fieldsOf(values, parts) };
  } else {
    const few = [...new Set(values)];
    if (few.length <= fewValues && few.every(isValue)) {
      const numberOf = new Map(few.map((value, index) => [value as unknown, index]));
      const codes = values.map((value) => firstCode + (numberOf.get(value) as number));
      return { values: few, which: few.length === 1 ? '' : String.fromCharCode(...codes) };
    }
  }
  const isShort = values.every((value) => typeof value !== 'string' || value.length <= shortLength);
  const part = isShort ? 0 : 1;
  const columns = parts[part] as Columns;
  return { part, column: columns.push(values) - 1 };
}

/** What a field of few values says of the row with an index. */
export function chosen({ values, which }: FewValues, index: number): Value | undefined {
  return values.length === 1 ? values[0] : values[which.charCodeAt(index) - firstCode];
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isValue(value: unknown): value is Value {
  return value === null || typeof value !== 'object';
}
