import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { FormPage } from '../../src/document/types.ts';
import { loadFonts } from '../../src/layout/fonts.ts';
import { pageOf } from '../../src/layout/page.ts';
import { pressPdf } from '../../src/press/pdf.ts';
import { sheetOf } from '../../src/press/sheet.ts';
import { paragraph } from '../layout/build.ts';
import { drawnByPdfmake } from '../support/drawn.ts';
import { collection, postScriptFont } from '../support/font-files.ts';
import { temporaryFolder } from '../support/package.ts';
import { readPdf } from '../support/pdf.ts';
import { differences, inked, type Picture, picturesOf } from '../support/pixels.ts';
import { toolMissing } from '../support/tools.ts';

const run = promisify(execFile);

const texts = ['Audit 2024-12', 'The quick brown fox, 100%; jumps!'].map((text) => [
  text,
  'Wavy gjpqy (1) \\ "2"',
  '示例：fi ffl',
]);
const pages = texts.map(
  (lines): FormPage => ({ type: 'form-page', frame: '', children: lines.map((line) => paragraph('plain', line)) }),
);

const kinds = [
  ['of PostScript outlines', 'font.otf', postScriptFont, 'CID Type 0C'],
  ['of a collection', 'fonts.ttc', collection, 'CID TrueType'],
] as const;

describe.each(kinds)('a font %s', (_, name, made, kind) => {
  test.skipIf(toolMissing('pdffonts'))('is embedded in part, read and drawn as by pdfmake', async () => {
    const folder = await temporaryFolder('font-kinds');
    await writeFile(join(folder, name), await made());
    const loaded = await loadFonts({ system: false, slots: { 仿宋: join(folder, name) } });
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.messages));
    const fonts = loaded.value;
    const context = { fonts, date: new Date(0), author: '' };
    const pdf = Buffer.concat([...pressPdf({ title: '', lang: 'zh-CN', page: 'form', pages }, context)]);

    await writeFile(join(folder, 'file.pdf'), pdf);
    expect((await run('qpdf', ['--check', join(folder, 'file.pdf')])).stdout).toContain('No syntax or stream encoding');
    const { stdout, stderr } = await run('pdffonts', [join(folder, 'file.pdf')]);
    expect(stdout).toMatch(new RegExp(`^[A-Z]{6}\\+LiberationSans\\S* +${kind} +Identity-H +yes yes yes`, 'm'));
    expect(stderr).toBe('');
    const read = (await readPdf(pdf)).pages.map(({ items }) => items.map(({ text }) => text).join(''));
    expect(read).toEqual(texts.map((text) => text.join('')));

    const page = pageOf('form');
    const ours = await picturesOf(pdf);
    const theirs = await picturesOf(
      await drawnByPdfmake(
        pages.map((one) => sheetOf(fonts, one, page)),
        page,
        fonts,
      ),
    );
    expect(ours.map((picture, index) => differences(picture, theirs[index] as Picture))).toEqual([0, 0]);
    expect(Math.min(...ours.map(inked))).toBeGreaterThan(300);
  });
});
