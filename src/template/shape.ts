/** What can be known of a value before there is one: its type, the fields it has, whether there may be nothing. */
import { type Message, message } from '../message.ts';
import { nearest } from '../nearest.ts';
import { type Dictionary, type Field, type Group, readDictionary } from './dictionary.ts';

export interface Shape {
  /** `any`: nothing is known, and anything may be said of it. */
  readonly type: Field['type'] | 'any';
  readonly empty: boolean;
  /** What the dictionary says of it; a value that a template works out has no entry. */
  readonly field?: Field;
  /** A text or number that the template itself writes. */
  readonly literal?: unknown;
  /** Of a group, or of a list's items. */
  readonly fields?: () => Fields;
  readonly item?: () => Shape;
}

export type Fields = Readonly<Record<string, Shape>>;

export const anything: Shape = { type: 'any', empty: false };

/** undefined where the dictionary has no such view. */
export function viewShape(view: string, dictionary: Dictionary = readDictionary()): Shape | undefined {
  const { views, groups } = dictionary;
  const group = Object.hasOwn(views, view) ? groups[views[view]?.of ?? ''] : undefined;
  return group && groupShape(group, dictionary);
}

/** A finding where a template's first line names a view that there is none of. */
export function checkViewName(view: string, file: string): readonly Message[] {
  const views = Object.keys(readDictionary().views);
  if (views.includes(view)) return [];
  const expected = nearest(view, views);
  const place = { file, line: 1 };
  return [message('template.view-unknown', { place, actual: view, expected, nearest: expected })];
}

function groupShape(group: Group, dictionary: Dictionary): Shape {
  const fields = () => mapFields(group, (field) => fieldShape(field, dictionary));
  return { type: 'group', empty: false, fields };
}

function fieldShape(field: Field, dictionary: Dictionary): Shape {
  const { type, of = '', empty = false } = field;
  const group = dictionary.groups[of];
  if (type === 'group' && group) return { ...groupShape(group, dictionary), empty, field };
  if (type !== 'list') return { type, empty, field };
  return { type, empty, field, item: () => (group ? groupShape(group, dictionary) : scalarShape(of)) };
}

function scalarShape(type: string): Shape {
  return type === 'text' || type === 'number' || type === 'boolean' ? { type, empty: false } : anything;
}

/** What a value tells of itself, for a view that the dictionary does not have. */
export function shapeOfValue(value: unknown): Shape {
  if (value === null || value === undefined) return { ...anything, empty: true };
  if (Array.isArray(value)) {
    const [first = anything, ...rest] = value.map(shapeOfValue);
    return { type: 'list', empty: false, item: () => rest.reduce(eitherOf, first) };
  }
  if (typeof value === 'object') {
    return { type: 'group', empty: false, fields: () => mapFields({ ...value }, shapeOfValue) };
  }
  if (typeof value === 'string') return { type: 'text', empty: false };
  return typeof value === 'number' || typeof value === 'boolean'
    ? { type: typeof value as 'number' | 'boolean', empty: false }
    : anything;
}

/** Items of one list may differ: a field that one of them has may be asked for. */
function eitherOf(one: Shape, other: Shape): Shape {
  const empty = one.empty || other.empty;
  if (one.type !== other.type) return { ...anything, empty };
  if (one.fields === undefined || other.fields === undefined) return { ...one, empty };
  const [left, right] = [one.fields, other.fields];
  return { type: 'group', empty, fields: () => ({ ...left(), ...right() }) };
}

function mapFields<T>(fields: Readonly<Record<string, T>>, shape: (field: T) => Shape): Fields {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, shape(field)]));
}
