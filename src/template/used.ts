/** The names by which a partial, and the partials that it uses, ask for values. */
import type { Compiled, CompiledTemplate } from './compile.ts';
import {
  type Expression,
  hashOf,
  isBlock,
  isMustache,
  isPartial,
  isPath,
  isSubExpression,
  type Program,
  programsOf,
} from './syntax.ts';

const known = new WeakMap<Compiled, ReadonlySet<string>>();

/** Names at any depth: a value may be used within a block. */
export function namesUsed(partial: Compiled, template: CompiledTemplate): ReadonlySet<string> {
  const before = known.get(partial);
  if (before !== undefined) return before;
  const names = new Set<string>();
  const addExpression = (node: Expression): void => {
    if (isPath(node)) names.add(node.parts[0] ?? '');
    if (isSubExpression(node)) addCall(node);
  };
  const addCall = (node: { readonly params: readonly Expression[]; readonly hash?: hbs.AST.Hash }): void => {
    for (const param of [...node.params, ...hashOf(node).map(({ value }) => value)]) addExpression(param);
  };
  const addProgram = (program: Program): void => {
    for (const node of program.body) {
      if (isMustache(node)) addExpression(node.path as Expression);
      if (isMustache(node) || isBlock(node) || isPartial(node)) addCall(node);
      if (isBlock(node)) programsOf(node).forEach(addProgram);
      const inner = isPartial(node) && isPath(node.name) ? template.partials.get(node.name.original) : undefined;
      if (inner !== undefined) for (const name of namesUsed(inner, template)) names.add(name);
    }
  };
  addProgram(partial.program);
  known.set(partial, names);
  return names;
}
