/**
 * Packed rows that read like the plain ones they were made of: they can be compared, spread and written as JSON like them,
 * and each is one object, the same whenever it is asked for. A block is unpacked when a row of it is read; the last few
 * stay at hand.
 */
import { type Block, type Columns, chosen, type Field, inflated, type Packed, packRows, type Rows } from './packed.ts';

export function rowsIn<T extends object>(rows: Rows<T>): readonly T[] {
  if (!('blocks' in rows)) return rows;
  return rows.blocks.flatMap(({ rows, fields, parts }) => {
    const bytes = parts.map((part) => Buffer.from(part, 'base64'));
    const block: HeldBlock = { fields: new Map(Object.entries(fields)), parts: bytes };
    return rows.map((index) => new Proxy(block, plainRow(index)) as unknown as T);
  });
}

/** Lists of more rows are packed. */
const manyRows = 1024;

/** What is made of each item: plain JSON, packed where there is much of it. */
export function compactMap<S, T extends object>(items: readonly S[], make: (item: S) => T): readonly T[] {
  return items.length < manyRows ? items.map(make) : rowsIn(packRows(made(items, make)));
}

function* made<S, T>(items: readonly S[], make: (item: S) => T): Generator<T> {
  for (const item of items) yield make(item);
}

/** Rows packed once more, to be sent: those that are held packed are not unpacked for it. */
export function packAgain<T extends object>(rows: readonly T[]): Packed<T> {
  const runs: { block: HeldBlock | undefined; rows: T[]; indexes: number[] }[] = [];
  for (const row of rows) {
    const { block, index = 0 } = (row as { readonly [inside]?: HeldRow })[inside] ?? {};
    const last = runs.at(-1);
    const run = last !== undefined && last.block === block ? last : { block, rows: [], indexes: [] };
    if (run !== last) runs.push(run);
    run.rows.push(row);
    run.indexes.push(index);
  }
  const blocks = runs.flatMap(({ block, rows, indexes }): readonly Block[] => {
    if (block === undefined) return packRows(rows).blocks;
    const parts = block.parts.map((bytes) => bytes.toString('base64'));
    return [{ rows: indexes, fields: Object.fromEntries(block.fields), parts }];
  });
  return { blocks };
}

interface HeldBlock {
  readonly fields: ReadonlyMap<string, Field>;
  readonly parts: readonly Buffer[];
}

interface HeldRow {
  readonly block: HeldBlock;
  readonly index: number;
}

function valueIn(field: Field, block: HeldBlock, index: number): unknown {
  if ('values' in field) return chosen(field, index);
  if ('column' in field) return columnsOf(block.parts[field.part] as Buffer)[field.column]?.[index];
  const value: Record<string, unknown> = {};
  for (const name of Object.keys(field.fields)) value[name] = valueIn(field.fields[name] as Field, block, index);
  return value;
}

/** Some five megabytes. */
const partsAtHand = 32;
/** The one last asked for at the end. */
const atHand = new Map<Buffer, Columns>();
let last: { readonly part?: Buffer; readonly columns: Columns } = { columns: [] };

function columnsOf(part: Buffer): Columns {
  if (last.part === part) return last.columns;
  const columns = atHand.get(part) ?? inflated(part);
  atHand.delete(part);
  atHand.set(part, columns);
  const [oldest] = atHand.keys();
  if (oldest && atHand.size > partsAtHand) atHand.delete(oldest);
  last = { part, columns };
  return columns;
}

/** Asks a row where it is held. */
const inside = Symbol('inside');

/** By the index of the row; all blocks share them. */
const plainRows: ProxyHandler<HeldBlock>[] = [];

/** What the row of a block would answer if it were a plain object that cannot be changed. */
function plainRow(index: number): ProxyHandler<HeldBlock> {
  plainRows[index] ??= {
    get(block, name) {
      if (name === inside) return { block, index } satisfies HeldRow;
      const field = block.fields.get(name as string);
      return field ? valueIn(field, block, index) : Reflect.get(Object.prototype, name);
    },
    has: ({ fields }, name) => fields.has(name as string) || Reflect.has(Object.prototype, name),
    ownKeys: ({ fields }) => [...fields.keys()],
    getOwnPropertyDescriptor(block, name) {
      const field = block.fields.get(name as string);
      return field && { value: valueIn(field, block, index), enumerable: true, configurable: true, writable: false };
    },
    set: () => false,
    defineProperty: () => false,
    deleteProperty: () => false,
  };
  return plainRows[index];
}
