/** How deep a template goes: asked before anything walks through it, for walks are as deep as it is. */
import { type Message, message, type Place } from '../message.ts';
import { runawayReasons } from '../messages/template.ts';
import { limits } from './budget.ts';
import { hashOf, isBlock, isMustache, isPartial, isPath, isSubExpression, type Program, programsOf } from './syntax.ts';

const comment = String.raw`\{\{~?!--[\s\S]*?--~?\}\}|\{\{~?![\s\S]*?\}\}`;
/** What opens and closes in a template's text: comments and texts in quotes first, as they may hold the rest. */
const marks = new RegExp(
  `${comment}|\\\\?\\{\\{~?\\s*(?:#|/|\\^|else\\b)?|\\}\\}|"(?:\\\\"|[^"])*"|'(?:\\\\'|[^'])*'|[()]`,
  'g',
);

/**
 * The same asked of the text, before the parser reads it, which takes far too long over what is very deep. It counts
 * roughly; `checkNesting` counts exactly.
 */
export function checkNestingOfText(text: string, file: string): readonly Message[] {
  /** Branches of each open block. */
  const blocks: number[] = [];
  let branches = 0;
  let calls = 0;
  let inside = false;
  marks.lastIndex = 0;
  for (let found = marks.exec(text); found !== null; found = marks.exec(text)) {
    const [mark] = found;
    if (mark.startsWith('{{') && !/^\{\{~?!/.test(mark)) {
      inside = true;
      calls = 0;
      if (mark.endsWith('#') || mark.endsWith('else') || mark.endsWith('^')) {
        if (mark.endsWith('#') || blocks.length === 0) blocks.push(0);
        blocks.push((blocks.pop() ?? 0) + 1);
        branches += 1;
      } else if (mark.endsWith('/')) branches -= blocks.pop() ?? 0;
    } else if (mark === '}}') inside = false;
    else if (/^["']/.test(mark) && !inside) marks.lastIndex = found.index + 1;
    else if (inside && mark === '(') calls += 1;
    else if (inside && mark === ')') calls -= 1;
    if (branches + calls > 2 * limits.nesting) {
      const line = text.slice(0, found.index).split('\n').length;
      return [tooDeep({ file, line }, limits.nesting, branches + calls)];
    }
  }
  return [];
}

/** A finding where blocks, branches or functions stand too deep inside one another. */
export function checkNesting(program: Program, file: string): readonly Message[] {
  for (const { node, depth } of nodesOf(program)) {
    if (depth > limits.nesting) return [tooDeep({ file, line: node.loc.start.line }, limits.nesting, depth)];
  }
  return [];
}

/** Names of the partials that a program uses, as often as it does. */
export function usesIn(program: Program): readonly string[] {
  return [...nodesOf(program)].flatMap(({ node }) =>
    isPartial(node) && isPath(node.name) ? [node.name.original] : [],
  );
}

/** Everything inside a program, without a call for each level. */
function* nodesOf(program: Program): Generator<{ readonly node: hbs.AST.Node; readonly depth: number }> {
  const open: { readonly node: hbs.AST.Node; readonly depth: number }[] = [{ node: program, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    yield next;
    for (const node of insideOf(next.node)) {
      open.push({ node, depth: next.depth + (isProgram(node) || isSubExpression(node) ? 1 : 0) });
    }
  }
}

function insideOf(node: hbs.AST.Node): readonly hbs.AST.Node[] {
  if (isProgram(node)) return node.body;
  const programs = isBlock(node) ? programsOf(node) : [];
  if (!isBlock(node) && !isMustache(node) && !isPartial(node) && !isSubExpression(node)) return programs;
  return [...programs, ...node.params, ...hashOf(node).map((one) => one.value)];
}

function isProgram(node: hbs.AST.Node): node is Program {
  return node.type === 'Program';
}

/**
 * A finding where partials use partials so often, or so deep, that what comes out grows without bounds.
 * @param uses the partials that each partial uses, one entry for each time; '' for the document itself
 */
export function checkUses(uses: ReadonlyMap<string, readonly string[]>, place: Place): readonly Message[] {
  const known = new Map<string, { readonly count: number; readonly depth: number }>();
  const measure = (name: string): { readonly count: number; readonly depth: number } => {
    const before = known.get(name);
    if (before !== undefined) return before;
    let [count, depth] = [0, 0];
    for (const one of uses.get(name) ?? []) {
      const inner = measure(one);
      count += 1 + inner.count;
      depth = Math.max(depth, 1 + inner.depth);
    }
    known.set(name, { count, depth });
    return { count, depth };
  };
  const { count, depth } = measure('');
  if (depth > limits.partials) return [tooDeep(place, limits.partials, depth)];
  if (count <= limits.uses) return [];
  const facts = { spent: runawayReasons.uses, actual: `${count}`, expected: `≤ ${limits.uses}` };
  return [message('template.runaway', { place, ...facts })];
}

export function tooDeep(place: Place, most: number, found: number): Message {
  return message('template.too-deep', { place, most, actual: `${found}`, expected: `≤ ${most}` });
}
