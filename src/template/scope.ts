/** What a name in a template means before there is any data; a name that means nothing is reported. */
import { type Message, message } from '../message.ts';
import { nearest } from '../nearest.ts';
import { placeOf } from './check.ts';
import type { Compiled, CompiledTemplate } from './compile.ts';
import { helpers } from './helpers.ts';
import { anything, type Shape } from './shape.ts';
import type { Path } from './syntax.ts';

/** What names mean at a point of a template. `outer` is where `../` leads. */
export interface Scope {
  /** Tells the scopes of a walk apart. */
  readonly id: number;
  readonly shape: Shape;
  readonly outer: Scope | undefined;
  /** Names that blocks give, as in `as |row|`, each as a scope of its own. */
  readonly names: Readonly<Record<string, Scope>>;
  /** `@index` and the like, of the blocks around, innermost first. */
  readonly frames: readonly Readonly<Record<string, Shape>>[];
}

/** A point on the walk through a template and its partials. */
export interface Point {
  readonly scope: Scope;
  readonly root: Scope;
  /** The template or partial in which the point lies. */
  readonly source: Compiled;
  readonly template: CompiledTemplate;
  /** What a block around has made sure of: keys of paths that are not empty here. */
  readonly given: ReadonlySet<string>;
  readonly found: Map<string, Message>;
}

let scopes = 0;

export function newScope(shape: Shape, around?: Partial<Omit<Scope, 'id' | 'shape'>>): Scope {
  scopes += 1;
  return { outer: undefined, names: {}, frames: [], ...around, shape, id: scopes };
}

interface Start {
  readonly from: Scope;
  /** The parts of the path that are left to follow from there, and what is written before them. */
  readonly rest: readonly string[];
  readonly before: string;
}

/** Where a path starts; undefined where it leads out of everything. */
function startOf(path: Path, { scope, root }: Point): Start | undefined {
  const [first = '', ...rest] = path.parts;
  if (path.data) return first === 'root' ? { from: root, rest, before: '@root.' } : undefined;
  const named = Object.hasOwn(scope.names, first) ? scope.names[first] : undefined;
  if (path.depth === 0 && !isScoped(path) && named) return { from: named, rest, before: `${first}.` };
  let from: Scope | undefined = scope;
  for (let depth = path.depth; depth > 0; depth--) from = from?.outer;
  return from && { from, rest: path.parts, before: '../'.repeat(path.depth) };
}

/** By which a path is known wherever it is written; undefined for what is always there. */
export function keyOf(path: Path, point: Point): string | undefined {
  const start = startOf(path, point);
  return start && [start.from.id, ...start.rest].join('.');
}

/** What a path stands for; what stands for nothing is reported. */
export function lookUp(path: Path, point: Point): Shape {
  const start = startOf(path, point);
  if (start !== undefined) return follow(path, start, point);
  if (!path.data) return unknown(path, 'this', point);
  const [name = ''] = path.parts;
  const frame = point.scope.frames[path.depth] ?? {};
  if (Object.hasOwn(frame, name) && path.parts.length === 1) return frame[name] ?? anything;
  const known = [...Object.keys(frame), 'root'].map((one) => `@${one}`);
  return unknown(path, nearest(`@${name}`, known), point);
}

/** Follows the parts of a path from a scope. */
function follow(path: Path, { from, rest, before }: Start, point: Point): Shape {
  let shape = from.shape;
  for (const [index, part] of rest.entries()) {
    const key = [from.id, ...rest.slice(0, index)].join('.');
    const holds = shape.type === 'group' || shape.type === 'list' || shape.type === 'any';
    if (holds && shape.empty && !point.given.has(key)) return missing(path, point);
    if (shape.type === 'any') return anything;
    const fields = fieldsOf(shape);
    const next = Object.hasOwn(fields, part) ? fields[part] : undefined;
    if (next === undefined) {
      const out = index === 0 ? fieldFurtherOut(path, part, from, point) : undefined;
      const here = [...rest.slice(0, index), nearest(part, Object.keys(fields))].filter((one) => one !== '').join('.');
      return unknown(path, out ?? (`${before}${here}`.replace(/\.$/, '') || 'this'), point);
    }
    shape = next;
  }
  return point.given.has([from.id, ...rest].join('.')) ? { ...shape, empty: false } : shape;
}

/** Of a list one may ask how long it is. */
function fieldsOf(shape: Shape): Readonly<Record<string, Shape>> {
  if (shape.type === 'list') return { length: { type: 'number', empty: false } };
  return shape.fields?.() ?? {};
}

function missing(path: Path, point: Point): Shape {
  const field = path.original;
  report(point, message('template.field-empty', { place: placeOf(path, point.source.file), field, actual: field }));
  return anything;
}

/** The path with which a block further out, or the whole view, has the very name. */
function fieldFurtherOut(path: Path, name: string, from: Scope, { root }: Point): string | undefined {
  const has = (shape: Shape) => Object.hasOwn(fieldsOf(shape), name);
  const rest = path.parts.slice(path.data ? 1 : 0).join('.');
  let prefix = '../'.repeat(path.depth + 1);
  for (let one = from.outer; one !== undefined; one = one.outer, prefix += '../') {
    if (has(one.shape)) return prefix + rest;
  }
  return from !== root && has(root.shape) ? `@root.${rest}` : undefined;
}

function unknown(path: Path, proposal: string, point: Point): Shape {
  const field = writtenAs(path);
  const place = placeOf(path, point.source.file);
  report(
    point,
    message('template.field-unknown', { place, field, actual: field, expected: proposal, nearest: proposal }),
  );
  return anything;
}

/** As the author wrote it, without the `this.` that the check puts before names of functions. */
export function writtenAs(path: Path): string {
  const own = path.original.replace(/^this\./, '');
  return Object.hasOwn(helpers, own) ? own : path.original;
}

function isScoped(path: Path): boolean {
  return /^(\.|this\b)/.test(path.original);
}

/** Each finding once, however many ways lead to it. */
export function report({ found }: Point, finding: Message): void {
  const { code, place, actual } = finding;
  const key = JSON.stringify([code, place?.file, place?.line, place?.character, actual]);
  if (!found.has(key)) found.set(key, finding);
}
