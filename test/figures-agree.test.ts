import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { build } from '../src/build.ts';
import { categoryNames } from '../src/case/terms.ts';
import { type Category, categories } from '../src/case/types.ts';
import { docxText } from './support/docx.ts';
import { type Files, readFiles, sampleCase, temporaryFolder } from './support/package.ts';
import { pdfText, readPdf } from './support/pdf.ts';
import { readXlsx } from './support/xlsx.ts';

/** What a clerk would count by hand: the figures of the decision, the publicity notice and the payout lists, as written. */
let files: Files;

beforeAll(async () => {
  const out = join(await temporaryFolder('figures'), 'out');
  const only = ['decision', 'publicity', 'payout', 'withheld', 'certificates'];
  const built = await build(sampleCase, { out, only, systemFonts: false });
  if (!built.ok) throw new Error(JSON.stringify(built.messages.slice(0, 3)));
  files = await readFiles(out);
}, 120_000);

const bytesOf = (path: string) => {
  const bytes = files.get(path);
  if (!bytes) throw new Error(`${path} is not among ${[...files.keys()].join(' ')}`);
  return bytes;
};
const plain = (text: string) => text.replace(/\s/g, '');
const counted: Readonly<Record<Category, RegExp>> = {
  unit: /等(\d+)家单位/,
  department: /等(\d+)家保卫部门/,
  responsible: /等(\d+)名同志“[^”]*治安责任人”/,
  officer: /等(\d+)名同志“[^”]*保卫干部”/,
};
const sentence: Readonly<Record<Category, RegExp>> = {
  unit: /先进单位(\d+)家/,
  department: /先进保卫部门(\d+)家/,
  responsible: /先进治安责任人(\d+)人/,
  officer: /先进保卫干部(\d+)人/,
};

function figures(text: string, patterns: Readonly<Record<Category, RegExp>>): Record<Category, number> {
  const found = categories.map((category) => [category, Number(patterns[category].exec(plain(text))?.[1])]);
  return Object.fromEntries(found);
}

/** City awards in the payout lists and the list of what is withheld, by category: rows that name the award. */
function paidAndWithheld(): Record<Category, number> {
  const rows = [...files]
    .filter(([path]) => /^09奖金发放\/(\d\d.*奖金发放表|不重复发放清单).*\.xlsx$/.test(path))
    .flatMap(([path, bytes]) =>
      readXlsx(bytes)
        .filter(({ name }) => name === (path.includes('清单') ? '不重复发放' : '发放表'))
        .flatMap(({ lines }) => lines),
    );
  const count = (category: Category) =>
    rows.filter((line) => new RegExp(`市级${categoryNames[category]}( |\\||$)`).test(line)).length;
  return Object.fromEntries(categories.map((category) => [category, count(category)])) as Record<Category, number>;
}

test('decision, publicity notice, certificates and payout lists name the same numbers, as written', async () => {
  const decision = '07表彰决定/02表彰决定';
  const publicity = '06公示/02公示';
  const inDecision = figures(docxText(bytesOf(`${decision}.docx`)), counted);
  expect(inDecision).toEqual({ unit: 214, department: 85, responsible: 129, officer: 161 });
  expect(figures(pdfText(await readPdf(bytesOf(`${decision}.pdf`))), counted)).toEqual(inDecision);
  expect(figures(docxText(bytesOf(`${publicity}.docx`)), sentence)).toEqual(inDecision);
  expect(figures(pdfText(await readPdf(bytesOf(`${publicity}.pdf`))), sentence)).toEqual(inDecision);
  expect(paidAndWithheld()).toEqual(inDecision);
  for (const [path, bytes] of files) {
    const category = categories.find((one) => new RegExp(`^08证书/\\d\\d${categoryNames[one]}证书\\.pdf$`).test(path));
    if (category) expect((await readPdf(bytes)).pages).toHaveLength(inDecision[category]);
  }
}, 60_000);
