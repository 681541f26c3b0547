/** A year's round trip: workbooks go out, clerks fill them in with LibreOffice, they are collected, checked and built. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { readCase } from '../../src/case/read.ts';
import { categoryNames } from '../../src/case/terms.ts';
import { categories, type Nominee } from '../../src/case/types.ts';
import { scoringItems } from '../../src/rules/rubric.ts';
import { addressText } from '../../src/writers/xlsx/address.ts';
import { caseFolder } from '../case/folder.ts';
import { runCli } from '../support/cli.ts';
import { officeMissing } from '../support/office.ts';
import { type Typing, typeInto } from '../support/typist.ts';

const firstRow = 5;

/** What the clerk of a district types: the rows of the small case, column for column. */
async function typingOf(dir: string, district: string): Promise<Typing> {
  const sheets = await Promise.all(
    categories.map(async (category) => {
      const text = await readFile(join(dir, 'rosters', `${categoryNames[category]}.csv`), 'utf8');
      const [, ...rows]: string[][] = parse(text);
      const own = rows.filter((row) => row[1] === district);
      const cells = own.flatMap((row, index) =>
        row.flatMap((value, column) =>
          value === '' ? [] : [[addressText({ row: firstRow + index, column }), value] as const],
        ),
      );
      return [categoryNames[category], Object.fromEntries(cells)] as const;
    }),
  );
  return Object.fromEntries(sheets);
}

/** Scores of the first unit that add up to its 92 and 5 points: nothing for item 1.1, 5 for the first bonus item. */
function scores(): Readonly<Record<string, string>> {
  const given = scoringItems().map(({ number, kind, points }) => {
    if (kind === 'veto') return '未发生';
    if (kind === 'bonus') return number === '加1' ? '5' : '0';
    return number === '1.1' ? '0' : String(points);
  });
  return Object.fromEntries(given.map((value, index) => [`H${4 + index}`, value]));
}

/** What a nominee is, apart from where it stands. */
function plain(nominees: readonly Nominee[]): readonly string[] {
  return nominees.map(({ place, origin, received, ...nominee }) => JSON.stringify(nominee)).toSorted();
}

describe.skipIf(officeMissing)('from the workbooks to the package', () => {
  test('what districts type into their workbooks is what the case holds, and builds', async () => {
    const dir = await caseFolder();
    const before = await readCase(dir);
    if (!before.ok) throw new Error('the small case cannot be read');
    const work = join(dir, '..');
    expect((await runCli(['workbook', dir, '--out', join(work, 'sent'), '--json'])).exit).toBe(0);

    const names = (await readdir(join(work, 'sent'))).filter((name) => name.endsWith('.xlsx'));
    const edits = await Promise.all(
      names.map(async (name, index) => {
        const typing = await typingOf(dir, name.slice(2, -'.xlsx'.length));
        const workbook = new Uint8Array(await readFile(join(work, 'sent', name)));
        return { workbook, typing: index === 0 ? { ...typing, 评分: scores() } : typing };
      }),
    );
    const { workbooks, refused } = await typeInto(edits);
    expect(refused).toEqual([]);
    await mkdir(join(work, 'received'));
    await Promise.all(
      workbooks.map((bytes, index) => writeFile(join(work, 'received', names[index] as string), bytes)),
    );

    const empty = await caseFolder({ rosters: null });
    const collected = await runCli(['collect', empty, join(work, 'received'), '--received', '2024-12-20', '--json']);
    expect(JSON.parse(collected.out).messages.filter(({ level }: { level: string }) => level !== 'info')).toEqual([]);
    expect(collected.exit).toBe(0);

    const after = await readCase(empty);
    if (!after.ok) throw new Error(JSON.stringify(after.messages, null, 2));
    expect(plain(after.value.nominees)).toEqual(plain(before.value.nominees));
    expect(after.value.nominees.map(({ origin }) => origin?.file)).not.toContain(undefined);
    expect(after.value.scores.map(({ unit, points, vetoes }) => [unit, points.length, vetoes.length])).toEqual([
      ['示例东湖第一中学', 36, 5],
    ]);

    const checked = await runCli(['check', empty, '--json']);
    expect(JSON.parse(checked.out).messages.filter(({ level }: { level: string }) => level !== 'info')).toEqual([]);
    const built = await runCli(['build', empty, '--out', join(work, 'package'), '--json']);
    expect(built.exit).toBe(0);
  });

  test('what should not be typed over cannot be', async () => {
    const dir = await caseFolder();
    await runCli(['workbook', dir, '--out', join(dir, '..', 'sent'), '--json']);
    const workbook = new Uint8Array(await readFile(join(dir, '..', 'sent', '01东湖.xlsx')));
    const typing = {
      说明: { A1: '改' },
      先进单位: { A1: '改', A2: '改', A4: '改', C5: '改', C6: '可以写', C250: '也可以写' },
      评分: { A4: '改', D4: '改', H4: '3' },
    };
    const { refused } = await typeInto([{ workbook, typing }]);
    expect(refused).toEqual([
      '说明!A1',
      '先进单位!A1',
      '先进单位!A2',
      '先进单位!A4',
      '先进单位!C5',
      '评分!A4',
      '评分!D4',
    ]);
  });
});
