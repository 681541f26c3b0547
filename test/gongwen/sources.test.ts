import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { recogniseText } from '../../src/gongwen/recognise.ts';
import type { Part, PartRole } from '../../src/gongwen/types.ts';

/** Texts that public bodies have put on their web pages, as they were copied from there. */
function read(name: string) {
  const official = recogniseText(`${name}.txt`, readFileSync(new URL(`sources/${name}.txt`, import.meta.url), 'utf8'));
  const of = (role: PartRole, where: (part: Part) => boolean = () => true) =>
    official.parts.filter((part) => part.role === role && where(part)).map(({ text }) => text);
  const headings = (annex: number) =>
    [1, 2, 3, 4].map((level) => of('heading', (part) => part.level === level && part.annex === annex).length);
  const runIns = official.parts.filter((part) => part.runIn > 0 && part.level === 2).length;
  const tables = official.parts
    .filter((part) => part.role === 'table')
    .map(({ annex, rows }) => [annex, rows.length, rows[0]?.length]);
  return { ...official, of, headings, runIns, tables };
}

test('the notice with seven annexes', () => {
  const { kind, format, of, headings, tables, messages } = read('notice');
  expect([kind, format]).toEqual(['通知', 'document']);
  expect(of('organ')).toEqual(['上海市企事业单位治安保卫协会']);
  expect(of('number')).toEqual(['沪企保协（2024）39号']);
  expect(of('title')).toEqual(['关于开展2024年度上海内保工作先进集体、先进个人评选表彰活动的通知']);
  expect(of('addressee')).toEqual(['市企保协会各工作委员会、各区企保协会；各会员单位保卫处（科）：']);
  expect(headings(0)).toEqual([4, 2, 0, 0]);
  expect(headings(2)).toEqual([3, 4, 0, 0]);
  expect(of('annex-list')).toHaveLength(7);
  expect(of('annex-label')).toEqual([1, 2, 3, 4, 5, 6, 7].map((number) => `附件 ${number}`));
  expect(of('annex-title').map((title) => title.replace(/\s/g, '').slice(-3))).toEqual([
    '分配表',
    '和标准',
    '分指标',
    '审批表',
    '审批表',
    '审批表',
    '审批表',
  ]);
  expect([of('signature'), of('date')]).toEqual([['上海市企事业单位治安保卫协会'], ['2024年12月17日']]);
  expect(of('copy-to')).toEqual(['抄送: 各区公安分局治安支队']);
  expect(of('note')).toHaveLength(10);
  expect(tables).toEqual([
    [1, 26, 7],
    [3, 10, 5],
    [3, 14, 5],
    [3, 11, 5],
    [3, 13, 5],
    [4, 6, 6],
    [5, 6, 6],
    [6, 6, 6],
    [7, 6, 6],
  ]);
  expect(messages.map(({ code, place }) => `${code} ${place?.line}`)).toEqual([
    'gongwen.line-broken 47',
    'gongwen.boxes 212',
    'gongwen.mark-removed 229',
    'gongwen.mark-removed 244',
  ]);
});

test('the opinion with headings run in', () => {
  const { kind, of, headings, runIns, messages } = read('opinion');
  expect(kind).toBe('意见');
  expect(of('title')).toEqual(['关于进一步加强单位内部治安保卫工作的意见']);
  expect(of('subtitle')).toEqual(['（征求意见稿）']);
  expect(headings(0)).toEqual([6, 2, 0, 0]);
  expect(runIns).toBe(21);
  expect(of('body', ({ level }) => level === 3)).toHaveLength(14);
  expect(of('body', ({ level }) => level === 4)).toHaveLength(2);
  expect(messages).toEqual([]);
});

test('the standard whose table was taken apart', () => {
  const { of, tables, parts, messages } = read('standard');
  expect(of('annex-label')).toEqual(['附件1']);
  expect(of('annex-title')).toEqual(['全省治安保卫重点单位安全防范量化评估标准']);
  expect(tables).toEqual([[1, 41, 2]]);
  const groups = parts
    .at(-1)
    ?.rows.map(([first]) => first)
    .filter((first) => first !== '');
  expect(groups).toEqual([
    '评估\n项目',
    '组织领导\n20分',
    '人防\n20分',
    '物防\n15分',
    '技防\n25分',
    '制度建设\n10分',
    '防范效果\n10分',
    '其他\n情况\n10分',
  ]);
  expect(messages.map(({ code }) => code)).toEqual(['gongwen.table-apart']);
});

test('the notice that issues a plan, which has annexes of its own', () => {
  const { kind, of, headings, messages } = read('plan');
  expect(kind).toBe('通知');
  expect(of('title')).toEqual([
    '关于印发《武昌首义学院深化“平安单位”创建工作实施方案》的通知',
    '武昌首义学院深化“平安单位”创建工作实施方案',
  ]);
  expect(of('addressee')).toEqual(['全校各单位：', '全校各单位：']);
  expect([of('signature'), of('date')]).toEqual([['武昌首义学院'], ['2016年9月12日']]);
  expect(of('printed')).toEqual(['武昌首义学院学校办公室            2016年9月12日印发']);
  expect(of('note')).toEqual(['主动公开']);
  expect(headings(0)).toEqual([5, 5, 0, 0]);
  expect(of('annex-list')).toEqual(['附件：1.“平安单位”创建达标标准', '2. 企业事业单位内部治安保卫条例']);
  expect(of('annex-title')).toEqual(['“平安单位”创建达标标准', '企业事业单位内部治安保卫条例']);
  expect(of('body', ({ text, annex }) => annex === 2 && text.startsWith('第'))).toHaveLength(23);
  expect(messages.map(({ code, place }) => `${code} ${place?.line}`)).toEqual([
    'gongwen.title-joined 13',
    'gongwen.inner-text 13',
  ]);
});
