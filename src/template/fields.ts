/**
 * A walk through a template with the dictionary of its view, along every branch, before there is any data: names what
 * the view does not have, what cannot be shown or compared, and values that a function cannot take, all at once.
 */
import { type Message, message } from '../message.ts';
import { nearest } from '../nearest.ts';
import { placeOf } from './check.ts';
import type { Compiled, CompiledTemplate } from './compile.ts';
import { helpers } from './helpers.ts';
import { keyOf, lookUp, newScope, type Point, report, type Scope, writtenAs } from './scope.ts';
import { anything, type Shape } from './shape.ts';
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
import { namesUsed } from './used.ts';
import { fitsHelper, kindOf, resultOf } from './values.ts';

/** Findings, each once however many ways lead to it, in the order of the walk. @param view what the template may say */
export function checkFields(template: CompiledTemplate, view: Shape): readonly Message[] {
  const root = newScope(view);
  const found = new Map<string, Message>();
  walkProgram(template.program, { scope: root, root, source: template, template, given: new Set(), found });
  return [...found.values()];
}

function walkProgram(program: Program | undefined, point: Point): void {
  for (const node of program?.body ?? []) {
    if (isMustache(node)) walkOutput(node, point);
    else if (isBlock(node)) walkBlock(node, point);
    else if (isPartial(node)) walkPartial(node, point);
  }
}

/** What is put into the text must be one value, and money and the like in the form that people read. */
function walkOutput(node: hbs.AST.MustacheStatement, point: Point): void {
  const shape = evaluateCall(node, point);
  const { type, field } = shape;
  if (!isPath(node.path)) return;
  const place = placeOf(node.path, point.source.file);
  const name = writtenAs(node.path);
  if (type === 'list' || type === 'group' || type === 'boolean') {
    report(point, message('template.not-text', { place, field: name, kind: kindOf(shape), actual: name }));
  } else if (field?.unit === '分' && isField(node)) {
    report(point, message('template.shows-fen', { place, field: name, actual: name }));
  }
}

/** A partial sees its context and its own values, nothing further out. */
function walkPartial(node: hbs.AST.PartialStatement, point: Point): void {
  const source = isPath(node.name) ? point.template.partials.get(node.name.original) : undefined;
  const [context] = node.params;
  // The parser gives a partial without a context an empty path.
  const own = context !== undefined && !(isPath(context) && context.original === undefined);
  const shape = own ? evaluate(context, point) : point.scope.shape;
  const values = evaluateHash(node, point);
  const { frames } = point.scope;
  if (source !== undefined) checkUsed(node, source, point);
  const merged: Shape =
    Object.keys(values).length > 0 && shape.type === 'group'
      ? { ...shape, fields: () => ({ ...shape.fields?.(), ...values }) }
      : shape;
  const same = !own && merged === shape;
  const scope: Scope = same
    ? { ...point.scope, outer: undefined, names: {} }
    : newScope(merged.empty ? { ...merged, empty: false } : merged, { frames });
  if (source !== undefined) walkProgram(source.program, { ...point, scope, source });
}

/** What a partial is given and does not use is most likely misspelt: it would go on with the field of that name. */
function checkUsed(node: hbs.AST.PartialStatement, partial: Compiled, point: Point): void {
  const pairs = hashOf(node);
  if (pairs.length === 0) return;
  const used = namesUsed(partial, point.template);
  for (const pair of pairs.filter(({ key }) => !used.has(key))) {
    const place = placeOf(pair, point.source.file);
    const facts = { partial: isPath(node.name) ? node.name.original : '', name: pair.key, actual: pair.key };
    report(point, message('template.value-unused', { place, ...facts, nearest: nearest(pair.key, used) || '—' }));
  }
}

/** Both branches, whatever the data will say; the first of them with what the condition makes sure of. */
function walkBlock(node: hbs.AST.BlockStatement, point: Point): void {
  const [first] = node.params;
  const shape = first === undefined ? anything : evaluate(first, point);
  evaluateHash(node, point);
  const key = first !== undefined && isPath(first) ? keyOf(first, point) : undefined;
  const sure: Point = key === undefined ? point : { ...point, given: new Set([...point.given, key]) };
  const name = node.path.original;
  if (name === 'each') {
    walkEach(node, shape, sure);
    walkProgram(node.inverse, point);
  } else if (name === 'with') {
    const here = first !== undefined && isPath(first) && ['this', '.'].includes(first.original);
    const inner = here ? point.scope : newScope({ ...shape, empty: false }, around(point.scope));
    walkProgram(node.program, { ...sure, scope: named(inner, node.program, [inner]) });
    walkProgram(node.inverse, point);
  } else {
    walkProgram(node.program, name === 'unless' ? point : sure);
    walkProgram(node.inverse, name === 'unless' ? sure : point);
  }
}

function walkEach(node: hbs.AST.BlockStatement, shape: Shape, point: Point): void {
  const [first] = node.params;
  if (shape.type !== 'list' && shape.type !== 'any' && first !== undefined) {
    const actual = isPath(first) ? writtenAs(first) : '(…)';
    const place = placeOf(first, point.source.file);
    report(point, message('template.each-list', { place, field: actual, kind: kindOf(shape), actual }));
  }
  const item = shape.item?.() ?? anything;
  const number: Shape = { type: 'number', empty: false };
  const flag: Shape = { type: 'boolean', empty: false };
  const frame = { key: number, index: number, first: flag, last: flag };
  const inner = newScope(item, around(point.scope));
  const scope = named(inner, node.program, [inner, newScope(number)]);
  walkProgram(node.program, { ...point, scope: { ...scope, frames: [frame, ...scope.frames] } });
}

function around(outer: Scope): Pick<Scope, 'outer' | 'names' | 'frames'> {
  return { outer, names: outer.names, frames: outer.frames };
}

/** A block that is all inverse, as in `{{^each rows}}`, has no program. */
function named(scope: Scope, program: Program | undefined, values: readonly Scope[]): Scope {
  const given = (program?.blockParams ?? []).flatMap((name, index) => {
    const value = values[index];
    return value ? [[name, value] as const] : [];
  });
  return { ...scope, names: { ...scope.names, ...Object.fromEntries(given) } };
}

function evaluate(node: Expression, point: Point): Shape {
  if (isPath(node)) return lookUp(node, point);
  if (isSubExpression(node)) return evaluateCall(node, point);
  const literal = literalValue(node);
  const type = typeof literal === 'string' ? 'text' : typeof literal;
  return type === 'text' || type === 'number' || type === 'boolean' ? { type, empty: false, literal } : anything;
}

function evaluateHash(node: { readonly hash?: hbs.AST.Hash }, point: Point): Readonly<Record<string, Shape>> {
  return Object.fromEntries(hashOf(node).map(({ key, value }) => [key, evaluate(value, point)]));
}

/** Whether it is a field that stands by itself, not a function with its values. */
function isField(node: Call): boolean {
  return isMustache(node) && node.params.length === 0 && hashOf(node).length === 0;
}

function evaluateCall(node: Call, point: Point): Shape {
  if (!isPath(node.path)) return anything;
  if (isField(node)) return lookUp(node.path, point);
  const values = node.params.map((param) => evaluate(param, point));
  evaluateHash(node, point);
  const name = node.path.original;
  const helper = helpers[name];
  if (helper === undefined) return anything;
  const place = placeOf(node, point.source.file);
  if (name === 'eq') checkEqual(node, values, point);
  else if (values[0] !== undefined && !fitsHelper(name, values[0])) {
    const { usage, sample: expected } = helper;
    const [first] = node.params;
    const written = first && isPath(first) ? `${writtenAs(first)}：` : '';
    const actual = `${written}${kindOf(values[0])}`;
    report(point, message('template.helper-value', { place, name, actual, expected, usage }));
  }
  return resultOf(name, values[0]);
}

/** Two values of which one can never be the other decide nothing: most likely a misspelling. */
function checkEqual(node: Call, [one, other]: readonly Shape[], point: Point): void {
  if (one === undefined || other === undefined) return;
  const [field, literal] = one.literal === undefined ? [one, other] : [other, one];
  const values = field.field?.values;
  const place = placeOf(node, point.source.file);
  if (literal.literal !== undefined && values !== undefined && !values.includes(String(literal.literal))) {
    const actual = String(literal.literal);
    const expected = nearest(actual, values);
    report(point, message('template.never-equal', { place, actual, expected, known: values.join(' ') }));
  } else if (one.type !== 'any' && other.type !== 'any' && one.type !== other.type) {
    const actual = `${kindOf(one)}、${kindOf(other)}`;
    report(point, message('template.never-equal', { place, actual, known: kindOf(field) }));
  }
}
