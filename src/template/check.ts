/** What can be said of a template without its data: the writing it may use, and the functions it calls. */

import { type Message, message, type Place } from '../message.ts';
import { nearest } from '../nearest.ts';
import { blockHelpers, helpers } from './helpers.ts';
import {
  type Call,
  type Expression,
  hashOf,
  isBlock,
  isComment,
  isContent,
  isMustache,
  isPartial,
  isPath,
  isSubExpression,
  type Path,
  type Program,
  programsOf,
  type Statement,
} from './syntax.ts';

/** Findings about the syntax tree of one template. Field names that are also names of functions are set apart: changes the program. */
export function checkProgram(program: Program, file: string): readonly Message[] {
  return program.body.flatMap((node) => checkStatement(node, file));
}

/** The partials that a program uses, each once, with the place of its first use. */
export function partialsOf(program: Program, file: string): ReadonlyMap<string, Place> {
  const found = new Map<string, Place>();
  const walk = (part: Program) => {
    for (const node of part.body) {
      if (isBlock(node)) programsOf(node).forEach(walk);
      if (isPartial(node) && isPath(node.name) && !found.has(node.name.original)) {
        found.set(node.name.original, placeOf(node.name, file));
      }
    }
  };
  walk(program);
  return found;
}

function checkStatement(node: Statement, file: string): readonly Message[] {
  if (isContent(node) || isComment(node)) return [];
  const place = placeOf(node, file);
  if (isMustache(node)) {
    const written = isPath(node.path) ? node.path.original : '…';
    if (!node.escaped) return [message('template.raw-output', { place, actual: `{{{${written}}}}` })];
    if (!isPath(node.path)) return [message('template.construct', { place, actual: '{{"…"}}' })];
    if (node.params.length === 0 && hashOf(node).length === 0) {
      setApart(node.path);
      return [];
    }
    return checkCall(node, node.path, file, Object.keys(helpers));
  }
  if (isBlock(node)) {
    if (!isPath(node.path)) return [message('template.construct', { place, actual: '{{#…}}' })];
    return [
      ...checkCall(node, node.path, file, blockHelpers),
      ...programsOf(node).flatMap((part) => checkProgram(part, file)),
    ];
  }
  if (isPartial(node) && isPath(node.name)) {
    return [...node.params, ...hashOf(node).map((one) => one.value)].flatMap((one) => checkExpression(one, file));
  }
  return [message('template.construct', { place, actual: node.type })];
}

/** `{{number}}` without values is the field of that name, though there is a function of that name too. */
function setApart(path: Path): void {
  const isName = path.parts.length === 1 && path.depth === 0 && !path.data;
  if (isName && Object.hasOwn(helpers, path.original)) path.original = `this.${path.original}`;
}

function checkCall(call: Call, path: Path, file: string, known: readonly string[]): readonly Message[] {
  const place = placeOf(call, file);
  const name = path.original;
  if (!known.includes(name)) {
    return [
      message('template.helper-unknown', {
        place: placeOf(path, file),
        name,
        actual: name,
        nearest: nearest(name, known),
        known: known.join(' '),
      }),
    ];
  }
  const [least, most] = helpers[name]?.arity ?? [1, 1];
  const found = call.params.length;
  const values = [...call.params, ...hashOf(call).map((one) => one.value)].flatMap((one) => checkExpression(one, file));
  const options = knownOptions[name] ?? [];
  const wrong = hashOf(call).filter((one) => !options.includes(one.key));
  if (wrong.length > 0) {
    const usage = helpers[name]?.usage ?? `{{#${name} …}}`;
    return [...wrong.map((one) => unknownOption(one, name, usage, file)), ...values];
  }
  if (found >= least && found <= most) return values;
  const wanted = least === most ? String(least) : `${least}–${most}`;
  const usage = helpers[name]?.usage ?? `{{#${name} …}}`;
  return [
    message('template.helper-arguments', { place, name, found, wanted, usage, actual: String(found) }),
    ...values,
  ];
}

/** Options that functions and blocks take, by name. */
const knownOptions: Readonly<Record<string, readonly string[]>> = {
  yuan: ['decimals'],
  if: ['includeZero'],
  unless: ['includeZero'],
};

function unknownOption(pair: hbs.AST.HashPair, name: string, usage: string, file: string): Message {
  const facts = { place: placeOf(pair, file), name, option: pair.key, actual: pair.key, usage };
  return message('template.option-unknown', facts);
}

function checkExpression(node: Expression, file: string): readonly Message[] {
  if (!isSubExpression(node)) return [];
  return checkCall(node, node.path, file, Object.keys(helpers));
}

export function placeOf(node: hbs.AST.Node, file: string): Place {
  return { file, line: node.loc.start.line, character: node.loc.start.column + 1 };
}
