import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { prepare } from '../src/prepare.ts';
import { writerOf } from '../src/writers/registry.ts';
import { readDocx } from './support/docx.ts';
import { baseCase } from './support/package.ts';
import { readPdf } from './support/pdf.ts';

const own = fileURLToPath(new URL('wording', import.meta.url));

/** What the office wrote, a line for each paragraph: the line ends of the file are no part of the wording. */
async function wording(): Promise<readonly string[]> {
  const source = await readFile(`${own}/commendation/notice.hbs`, 'utf8');
  const paragraphs = [...source.matchAll(/<(p|h\d)[^>]*>(.*?)<\/\1>/gs)].map(([, , text = '']) => text);
  return paragraphs.map((text) => text.replace(/\n\s*/g, ''));
}

test("an office's own notice appears in DOCX and PDF character for character", async () => {
  const prepared = await prepare(baseCase, { templates: own, systemFonts: false });
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.messages, null, 1));
  const notice = prepared.value.composed.find(({ document }) => document.name === 'notice');
  if (notice === undefined) throw new Error('there is no notice');
  const context = { fonts: prepared.value.fonts, date: new Date('2024-03-08T00:00:00Z'), author: '示例协会' };
  const written = await wording();
  expect(written.length).toBe(18);

  const { paragraphs } = readDocx(await writerOf('docx')(notice.tree, context));
  // Word gets the line ends of a title from us.
  expect(paragraphs.map(({ text }) => text.replaceAll('\n', '')).filter((text) => text !== '')).toEqual(written);

  const { pages } = await readPdf(await writerOf('pdf')(notice.tree, context));
  const bare = (text: string) => text.replace(/\s/g, '');
  const shown = pages.map(({ items }) => bare(items.map(({ text }) => text).join('')).replace(/—\d+—$/, '')).join('');
  expect(shown).toBe(written.map(bare).join(''));
});
