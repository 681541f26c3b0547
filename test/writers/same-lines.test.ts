import { beforeAll, describe, expect, test } from 'vitest';
import type { Block, DocumentTree } from '../../src/document/types.ts';
import { plainText } from '../../src/layout/measured.ts';
import { type Prepared, prepare } from '../../src/prepare.ts';
import { writeDocx } from '../../src/writers/docx.ts';
import { writePdf } from '../../src/writers/pdf.ts';
import { officeMissing, renderOffice } from '../support/office.ts';
import { sampleCase } from '../support/package.ts';
import { readPdf } from '../support/pdf.ts';

let prepared: Prepared;
beforeAll(async () => {
  const read = await prepare(sampleCase, { systemFonts: false });
  if (!read.ok) throw new Error(JSON.stringify(read.messages, null, 1));
  prepared = read.value;
}, 120_000);

/** Texts of the paragraphs that stand in no table, without white space. */
function proseOf(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.type === 'paragraph') return [withoutSpace(plainText(block.children))];
    return block.type === 'section' ? proseOf(block.children) : [];
  });
}

/** The reader of PDFs puts a bar where characters stand apart. */
const withoutSpace = (text: string) => text.replace(/[\s|]/g, '');

/** Lines of prose, page by page. Shorter stretches could stand in a table as well. */
async function proseLines(pdf: Uint8Array, tree: DocumentTree): Promise<readonly (readonly string[])[]> {
  const prose = proseOf(tree.children);
  const { pages } = await readPdf(pdf);
  return pages.map(({ lines }) =>
    lines.map(withoutSpace).filter((line) => line.length >= 4 && prose.some((text) => text.includes(line))),
  );
}

describe.skipIf(officeMissing)('the PDF and the DOCX of one 公文, with the same fonts', () => {
  test.each(['notice', 'decision', 'authority-letters', 'police-letters'])(
    'break lines at the same characters and pages at the same lines: %s',
    async (name) => {
      const composed = prepared.composed.find(({ document }) => document.name === name);
      if (composed === undefined) throw new Error(`no ${name}`);
      const { tree } = composed;
      const context = { fonts: prepared.fonts, date: new Date('2024-12-17T08:00:00Z'), author: '协会' };
      const ours = await proseLines(await writePdf(tree, context), tree);
      const theirs = await proseLines(new Uint8Array(await renderOffice(await writeDocx(tree, context), 'docx')), tree);

      expect(theirs).toHaveLength(ours.length);
      const different = ours.flatMap((lines, page) => lines.filter((line) => !theirs[page]?.includes(line)));
      expect(different.length, different.join('\n')).toBeLessThanOrEqual(ours.flat().length * 0.02);
      // Each page begins and ends with the same line.
      expect(theirs.map((lines) => lines.at(0))).toEqual(ours.map((lines) => lines.at(0)));
      expect(theirs.map((lines) => lines.at(-1))).toEqual(ours.map((lines) => lines.at(-1)));
    },
    60_000,
  );
});
