/** Characters that no font has: found before anything is written. */
import type { Block, DocumentTree, Paragraph } from '../document/types.ts';
import { type Message, message } from '../message.ts';
import { kept } from './kept.ts';
import { plainText } from './measured.ts';
import type { FontSet } from './types.ts';

const around = 8;
const control = /[\t\n\r]/;

/** One error per character that no font can show, with the text around its first place. */
export function missingGlyphs(tree: DocumentTree, fonts: FontSet): Message[] {
  const found = new Map<string, Message>();
  const shown = kept(shownBefore, fonts, () => new Set<number>());
  eachParagraph(tree.children, (paragraph) => {
    for (const inline of paragraph.children) {
      if (inline.type === 'text' && !isShown(inline.text, fonts, shown)) addMissing(paragraph, fonts, found);
    }
  });
  return [...found.values()];
}

/** Characters that some font of a set was found to have. */
const shownBefore = new WeakMap<FontSet, Set<number>>();

function isShown(text: string, fonts: FontSet, shown: Set<number>): boolean {
  for (let index = 0; index < text.length; ) {
    const codePoint = text.codePointAt(index) as number;
    index += codePoint > 0xffff ? 2 : 1;
    if (shown.has(codePoint)) continue;
    if (!hasFace(fonts, codePoint)) return false;
    shown.add(codePoint);
  }
  return true;
}

function hasFace({ faces }: FontSet, codePoint: number): boolean {
  return control.test(String.fromCodePoint(codePoint)) || faces.some((face) => face.has(codePoint));
}

function addMissing({ children }: Paragraph, fonts: FontSet, found: Map<string, Message>): void {
  const characters = [...plainText(children)];
  for (const [index, character] of characters.entries()) {
    const codePoint = character.codePointAt(0) as number;
    if (found.has(character) || hasFace(fonts, codePoint)) continue;
    const code = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
    const text = characters.slice(Math.max(0, index - around), index + around + 1).join('');
    found.set(character, message('font.glyph-missing', { character, code, text, actual: character }));
  }
}

/** Visits every paragraph of a tree, in reading order. */
function eachParagraph(blocks: readonly Block[], visit: (paragraph: Paragraph) => void): void {
  for (const block of blocks) {
    if (block.type === 'paragraph') visit(block);
    else if (block.type === 'section' || block.type === 'form-page') eachParagraph(block.children, visit);
    else if (block.type === 'table')
      for (const row of block.rows) for (const cell of row.cells) for (const one of cell.children) visit(one);
  }
}
