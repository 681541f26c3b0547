/** The parts of Handlebars' syntax tree that templates are made of, told apart by their types. */
import type {} from 'handlebars';

export type Program = hbs.AST.Program;
export type Statement = hbs.AST.Statement;
export type Expression = hbs.AST.Expression;
export type Path = hbs.AST.PathExpression;
/** What calls a helper or names a field: a mustache, a block's head, a subexpression. */
export type Call = hbs.AST.MustacheStatement | hbs.AST.BlockStatement | hbs.AST.SubExpression;

export function isContent(node: hbs.AST.Node): node is hbs.AST.ContentStatement {
  return node.type === 'ContentStatement';
}

export function isMustache(node: hbs.AST.Node): node is hbs.AST.MustacheStatement {
  return node.type === 'MustacheStatement';
}

export function isBlock(node: hbs.AST.Node): node is hbs.AST.BlockStatement {
  return node.type === 'BlockStatement';
}

export function isPartial(node: hbs.AST.Node): node is hbs.AST.PartialStatement {
  return node.type === 'PartialStatement';
}

export function isComment(node: hbs.AST.Node): node is hbs.AST.CommentStatement {
  return node.type === 'CommentStatement';
}

export function isSubExpression(node: hbs.AST.Node): node is hbs.AST.SubExpression {
  return node.type === 'SubExpression';
}

export function isPath(node: hbs.AST.Node): node is Path {
  return node.type === 'PathExpression';
}

/** The parser leaves out a hash that is empty. */
export function hashOf(node: { readonly hash?: hbs.AST.Hash }): readonly hbs.AST.HashPair[] {
  return node.hash?.pairs ?? [];
}

/** The value of a literal; undefined for `undefined`. */
export function literalValue(node: Expression): unknown {
  return node.type === 'NullLiteral' ? null : 'value' in node ? node.value : undefined;
}

/** The programs of a block, in the order of the source. */
export function programsOf(block: hbs.AST.BlockStatement): readonly Program[] {
  return [block.program, block.inverse].filter(
    (program): program is Program => program !== undefined && program !== null,
  );
}
