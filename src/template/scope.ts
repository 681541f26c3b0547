/** What a name in a template means, as Handlebars looks it up; a name that means nothing is reported. */
import { type Message, message } from '../message.ts';
import { nearest } from '../nearest.ts';
import { placeOf } from './check.ts';
import type { Compiled, CompiledTemplate } from './compile.ts';
import { helpers } from './helpers.ts';
import type { Path } from './syntax.ts';

/** What names mean at a point of a template. `outer` is where `../` leads. */
export interface Scope {
  readonly value: unknown;
  readonly outer: Scope | undefined;
  /** Names that blocks give, as in `as |row|`. */
  readonly names: Readonly<Record<string, unknown>>;
  /** `@index` and the like, of the blocks around, innermost first. */
  readonly frames: readonly Readonly<Record<string, unknown>>[];
}

/** A point on the walk through a template and its partials. */
export interface Point {
  readonly scope: Scope;
  /** The template or partial in which the point lies. */
  readonly source: Compiled;
  readonly template: CompiledTemplate;
  readonly root: unknown;
  readonly found: Map<string, Message>;
}

/** The value of a path; undefined where there is none, which is then reported. */
export function lookUp(path: Path, point: Point): unknown {
  const { scope, root } = point;
  const [first = '', ...rest] = path.parts;
  if (path.data) return first === 'root' ? follow(path, rest, root, point) : lookUpData(path, first, point);
  if (path.depth === 0 && !isScoped(path) && Object.hasOwn(scope.names, first)) {
    return follow(path, rest, scope.names[first], point);
  }
  let start: Scope | undefined = scope;
  for (let depth = path.depth; depth > 0; depth--) start = start?.outer;
  if (start !== undefined) return follow(path, path.parts, start.value, { ...point, scope: start });
  reportUnknown(path, 'this', point);
  return undefined;
}

function lookUpData(path: Path, name: string, point: Point): unknown {
  const frame = point.scope.frames[path.depth] ?? {};
  if (Object.hasOwn(frame, name)) return frame[name];
  const known = [...Object.keys(frame), 'root'].map((one) => `@${one}`);
  reportUnknown(path, nearest(`@${name}`, known), point);
  return undefined;
}

/** Follows the parts of a path from a value. */
function follow(path: Path, parts: readonly string[], from: unknown, point: Point): unknown {
  let value = from;
  for (const [index, part] of parts.entries()) {
    if (value === null || value === undefined) {
      const field = path.original;
      report(
        point,
        message('template.field-empty', { place: placeOf(path, point.source.file), field, actual: field }),
        field,
      );
      return undefined;
    }
    if (typeof value !== 'object' || !Object.hasOwn(value, part)) {
      const known = typeof value === 'object' ? Object.keys(value) : [];
      const before = [path.data ? '@root' : '', ...parts.slice(0, index)].filter((one) => one !== '');
      const here = [...before, ...(known.length > 0 ? [nearest(part, known)] : [])].join('.') || 'this';
      const proposal =
        (index === 0 ? fieldFurtherOut(path, part, point) : undefined) ??
        '../'.repeat(path.data ? 0 : path.depth) + here;
      reportUnknown(path, proposal, point);
      return undefined;
    }
    value = (value as Readonly<Record<string, unknown>>)[part];
  }
  return value;
}

/** The path with which a block further out, or the whole view, has the very name. */
function fieldFurtherOut(path: Path, name: string, { scope, root }: Point): string | undefined {
  const has = (value: unknown) => typeof value === 'object' && value !== null && Object.hasOwn(value, name);
  const rest = path.parts.slice(path.data ? 1 : 0).join('.');
  let prefix = '../'.repeat(path.depth + 1);
  for (let one = scope.outer; one !== undefined; one = one.outer, prefix += '../') {
    if (has(one.value)) return prefix + rest;
  }
  return has(root) ? `@root.${rest}` : undefined;
}

function reportUnknown(path: Path, proposal: string, point: Point): void {
  // As the author wrote it, without the `this.` that the check puts before names of functions.
  const own = path.original.replace(/^this\./, '');
  const field = Object.hasOwn(helpers, own) ? own : path.original;
  const facts = {
    place: placeOf(path, point.source.file),
    field,
    actual: field,
    expected: proposal,
    nearest: proposal,
  };
  report(point, message('template.field-unknown', facts), field);
}

function isScoped(path: Path): boolean {
  return /^(\.|this\b)/.test(path.original);
}

/** Each finding once per line, however many rows show it. */
export function report({ found }: Point, finding: Message, about: string): void {
  const key = JSON.stringify([finding.code, finding.place?.file, finding.place?.line, about]);
  if (!found.has(key)) found.set(key, finding);
}
