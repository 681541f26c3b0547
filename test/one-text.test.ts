import { beforeAll, describe, expect, test } from 'vitest';
import { textOf } from '../src/document/text.ts';
import type { DocumentTree } from '../src/document/types.ts';
import type { Message } from '../src/message.ts';
import type { PackageFile } from '../src/views/cover.ts';
import { type Format, writerOf } from '../src/writers/registry.ts';
import type { WriteContext } from '../src/writers/types.ts';
import { docxText } from './support/docx.ts';
import { htmlText } from './support/html.ts';
import { prepareBase } from './support/package.ts';
import { pdfText, readPdf } from './support/pdf.ts';

/** Whatever formats its kind of document is handed over in, each of them can be written, and says the same. */
const readers: Partial<Record<Format, (bytes: Uint8Array) => string | Promise<string>>> = {
  docx: docxText,
  pdf: async (bytes) => pdfText(await readPdf(bytes)),
  html: htmlText,
};

let trees: readonly { readonly path: string; readonly tree: DocumentTree }[];
let context: WriteContext;

beforeAll(async () => {
  const prepared = await prepareBase();
  const listed = prepared.composed.map(
    ({ document, path, view }): PackageFile => ({
      path: `${path}.pdf`,
      document: document.name,
      format: 'pdf',
      pages: 1,
      names: view.names,
    }),
  );
  const finding: Message = { code: 'eligibility.deeds-empty', level: 'warning', text: '主要事迹没有填写。' };
  const cover = await prepared.setCover(listed, [finding]);
  if (!cover.ok) throw new Error('the cover cannot be set');
  trees = [...prepared.composed, ...cover.value];
  context = { fonts: prepared.fonts, date: new Date('2024-12-17T00:00:00Z'), author: '示例协会' };
});

/** Without white space and page numbers. */
function bare(text: string): string {
  return text.replace(/\s/g, '').replace(/—\d+—|第\d+页共\d+页/g, '');
}

describe.each(Object.entries(readers))('every %s', (format, read) => {
  test('says what its document says, word for word', async () => {
    expect(trees.length).toBeGreaterThan(20);
    for (const { path, tree } of trees) {
      const bytes = await writerOf(format as Format)(tree, context);
      expect(bare(await read(bytes)), path).toBe(bare(textOf(tree)));
    }
  });
});
