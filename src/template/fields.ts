/**
 * A walk through a template with the view that it is about to get, along the branches that it will take: names every
 * field that the view does not have and every value that a function cannot take, all at once.
 */
import { type Message, message } from '../message.ts';
import { placeOf } from './check.ts';
import type { CompiledTemplate } from './compile.ts';
import { helpers } from './helpers.ts';
import { lookUp, type Point, report, type Scope } from './scope.ts';
import {
  type Call,
  type Expression,
  hashOf,
  isBlock,
  isMustache,
  isPartial,
  isPath,
  isSubExpression,
  literalValue,
  type Program,
} from './syntax.ts';

/** Findings, each once per line of a template however many rows show it. */
export function checkFields(template: CompiledTemplate, view: object): readonly Message[] {
  const scope: Scope = { value: view, outer: undefined, names: {}, frames: [] };
  const found = new Map<string, Message>();
  walkProgram(template.program, { scope, source: template, template, root: view, found });
  return [...found.values()];
}

function walkProgram(program: Program | undefined, point: Point): void {
  for (const node of program?.body ?? []) {
    if (isMustache(node)) evaluateCall(node, point);
    else if (isBlock(node)) walkBlock(node, point);
    else if (isPartial(node)) walkPartial(node, point);
  }
}

/** A partial sees its context and its own values, nothing further out. */
function walkPartial(node: hbs.AST.PartialStatement, point: Point): void {
  const source = isPath(node.name) ? point.template.partials.get(node.name.original) : undefined;
  const [context] = node.params;
  const value = context === undefined ? point.scope.value : evaluate(context, point);
  const values = evaluateHash(node, point);
  const merged = Object.keys(values).length > 0 && isObject(value) ? { ...value, ...values } : value;
  const scope: Scope = { value: merged, outer: undefined, names: {}, frames: point.scope.frames };
  if (source !== undefined) walkProgram(source.program, { ...point, scope, source });
}

/** The same conditions as Handlebars' own blocks: 0, '', null, false and the empty list do not hold. */
function walkBlock(node: hbs.AST.BlockStatement, point: Point): void {
  const [first] = node.params;
  const value = first === undefined ? undefined : evaluate(first, point);
  const { includeZero } = evaluateHash(node, point);
  const name = node.path.original;
  if (name === 'each') {
    walkEach(node, value, point);
    return;
  }
  const holds = Array.isArray(value) ? value.length > 0 : Boolean(value) || (value === 0 && includeZero === true);
  if (holds === (name === 'unless')) walkProgram(node.inverse, point);
  else if (name !== 'with') walkProgram(node.program, point);
  else walkProgram(node.program, { ...point, scope: innerScope(point.scope, value, node.program, [value]) });
}

function walkEach(node: hbs.AST.BlockStatement, list: unknown, point: Point): void {
  const entries = isObject(list) ? Object.entries(list) : [];
  if (entries.length === 0) walkProgram(node.inverse, point);
  entries.forEach(([name, item], index) => {
    const key = Array.isArray(list) ? index : name;
    const frame = { key, index, first: index === 0, last: index === entries.length - 1 };
    const inner = innerScope(point.scope, item, node.program, [item, key]);
    walkProgram(node.program, { ...point, scope: { ...inner, frames: [frame, ...inner.frames] } });
  });
}

/** A block on the very value it stands in opens no scope of its own, as in Handlebars. */
function innerScope(scope: Scope, value: unknown, program: Program, values: readonly unknown[]): Scope {
  const given = Object.fromEntries((program.blockParams ?? []).map((name, index) => [name, values[index]]));
  const names = { ...scope.names, ...given };
  return value === scope.value ? { ...scope, names } : { value, outer: scope, names, frames: scope.frames };
}

function evaluate(node: Expression, point: Point): unknown {
  if (isPath(node)) return lookUp(node, point);
  return isSubExpression(node) ? evaluateCall(node, point) : literalValue(node);
}

function evaluateHash(node: { readonly hash?: hbs.AST.Hash }, point: Point): Readonly<Record<string, unknown>> {
  return Object.fromEntries(hashOf(node).map(({ key, value }) => [key, evaluate(value, point)]));
}

function evaluateCall(node: Call, point: Point): unknown {
  if (!isPath(node.path)) return undefined;
  if (isMustache(node) && node.params.length === 0 && hashOf(node).length === 0) return lookUp(node.path, point);
  const values = node.params.map((param) => evaluate(param, point));
  const options = evaluateHash(node, point);
  const name = node.path.original;
  const helper = helpers[name];
  // A value that could not be had has been reported already.
  if (helper === undefined || values.includes(undefined)) return undefined;
  const result = helper.apply(values, options);
  if (result === undefined) {
    const { usage, sample: expected } = helper;
    const facts = { place: placeOf(node, point.source.file), name, actual: shown(values[0]), expected, usage };
    report(point, message('template.helper-value', facts), name);
  }
  return result;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function shown(value: unknown): string {
  return (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 40);
}
