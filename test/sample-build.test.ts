import { execFile, execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { type BuildSummary, build } from '../src/build.ts';
import { readCase } from '../src/case/read.ts';
import { categoryNames } from '../src/case/terms.ts';
import { type Case, categories, type Nominee } from '../src/case/types.ts';
import type { PayoutJson } from '../src/rules/json.ts';
import { fenOfCapital } from './support/capital.ts';
import { docxText } from './support/docx.ts';
import { readHtml } from './support/html.ts';
import { officeMissing, pageCount, renderOffice } from './support/office.ts';
import {
  compileCli,
  hashesOf,
  type Package,
  readFiles,
  readPackage,
  sampleCase,
  temporaryFolder,
} from './support/package.ts';
import { pdfText } from './support/pdf.ts';
import { dumpXlsx } from './support/xlsx.ts';

const run = promisify(execFile);
const runCli = (...argv: readonly string[]) =>
  run(process.execPath, [cli, ...argv], { maxBuffer: 2 ** 26 }).then(({ stdout }) => JSON.parse(stdout));

let cli: string;
let out: string;
let theCase: Case;
let summary: BuildSummary;
let made: Package;
let payout: PayoutJson;
/** The same build, by another process, while the tests read what the first one wrote. */
let second: Promise<{ readonly ok: boolean; readonly value: BuildSummary }>;

beforeAll(async () => {
  cli = compileCli();
  out = join(await temporaryFolder('sample-build'), '文书');
  const read = await readCase(sampleCase);
  const built = await build(sampleCase, { out });
  if (!read.ok || !built.ok) throw new Error(JSON.stringify(built.messages, null, 1));
  theCase = read.value;
  summary = built.value;
  const files = await readFiles(out);
  second = runCli('build', sampleCase, '--out', out, '--json');
  second.catch(() => {});
  made = await readPackage(files);
  payout = (await runCli('payout', sampleCase, '--json')).value;
}, 180_000);

const cityNominees = () => theCase.nominees.filter(({ level }) => level === 'city');
const nameOf = (nominee: Nominee) =>
  'name' in nominee ? nominee.name : nominee.category === 'unit' ? nominee.unit : nominee.department;

describe('the numbers of 2024', () => {
  test('are those of the notice, and come out even', () => {
    const rows = summary.reconciliation.rows.map(({ level, category, quota, nominees, forms, certificates, ok }) =>
      [level, category, quota, nominees, forms, certificates, ok].join(' '),
    );
    expect(rows).toEqual([
      'city unit 214 214 428 214 true',
      'city department 85 85 170 85 true',
      'city responsible 129 129 258 129 true',
      'city officer 161 161 322 161 true',
      'district unit  130   true',
      'district department  49   true',
      'district responsible  69   true',
      'district officer  86   true',
    ]);
    expect(made.manifest.reconciliation).toEqual(summary.reconciliation.rows);
  });

  test('make 652 payments of 924,000 yuan, and 271 awards without money', () => {
    expect(payout.total).toEqual({ count: 652, amount: 924_000 });
    expect(payout.payments).toHaveLength(652);
    expect(payout.withheld).toHaveLength(271);
    expect(theCase.nominees).toHaveLength(652 + 271);
    const cells = readHtml(made.bytesOf('index.html')).lines.join('\n');
    expect(cells).toContain('发放652笔，合计924,000.00元（玖拾贰万肆仟元整）');
  });

  test('stand in the text of the notice', () => {
    const [notice = ''] = made.pathsOf('01通知', 'docx');
    expect(docxText(made.bytesOf(notice))).toContain('评选先进集体299个、先进个人290名');
  });
});

describe('the approval forms', () => {
  test('are 1178 pages, each with one form in full', () => {
    const forms = made.pathsOf('03审批表', 'pdf').filter((path) => !path.endsWith('评分表.pdf'));
    const pages = forms.flatMap(made.pagesOf);
    expect(pages).toHaveLength(2 * 589);
    for (const page of pages) {
      expect(page.match(/审批表(?!一)/g)).toHaveLength(1);
      expect(page).toContain('本表一式两份，材料一份');
    }
  });

  test('are there for each nominee twice: all first copies, then all second ones', () => {
    for (const [index, { name }] of theCase.districts.entries()) {
      for (const [kind, category] of categories.entries()) {
        const nominees = cityNominees().filter((one) => one.district === name && one.category === category);
        const folder = `03审批表/${String(index + 1).padStart(2, '0')}${name}/0${kind + 1}`;
        const pages = made.pagesOf(folder);
        expect(pages, folder).toHaveLength(2 * nominees.length);
        const copies = [pages.slice(0, nominees.length), pages.slice(nominees.length)];
        for (const [copy, set] of copies.entries()) {
          expect(set.every((page) => page.startsWith(`第${copy + 1}份`))).toBe(true);
          for (const nominee of nominees) {
            const own = set.filter((page) => page.includes(nameOf(nominee)) && page.includes(nominee.idNumber));
            expect(own.length, `${folder} ${nameOf(nominee)}`).toBe(1);
          }
        }
      }
    }
  });
});

describe('the scoring sheets', () => {
  test('are filled in on two pages each for the units and departments that were scored, with the roster’s scores', () => {
    const files = made.pathsOf('03审批表', 'pdf').filter((path) => path.endsWith('评分表.pdf'));
    expect(files).toHaveLength(3);
    const pages = files.flatMap(made.pagesOf);
    expect(pages).toHaveLength(2 * theCase.scores.length);
    for (const { unit, category } of theCase.scores) {
      const nominee = cityNominees().find((one) => one.unit === unit && one.category === category);
      const first = pages.findIndex((page) => page.includes(`${categoryNames[category]}评分表`) && page.includes(unit));
      if (nominee === undefined || 'name' in nominee) throw new Error(`${unit} is not nominated`);
      expect(pages[first + 1]).toContain(`基本分${nominee.baseScore}分，加分${nominee.bonusScore}分`);
    }
  });
});

describe('the certificates', () => {
  test('are 589 pages, numbered without a gap', () => {
    const numbers = made.pagesOf('08证书').map((page) => /编号：沪企保协表彰〔2024〕证(\d{4})号/.exec(page)?.[1]);
    expect(numbers).toEqual(Array.from({ length: 589 }, (_, index) => String(index + 1).padStart(4, '0')));
  });

  test('name every collective and person, and the honour', () => {
    for (const category of categories) {
      const [path = ''] = made.pathsOf('08证书', 'pdf').filter((one) => one.includes(categoryNames[category]));
      const pages = made.pagesOf(path);
      for (const nominee of cityNominees().filter((one) => one.category === category)) {
        const own = pages.filter((page) => page.includes(nameOf(nominee)) && page.includes(nominee.unit));
        expect(own.length, nameOf(nominee)).toBeGreaterThan(0);
        expect(own[0]).toContain(`“上海内保工作${categoryNames[category]}”`);
      }
    }
  });
});

describe('the rosters', () => {
  test('name every nominee, by category and by district', () => {
    const said = (start: string) => made.pagesOf(start).join('');
    for (const [index, { name }] of theCase.districts.entries()) {
      const roster = said(`04名册/按区/${String(index + 1).padStart(2, '0')}${name}`);
      const missing = theCase.nominees.filter((one) => one.district === name && !roster.includes(nameOf(one)));
      expect(missing).toEqual([]);
    }
    const byCategory = said('04名册/按类别');
    expect(cityNominees().filter((one) => !byCategory.includes(nameOf(one)))).toEqual([]);
  });

  test('and certificates, cover and manifest hold no ID number, account or phone', () => {
    const decode = (path: string) => new TextDecoder().decode(made.bytesOf(path));
    const open = (path: string) => path.startsWith('04名册') || path.startsWith('08证书');
    const said = [
      ...[...made.pdfs].filter(([path]) => open(path)).map(([, pdf]) => pdfText(pdf)),
      ...made.pathsOf('08证书', 'docx').map((path) => docxText(made.bytesOf(path))),
      ...made.pathsOf('04名册', 'xlsx').map((path) => dumpXlsx(made.bytesOf(path))),
      decode('index.html'),
      decode('manifest.json'),
    ].join('\n');
    const secrets = theCase.nominees.flatMap(({ idNumber, account, phone }) => [idNumber, account, phone]);
    expect(secrets.filter((secret) => secret !== '').length).toBeGreaterThan(2000);
    expect(secrets.filter((secret) => secret !== '' && said.includes(secret))).toEqual([]);
  });
});

describe('the payout lists', () => {
  const listOf = (payer: string) => {
    const path = made.pathsOf('09奖金发放', 'xlsx').find((one) => one.endsWith(`${payer}奖金发放表.xlsx`));
    if (path === undefined) throw new Error(`${payer} has no payout list`);
    return path;
  };

  test('are one for each payer, with the sums of `payout`, in figures and in capitals', () => {
    expect(made.pathsOf('09奖金发放', 'xlsx').filter((path) => path.includes('发放表'))).toHaveLength(21);
    expect(payout.totals).toHaveLength(21);
    for (const { payer, count, amount } of payout.totals) {
      const rows = made.rowsOf(listOf(payer), '发放表');
      const amounts = rows.filter(({ A }) => typeof A === 'number').map(({ E }) => Number(E));
      const sum = rows.find(({ A }) => A === `合计（共${count}笔）`);
      const total = Number(/^=SUMIF\(A\d+:A\d+,">0",E\d+:E\d+\) → (\d+)$/.exec(String(sum?.E))?.[1]);
      expect([payer, amounts.length, total]).toEqual([payer, count, amount]);
      expect(amounts.reduce((whole, one) => whole + one, 0)).toBe(total);
      const capital = String(sum?.F).replace('人民币（大写）：', '');
      expect(fenOfCapital(capital), payer).toBe(total * 100);
      const said = pdfText(made.pdfOf(listOf(payer).replace(/xlsx$/, 'pdf')));
      expect(said).toContain(`${total.toLocaleString('en-US')}.00人民币（大写）：${capital}`);
    }
  });

  test('say for each payment whom, of which unit, how much, and to which account', () => {
    for (const { payer, recipient, unit, level, category, district, amount } of payout.payments) {
      const nominee = theCase.nominees.find(
        (one) =>
          nameOf(one) === recipient &&
          one.unit === unit &&
          one.level === level &&
          one.category === category &&
          one.district === district,
      );
      expect(made.rowsOf(listOf(payer), '发放表')).toContainEqual(
        expect.objectContaining({ B: recipient, C: unit, E: amount, H: nominee?.account }),
      );
    }
  });

  test('leave out the awards on the withheld list, which names each of them', () => {
    const rows = made.rowsOf('09奖金发放/不重复发放清单.xlsx').filter(({ A }) => typeof A === 'number');
    const said = rows.map(({ B, C, D }) => [B, C, D].join(' ')).sort();
    expect(said).toEqual(
      payout.withheld.map(({ recipient, unit, district }) => [recipient, unit, district].join(' ')).sort(),
    );
  });
});

describe('the package', () => {
  test('has a manifest with the hash of every file and of every input', async () => {
    const listed = Object.fromEntries(made.manifest.files.map((file) => [file.path, file.sha256]));
    const { 'manifest.json': _, ...found } = hashesOf(made.files);
    expect(listed).toEqual(found);
    const inputs = await readFiles(sampleCase);
    const stated = Object.fromEntries(made.manifest.inputs.map((input) => [input.path, input.sha256]));
    expect(stated).toEqual(hashesOf(inputs));
  });

  test('counts its files and pages right', () => {
    expect(made.manifest.counts.files).toBe(made.files.size - 1);
    expect(summary.files).toBe(made.files.size);
    const pages = [...made.pdfs].map(([path, pdf]) => [path, pdf.pages.length]);
    const stated = made.manifest.files.filter(({ format }) => format === 'pdf').map((file) => [file.path, file.pages]);
    expect(Object.fromEntries(stated)).toEqual(Object.fromEntries(pages));
    expect(made.manifest.counts.pages).toBe(made.pagesOf('').length);
  });

  test('has a cover whose links all lead to a file', () => {
    const { links } = readHtml(made.bytesOf('index.html'));
    expect(links.length).toBeGreaterThan(150);
    expect(links.filter((link) => !made.files.has(link))).toEqual([]);
    const linked = new Set(links.map((link) => link.replace(/\.\w+$/, '')));
    const others = [...made.files.keys()].filter((path) => !/^(index|manifest)\./.test(path));
    expect(others.filter((path) => !linked.has(path.replace(/\.\w+$/, '')))).toEqual([]);
  });

  test('has PDFs with title and language', () => {
    for (const [path, pdf] of made.pdfs) {
      expect(pdf, path).toMatchObject({ language: 'zh-CN', author: '上海市企事业单位治安保卫协会' });
      expect(pdf.title, path).not.toBe('');
    }
  });

  test('is byte for byte the same when built again, and says so', async () => {
    const { ok, value } = await second;
    expect([ok, value.identical]).toEqual([true, true]);
    expect(hashesOf(await readFiles(out))).toEqual(hashesOf(made.files));
  }, 120_000);
});

describe.skipIf(officeMissing)('to other programs', () => {
  test('each PDF has only fonts that are embedded, as subsets', async () => {
    const file = join(dirname(out), 'file.pdf');
    for (const path of made.pathsOf('', 'pdf')) {
      await writeFile(file, made.bytesOf(path));
      const table = execFileSync('pdffonts', [file], { encoding: 'utf8' });
      const fonts = table.trim().split('\n').slice(2);
      expect(fonts.length, path).toBeGreaterThan(0);
      for (const font of fonts) expect(font, path).toMatch(/^[A-Z]{6}\+.* yes yes yes +\d+ +\d+$/);
    }
  });

  test('each DOCX has as many pages as its PDF', async () => {
    const [notice = ''] = made.pathsOf('01通知', 'docx');
    const forms = [
      '01浦东/01先进单位审批表',
      '07虹口/02先进保卫处（科）审批表',
      '21内保处/04先进保卫干部审批表',
      '12松江/05评分表',
    ];
    const others = [...forms.map((name) => `03审批表/${name}`), '08证书/02先进保卫部门证书'];
    for (const path of [notice, ...others.map((name) => `${name}.docx`)]) {
      const rendered = await pageCount(await renderOffice(made.bytesOf(path), 'docx'));
      expect([path, rendered]).toEqual([path, made.pdfOf(path.replace(/docx$/, 'pdf')).pages.length]);
    }
  }, 120_000);
});
