/** Renders Office files with LibreOffice, for tests of what a reader would see on paper. */
import { execFile, execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll } from 'vitest';
import { sfntOf } from '../../src/layout/woff.ts';

const run = promisify(execFile);
const require = createRequire(import.meta.url);

/** Whether LibreOffice and poppler are here. `NEIBAO_NO_SKIP` makes tests that need them fail instead of skip. */
export const officeMissing = !process.env.NEIBAO_NO_SKIP && !(runs('soffice', '--version') && runs('pdfinfo', '-v'));

/** The fonts that offices name, and the free ones of the same class that npm brings. */
const aliases: Readonly<Record<string, string>> = {
  方正小标宋简体: 'Noto Serif SC',
  仿宋_GB2312: 'LXGW WenKai Light',
  楷体_GB2312: 'LXGW WenKai',
  黑体: 'Noto Sans SC Medium',
  宋体: 'Noto Serif SC',
  'Times New Roman': 'Noto Serif SC',
};

let prepared: Promise<string> | undefined;

afterAll(async () => {
  if (prepared) await rm(await prepared, { recursive: true, force: true });
});

/** Converts a DOCX or XLSX to PDF. The blank pages before an even section are kept, as a printer makes them. */
export async function renderOffice(bytes: Uint8Array, format: 'docx' | 'xlsx'): Promise<Uint8Array> {
  prepared ??= prepare();
  const home = await prepared;
  const folder = await mkdtemp(join(home, 'render-'));
  const source = join(folder, `file.${format}`);
  await writeFile(source, bytes);
  const filter =
    format === 'docx'
      ? 'pdf:writer_pdf_Export:{"IsSkipEmptyPages":{"type":"boolean","value":"false"}}'
      : 'pdf:calc_pdf_Export';
  await run(
    'soffice',
    [`-env:UserInstallation=file://${home}/profile`, '--headless', '--convert-to', filter, '--outdir', folder, source],
    { env: { ...process.env, FONTCONFIG_FILE: join(home, 'fonts.conf') } },
  );
  const pdf = await readFile(join(folder, 'file.pdf'));
  await rm(folder, { recursive: true });
  return pdf;
}

/** The number of pages of a PDF, by poppler. */
export async function pageCount(pdf: Uint8Array): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'neibao-pages-'));
  await writeFile(join(folder, 'file.pdf'), pdf);
  const { stdout } = await run('pdfinfo', [join(folder, 'file.pdf')]);
  await rm(folder, { recursive: true });
  return Number(/^Pages:\s+(\d+)$/m.exec(stdout)?.[1]);
}

/** Makes a folder with fonts, their aliases and LibreOffice's own settings; one per test file. */
async function prepare(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'neibao-office-'));
  const fonts = join(home, 'fonts');
  await mkdir(fonts);
  const files = join(dirname(require.resolve('@fontsource/lxgw-wenkai/package.json')), 'files');
  for (const weight of [300, 500]) {
    const woff = await readFile(join(files, `lxgw-wenkai-latin-${weight}-normal.woff`));
    await writeFile(join(fonts, `wenkai-${weight}.ttf`), sfntOf(woff));
  }
  const folders = [fonts, ...['serif', 'sans'].map((kind) => packageFolder(`@expo-google-fonts/noto-${kind}-sc`))];
  const rules = Object.entries(aliases).map(
    ([name, free]) =>
      `<match target="pattern"><test qual="any" name="family"><string>${name}</string></test>` +
      `<edit name="family" mode="assign" binding="strong"><string>${free}</string></edit></match>`,
  );
  await writeFile(
    join(home, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders.map((one) => `<dir>${one}</dir>`).join('')}
<include ignore_missing="yes">/etc/fonts/fonts.conf</include><cachedir>${home}/cache</cachedir>${rules.join('\n')}</fontconfig>`,
  );
  return home;
}

function packageFolder(name: string): string {
  return dirname(require.resolve(`${name}/package.json`));
}

function runs(program: string, argument: string): boolean {
  try {
    execFileSync(program, [argument], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
