/** Headings and paragraphs of the markup → paragraphs of the tree. */
import type { ElementNode } from './element.ts';
import { oneOf } from './reading.ts';
import { type ParagraphRole, paragraphRoles, spanRoles } from './schema.ts';
import { type Piece, settleSpace } from './space.ts';
import type { Inline, Paragraph } from './types.ts';

export function paragraphOf(element: ElementNode, otherwise: ParagraphRole): Paragraph {
  const level = /^h([1-5])$/.exec(element.name)?.[1];
  const role = level === undefined ? oneOf(paragraphRoles, element.attributes.role, otherwise) : 'plain';
  const { seal = '' } = element.attributes;
  return {
    type: 'paragraph',
    level: role === 'chapter' ? 2 : ((level === undefined ? 0 : Number(level)) as Paragraph['level']),
    role,
    ...(seal !== '' && { seal }),
    children: inlinesOf(element, role),
  };
}

/** Paragraphs of several parts, which tabs divide. */
const tabbedRoles: readonly ParagraphRole[] = ['number-signer', 'head-number', 'printed', 'sign-off'];

export function inlinesOf(element: ElementNode, role: ParagraphRole): readonly Inline[] {
  return settleSpace(addPieces(element, 'text', undefined, []), tabbedRoles.includes(role));
}

function addPieces(
  element: ElementNode,
  role: Piece['role'],
  href: string | undefined,
  pieces: (Piece | 'break')[],
): readonly (Piece | 'break')[] {
  for (const child of element.children) {
    if ('text' in child) pieces.push({ text: child.text, role, written: child.written, href });
    else if (child.name === 'br') pieces.push('break');
    else addPieces(child, oneOf(spanRoles, child.attributes.role, role), child.attributes.href, pieces);
  }
  return pieces;
}
