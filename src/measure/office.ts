/** DOCX → PDF by LibreOffice, as it would print: the program is looked for, the free fonts stand in for missing ones. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { FontSlot } from '../case/types.ts';
import { defaultFont, fontSlots } from '../layout/font-files.ts';
import { unpacked } from '../layout/woff.ts';

const run = promisify(execFile);
/** LibreOffice starts in seconds, but not on a machine that is busy. */
const patience = 180_000;

/** The program of LibreOffice, or undefined where it is not installed. @param given where the user says it is */
export function findOffice(given?: string): string | undefined {
  if (given !== undefined) return existsSync(given) ? given : undefined;
  const windows = [process.env.ProgramFiles, process.env['ProgramFiles(x86)']].flatMap((folder) =>
    folder ? [join(folder, 'LibreOffice', 'program', 'soffice.com')] : [],
  );
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => [join(folder, 'soffice')]);
  return [...onPath, ...windows, '/Applications/LibreOffice.app/Contents/MacOS/soffice'].find(existsSync);
}

/** The pages of a DOCX as a PDF; with the blank pages that a printer puts in. Throws when the program fails. */
export async function renderDocx(office: string, bytes: Uint8Array): Promise<Uint8Array> {
  const home = await mkdtemp(join(tmpdir(), 'neibao-measure-'));
  try {
    const source = join(home, 'file.docx');
    await writeFile(source, bytes);
    await run(
      office,
      [
        `-env:UserInstallation=${pathToFileURL(join(home, 'profile'))}`,
        '--headless',
        '--convert-to',
        'pdf:writer_pdf_Export:{"IsSkipEmptyPages":{"type":"boolean","value":"false"}}',
        '--outdir',
        home,
        source,
      ],
      { timeout: patience, env: { ...process.env, FONTCONFIG_FILE: await fontSettings(home) } },
    );
    return new Uint8Array(await readFile(join(home, 'file.pdf')));
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

/** Names of the fonts of each class in a DOCX, and the family of the free font that shows where none of them is installed. */
const families: Readonly<Record<FontSlot, { readonly names: readonly string[]; readonly free: string }>> = {
  小标宋: { names: ['方正小标宋简体', '方正小标宋_GBK', '小标宋'], free: 'Noto Serif SC' },
  仿宋: { names: ['仿宋_GB2312', '仿宋', 'FangSong'], free: 'LXGW WenKai Light' },
  楷体: { names: ['楷体_GB2312', '楷体', 'KaiTi'], free: 'LXGW WenKai' },
  黑体: { names: ['黑体', 'SimHei'], free: 'Noto Sans SC Medium' },
  宋体: { names: ['宋体', 'SimSun', 'Times New Roman'], free: 'Noto Serif SC' },
};

/** Settings of fontconfig (Linux) that add the free fonts after those of the machine. */
async function fontSettings(home: string): Promise<string> {
  const folder = join(home, 'fonts');
  await mkdir(folder);
  const folders = new Set([folder]);
  for (const slot of fontSlots) {
    const font = unpacked(defaultFont(slot).path);
    if (typeof font === 'string') folders.add(dirname(font));
    else await writeFile(join(folder, `${slot}.ttf`), font);
  }
  const aliases = fontSlots.flatMap((slot) =>
    families[slot].names.map(
      (name) =>
        `<alias binding="same"><family>${name}</family><accept><family>${families[slot].free}</family></accept></alias>`,
    ),
  );
  const settings = join(home, 'fonts.conf');
  await writeFile(
    settings,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
${[...folders].map((one) => `<dir>${one}</dir>`).join('')}<cachedir>${home}/cache</cachedir>
${aliases.join('\n')}</fontconfig>`,
  );
  return settings;
}
