/** Characters that no font has: found before anything is written. */
import type { Block, DocumentTree, Paragraph } from '../document/types.ts';
import { type Message, message } from '../message.ts';
import { plainText } from './glyphs.ts';
import type { FontSet } from './types.ts';

const around = 8;
const control = /[\t\n\r]/;

/** One error per character that no font can show, with the text around its first place. */
export function missingGlyphs(tree: DocumentTree, fonts: FontSet): Message[] {
  const found = new Map<string, Message>();
  for (const paragraph of paragraphsOf(tree.children)) {
    const characters = [...plainText(paragraph.children)];
    for (const [index, character] of characters.entries()) {
      const codePoint = character.codePointAt(0) as number;
      if (control.test(character) || found.has(character)) continue;
      if (fonts.faces.some((face) => face.has(codePoint))) continue;
      const code = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
      const text = characters.slice(Math.max(0, index - around), index + around + 1).join('');
      found.set(character, message('font.glyph-missing', { character, code, text, actual: character }));
    }
  }
  return [...found.values()];
}

/** Every paragraph of a tree, in reading order. */
function paragraphsOf(blocks: readonly Block[]): readonly Paragraph[] {
  return blocks.flatMap((block): readonly Paragraph[] => {
    switch (block.type) {
      case 'paragraph':
        return [block];
      case 'table':
        return block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.children));
      case 'section':
      case 'form-page':
        return paragraphsOf(block.children);
      default:
        return [];
    }
  });
}
