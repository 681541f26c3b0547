import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readCase } from '../../src/case/read.ts';
import { readScoreForm } from '../../src/case/score-form.ts';
import { itemOf, readScores } from '../../src/case/scores.ts';
import type { Cell, Sheet } from '../../src/case/table.ts';
import { scoringItems } from '../../src/rules/rubric.ts';
import { caseFolder } from './folder.ts';
import { textRow, workbook } from './workbook.ts';

const items = scoringItems();
const header = ['单位全称*', '统一社会信用代码', '类别', '编号*', '分值', '自评分', '评审分', '说明'];
const long = (...rows: readonly (readonly Cell[])[]): Sheet => ({
  file: 'rosters/a.xlsx',
  name: '评分',
  rows: [header, ...rows],
});

test('the scoring sheet has 31 base items, 5 bonus items and 5 veto items, each with a number of its own', () => {
  const count = (kind: string) => items.filter((item) => item.kind === kind).length;
  expect([count('base'), count('bonus'), count('veto')]).toEqual([31, 5, 5]);
  expect(new Set(items.map(({ number }) => number)).size).toBe(items.length);
  expect(items[0]?.number).toBe('1.1');
  expect(items.find(({ number }) => number === '9.2')?.text).toBe('员工安全防范（反诈）宣传全覆盖');
});

test('an item is known by its number or its text, in whatever width, spacing and punctuation', () => {
  expect(itemOf('１．１')?.number).toBe('1.1');
  expect(itemOf(' 加 2 ')?.number).toBe('加2');
  expect(itemOf('员工安全防范(反诈)\n宣传全覆盖。')?.number).toBe('9.2');
  expect(itemOf('11')).toBeUndefined();
  expect(itemOf('')).toBeUndefined();
});

describe('the sheet 评分', () => {
  test('gives one set of scores per unit and category, self and reviewer side by side', () => {
    const read = readScores(
      long(
        ['甲厂', '', '', '1.1', 8, 8, 7.5, null],
        ['甲厂', '', '', 1.2, 5, '５', null, null],
        ['甲厂', '', '', '否1', null, '未发生', '发生', null],
        ['甲厂', '', '先进保卫部门', '加1', 10, 3, null, null],
      ),
    );
    if (!read.ok) throw new Error(JSON.stringify(read.messages));
    const [unit, department] = read.value;
    expect(unit).toMatchObject({ category: 'unit', unit: '甲厂', place: { row: 2 } });
    expect(unit?.points).toMatchObject([
      { number: '1.1', self: 8, reviewer: 7.5, reviewerPlace: { sheet: '评分', row: 2, column: '评审分' } },
      { number: '1.2', self: 5, reviewer: null },
    ]);
    expect(unit?.vetoes).toMatchObject([{ number: '否1', self: false, reviewer: true }]);
    expect(department).toMatchObject({ category: 'department', points: [{ number: '加1', self: 3 }] });
  });

  test('takes a unit’s name from above where only its first row has it, and leaves out rows without a score', () => {
    const read = readScores(
      long(
        ['甲厂', '', '', '1.1', 8, null, null, null],
        [null, null, null, '1.2', 5, 4, null, null],
        ['乙厂', '', '', '1.1', 8, 6, null, null],
        ['丙厂', '', '', '1.1', 8, null, null, null],
        [null, null, null, null, null, null, null, null],
      ),
    );
    expect(read.ok && read.value.map(({ unit, points }) => [unit, points.map(({ number }) => number)])).toEqual([
      ['甲厂', ['1.2']],
      ['乙厂', ['1.1']],
    ]);
  });

  test('refuses points that are no number and a veto that is neither 发生 nor 未发生, each at its cell', () => {
    const read = readScores(
      long(['甲厂', '', '', '1.1', 8, '8分', null, null], ['甲厂', '', '', '否1', null, null, '没有', null]),
    );
    expect(read.messages).toMatchObject([
      { code: 'roster.score', place: { row: 2, column: '自评分' }, actual: '8分' },
      { code: 'roster.choice', place: { row: 3, column: '评审分' }, actual: '没有', expected: '未发生、发生' },
    ]);
  });
});

describe('a filled scoring sheet, laid out as printed', () => {
  const form = (...rows: readonly (readonly Cell[])[]): Sheet => ({ file: 'scores/甲厂.xlsx', name: 'Sheet1', rows });
  const base = items.find(({ number }) => number === '2.1');
  const bonus = items.find(({ number }) => number === '加5');
  const veto = items.find(({ number }) => number === '否4');
  const caption = '单位名称（盖章）：上海甲厂　填表人：王某　填表日期：2024年12月20日';

  test('is read by the text of its items, under the two heads of annex 3', () => {
    const { scores, messages } = readScoreForm(
      form(
        ['2024年度上海内保工作先进单位（保卫部门）评分指标'],
        [caption],
        ['类型', '分类栏目', '分值', '自评分', '内保处/科评分'],
        ['矛盾纠纷排查化解', base?.text ?? '', 3, 3, 2],
        ['基本得分项合计', null, 100, 3, 2],
        ['类型', '分类栏目', '分值', '单位自评分', '市/区企保协会评分'],
        ['加分项', bonus?.text ?? '', 4, 1, null],
        ['一票否决项', veto?.text ?? '', '☑未发生', null, null],
      ),
    );
    expect(messages).toEqual([]);
    expect(scores).toMatchObject({
      unit: '上海甲厂',
      category: 'unit',
      filler: '王某',
      filled: '2024年12月20日',
      points: [
        { number: '2.1', self: 3, reviewer: 2 },
        { number: '加5', self: 1, reviewer: null },
      ],
      vetoes: [{ number: '否4', self: false, reviewer: null }],
    });
  });

  test('may name the unit in the cell beside the label, and its category and code likewise', () => {
    const { scores } = readScoreForm(
      form(
        ['单位名称：', null, '上海甲厂', '类别：', '先进保卫部门'],
        ['编号', '分值', '自评分', '评审分'],
        ['2.1', 3, 3, null],
      ),
    );
    expect(scores).toMatchObject({ unit: '上海甲厂', category: 'department', points: [{ number: '2.1', self: 3 }] });
  });

  test('that is blank, boxes and all, has no scores', () => {
    const read = readScoreForm(
      form(
        ['单位名称（盖章）：＿＿＿＿　填表人：＿＿＿＿'],
        ['类型', '分类栏目', '分值', '自评分', '评审分'],
        ['人防建设', base?.text ?? '', '3', null, null],
        ['一票否决项', veto?.text ?? '', '□未发生', null, null],
      ),
    );
    expect(read).toEqual({ scores: undefined, messages: [] });
  });

  test('says which scored row is no item', () => {
    const { messages } = readScoreForm(
      form([caption], ['类型', '分类栏目', '分值', '自评分', '评审分'], ['其他', '自己加的一项', 5, 5, null]),
    );
    expect(messages).toMatchObject([
      { code: 'scoring.item-unknown', place: { row: 3, column: '自评分' }, actual: '自己加的一项' },
    ]);
  });
});

test('a case takes scores from the rosters’ sheet 评分 and from the folder scores, and records both as inputs', async () => {
  const rows = ['1.1', '1.2'].map((number) => `示例东湖第一中学,,,${number},3,`).join('\n');
  const sheet =
    textRow(1, '单位名称：示例西岭小学') + textRow(2, '编号', '自评分', '评审分') + textRow(3, '1.1', '7', '6');
  const dir = await caseFolder({
    'rosters/东湖-评分.csv': `单位全称,统一社会信用代码,类别,编号,自评分,评审分\n${rows}\n`,
    'scores/西岭小学.xlsx': workbook({ 评分表: sheet }),
  });
  const read = await readCase(dir);
  if (!read.ok) throw new Error(JSON.stringify(read.messages));
  expect(read.value.scores.map(({ unit, points }) => [unit, points.length])).toEqual([
    ['示例东湖第一中学', 2],
    ['示例西岭小学', 1],
  ]);
  expect(read.value.inputs.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['rosters/东湖-评分.csv', 'scores/西岭小学.xlsx']),
  );
});

test('a file in the folder scores that is no workbook inside is named as such', async () => {
  const dir = await caseFolder({ 'scores/a.xlsx': zipSync({ 'word/document.xml': strToU8('<x/>') }) });
  const read = await readCase(dir);
  expect(read.messages).toMatchObject([{ code: 'case.file-not-workbook', place: { file: 'scores/a.xlsx' } }]);
});
