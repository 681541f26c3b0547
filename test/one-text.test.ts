import { beforeAll, expect, test } from 'vitest';
import { textOf } from '../src/document/text.ts';
import type { Block, DocumentTree, Table } from '../src/document/types.ts';
import type { Message } from '../src/message.ts';
import type { PackageFile } from '../src/views/cover.ts';
import { type Format, writerOf } from '../src/writers/registry.ts';
import type { WriteContext } from '../src/writers/types.ts';
import { docxText } from './support/docx.ts';
import { htmlText } from './support/html.ts';
import { prepareBase } from './support/package.ts';
import { readPdf } from './support/pdf.ts';

type Reader = (bytes: Uint8Array, tree: DocumentTree) => string | Promise<string>;

const readers: readonly [Format, Reader][] = [
  ['docx', docxText],
  ['pdf', pdfTextOnce],
  ['html', htmlText],
];

/** The text of a PDF without the heads of tables that a further page repeats. */
async function pdfTextOnce(bytes: Uint8Array, tree: DocumentTree): Promise<string> {
  const { pages } = await readPdf(bytes);
  const heads = tablesIn(tree.children).map(({ headRows, rows, ...table }) =>
    bare(textOf({ ...tree, children: [{ ...table, headRows, rows: rows.slice(0, headRows) }] })),
  );
  let left = bare(textOf(tree));
  return pages
    .map(({ items }) => {
      const page = bare(items.map(({ text }) => text).join(''));
      const head = heads.find((one) => one !== '' && page.startsWith(one) && !left.startsWith(one)) ?? '';
      const own = page.slice(head.length);
      left = left.slice(own.length);
      return own;
    })
    .join('');
}

function tablesIn(blocks: readonly Block[]): readonly Table[] {
  return blocks.flatMap((block) =>
    block.type === 'table' ? block : 'children' in block && block.type !== 'paragraph' ? tablesIn(block.children) : [],
  );
}

let documents: readonly { readonly path: string; readonly tree: DocumentTree }[];
let context: WriteContext;

beforeAll(async () => {
  const prepared = await prepareBase();
  const files = prepared.composed.map(
    ({ document, path, view }): PackageFile => ({
      path: `${path}.pdf`,
      document: document.name,
      format: 'pdf',
      pages: 1,
      names: view.names,
    }),
  );
  const finding: Message = { code: 'eligibility.deeds-empty', level: 'warning', text: '主要事迹没有填写。' };
  const cover = await prepared.setCover(files, [finding]);
  if (!cover.ok) throw new Error('the cover cannot be set');
  documents = [...prepared.composed, ...cover.value];
  context = { fonts: prepared.fonts, date: new Date('2024-12-17T00:00:00Z'), author: '示例协会' };
});

/** Without white space and page numbers. */
function bare(text: string): string {
  return text.replace(/\s/g, '').replace(/—\d+—|第\d+页共\d+页/g, '');
}

// Also in formats in which a document is not handed over: an office may choose others.
test.each(readers)('each document, written as %s, says the same, word for word', async (format, read) => {
  expect(documents.length).toBeGreaterThan(20);
  for (const { path, tree } of documents) {
    const bytes = await writerOf(format)(tree, context);
    expect(bare(await read(bytes, tree)), path).toBe(bare(textOf(tree)));
  }
});
