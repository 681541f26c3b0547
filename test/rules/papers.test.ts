import { expect, test } from 'vitest';
import type { Case, Nominee, Settings } from '../../src/case/types.ts';
import { authorityOpinions, policeOpinions, withoutAuthority } from '../../src/rules/opinions.ts';
import { checkPapers, numberAfter, publicityPeriod } from '../../src/rules/papers.ts';
import { caseOf, codes, officer, unit } from './build.ts';

const blank = { number: '', date: '' };
const papers: Pick<Settings, 'authorities' | 'police' | 'publicity' | 'documents' | 'notice'> = {
  authorities: [
    { name: '市教育委员会', shortName: '市教委', industries: ['教育'] },
    { name: '市国有资产监督管理委员会', shortName: '市国资委', industries: ['国资', '能源'] },
  ],
  police: { name: '市公安局{district}分局', districts: { 轨交: '市公安局轨道和公交总队', 内保处: null } },
  publicity: { start: '2025-01-07', workingDays: 5, holidays: [], workdays: [] },
  documents: {
    authorityLetters: { ...blank, replyBy: '' },
    policeLetters: { ...blank, replyBy: '' },
    publicityRequest: { ...blank, signer: '' },
    finalRequest: { ...blank, signer: '' },
    decision: blank,
  },
  notice: { number: '沪企保协〔2024〕39号' } as Settings['notice'],
};

function withPapers(nominees: readonly Nominee[], changed: Partial<typeof papers> = {}): Case {
  const made = caseOf(...nominees);
  return { ...made, settings: { ...made.settings, ...papers, ...changed } };
}

function check(nominees: readonly Nominee[], changed: Partial<typeof papers> = {}) {
  return checkPapers(withPapers(nominees, changed), nominees);
}

test('an authority is asked about the nominees of its industries, and about no one where it has none', () => {
  const nominees = [unit({ unit: '甲' }), unit({ unit: '乙', industry: '能源' }), officer({ status: 'nominated' })];
  const asked = authorityOpinions(withPapers(nominees), nominees);
  expect(asked.map(({ authority, nominees: own }) => [authority.shortName, own.map((one) => one.unit)])).toEqual([
    ['市国资委', ['甲', '乙']],
  ]);
});

test('the police of each district is asked, under its own name, and none about 内保处', () => {
  const nominees = ['内保处', '轨交', '浦东'].map((district) => unit({ unit: `${district}厂`, district }));
  expect(policeOpinions(withPapers(nominees), nominees).map(({ police }) => police)).toEqual([
    '市公安局浦东分局',
    '市公安局轨道和公交总队',
  ]);
});

test('district awards are the districts’ own: no opinion is asked about them', () => {
  const nominees = [unit({ level: 'district' }), unit({ level: 'district', industry: '航天' })];
  expect(authorityOpinions(withPapers(nominees), nominees)).toEqual([]);
  expect(withoutAuthority(withPapers(nominees), nominees)).toEqual([]);
});

test('industries without an authority are named with how many they leave out', () => {
  const nominees = [unit({ industry: '航天' }), unit({ industry: '航天' }), unit({ industry: '' })];
  expect(check(nominees).map((one) => one.text)).toEqual([
    '下列行业没有写明行业主管部门，征求意见函没有包括这些行业的推荐对象：航天（2）、未填行业（1）。',
  ]);
});

test('letters count on from the number of the first', () => {
  expect(numberAfter('沪企保协〔2025〕9号', 0)).toBe('沪企保协〔2025〕9号');
  expect(numberAfter('沪企保协〔2025〕9号', 3)).toBe('沪企保协〔2025〕12号');
  expect(numberAfter('', 3)).toBe('');
});

test('a number that two papers would get is an error, also one that letters count on to', () => {
  const nominees = [unit({ industry: '教育' }), unit({ unit: '乙' })];
  const { documents } = papers;
  const decision = { number: '沪企保协〔2025〕2号', date: '' };
  const authorityLetters = { ...documents.authorityLetters, number: '沪企保协〔2025〕1号' };
  expect(codes(check(nominees, { documents: { ...documents, authorityLetters, decision } }))).toEqual([
    'papers.number-twice',
  ]);
  expect(codes(check(nominees.slice(1), { documents: { ...documents, authorityLetters, decision } }))).toEqual([]);
});

test('papers that are all blank are fine', () => {
  expect(check([unit()], { publicity: { ...papers.publicity, start: '' } })).toEqual([]);
});

test('the period runs from the first day to the last, and is open while the first is not decided', () => {
  expect(publicityPeriod(withPapers([]))).toEqual({ start: '2025-01-07', end: '2025-01-13' });
  const open = { ...papers.publicity, start: '' };
  expect(publicityPeriod(withPapers([], { publicity: open }))).toEqual({ start: '', end: '' });
});

test('a year whose holidays no one knows is said, until the case names some', () => {
  const publicity = { ...papers.publicity, start: '2061-01-07' };
  expect(codes(check([unit()], { publicity }))).toEqual(['papers.calendar-unknown']);
  expect(check([unit()], { publicity: { ...publicity, holidays: ['2061-01-03'] } })).toEqual([]);
});
