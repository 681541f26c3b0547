import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { NomineeStatus } from '../src/case/types.ts';
import { textOf, textOfInline } from '../src/document/text.ts';
import { readFacts } from '../src/facts.ts';
import { type Prepared, prepare } from '../src/prepare.ts';
import { concerned, statuses } from '../src/rules/status.ts';
import { documentViews } from '../src/views/documents.ts';
import type { Facts } from '../src/views/facts.ts';
import { baseCase, prepareBase } from './support/package.ts';
import { baseWith, rostersInStates } from './support/states.ts';

/** The nominees of the small case by the name that stands in its row. */
const nominees = {
  'final unit': '示例东湖第一中学',
  'publicised unit': '示例东湖人民医院',
  'reviewed unit': '示例东湖百货有限公司',
  'nominated unit': '示例西岭小学',
  'withdrawn unit': '示例市商业集团有限公司',
  'final responsible': '例一',
  'publicised responsible': '例二',
  'nominated responsible': '例三',
  'withdrawn responsible': '例四',
  'final officer': '例五',
  'reviewed officer': '例六',
  'nominated officer': '例七',
  'second final officer': '例八',
};

let prepared: Prepared;
let full: Prepared;

beforeAll(async () => {
  const made = await prepare(await baseWith(rostersInStates()), { systemFonts: false });
  if (!made.ok) throw new Error(JSON.stringify(made.messages, null, 1));
  prepared = made.value;
  full = await prepareBase();
});

function textsOf(name: string, of = prepared): readonly string[] {
  return of.composed.filter(({ document }) => document.name === name).map(({ tree }) => textOf(tree));
}

/** Who stands in the tables of a document: a unit where its row names neither a person nor a department. */
function named(name: string): readonly string[] {
  const rows = prepared.composed
    .filter(({ document }) => document.name === name)
    .flatMap(({ tree }) => tree.children.flatMap((block) => (block.type === 'section' ? block.children : [block])))
    .flatMap((block) => (block.type === 'table' ? block.rows : []))
    .map((row) => row.cells.flatMap((cell) => cell.children.map((one) => textOfInline(one.children))));
  const isUnits = (row: readonly string[]) => !row.some((text) => /^(?:例.|保卫处)$/.test(text));
  return Object.entries(nominees)
    .filter(([who, word]) => rows.some((row) => row.includes(word) && (!who.endsWith('unit') || isUnits(row))))
    .map(([who]) => who);
}

describe('each document takes those it concerns', () => {
  const reviewed = ['final unit', 'publicised unit', 'reviewed unit', 'final responsible', 'publicised responsible'];
  const officers = ['final officer', 'reviewed officer', 'second final officer'];

  test('letters to the authorities: reviewed and later', () => {
    expect(named('authority-letters')).toEqual([...reviewed, ...officers]);
  });

  test('letters to the police: the same, but for the district without a letter', () => {
    expect(named('police-letters')).toEqual([...reviewed, 'final officer', 'reviewed officer']);
  });

  test('the request for the publicity list, and the publicity notice: reviewed and later', () => {
    expect(named('publicity-request')).toEqual([...reviewed, ...officers]);
    expect(named('publicity')).toEqual([...reviewed, ...officers]);
  });

  test('the request for the final list: publicised and later', () => {
    expect(named('final-request')).toEqual([
      ...['final unit', 'publicised unit', 'final responsible', 'publicised responsible'],
      ...['final officer', 'second final officer'],
    ]);
  });

  test('decision and news list: final only', () => {
    const final = ['final unit', 'final responsible', 'final officer', 'second final officer'];
    expect(named('decision')).toEqual(final);
    expect(named('news')).toEqual(final);
  });

  test('certificates and payment: final only', () => {
    expect(prepared.facts.certificates).toHaveLength(5);
    expect(prepared.facts.plan.payments.length + prepared.facts.plan.withheld.length).toBe(6);
    const payout = textsOf('payout').join('\n');
    expect(payout).toContain('例八');
    expect(payout).not.toMatch(/例二|例六|例七|人民医院/);
  });

  test('forms and rosters: all but the withdrawn ones', () => {
    const text = [...textsOf('forms'), ...textsOf('category-rosters'), ...textsOf('district-rosters')].join('\n');
    expect(text).toMatch(/例七/);
    expect(text).toMatch(/西岭小学/);
    expect(text).not.toMatch(/例四/);
  });
});

describe('withdrawn nominees', () => {
  test('stand in the reconciliation sheet with their reasons', () => {
    const [sheet = ''] = textsOf('reconciliation');
    expect(sheet).toContain('撤回的推荐对象及原因');
    expect(sheet).toContain('发生治安案件');
    expect(sheet).toContain('所在单位已撤回');
    expect(textsOf('reconciliation', full).join()).not.toContain('撤回的推荐对象及原因');
  });

  test('take no place of the quota', async () => {
    const { messages } = await readFacts(await baseWith(rostersInStates()));
    const unused = messages.filter(({ code }) => code === 'quota.unused').map(({ text }) => text);
    expect(unused).toEqual(['“市属处”市级名额未用完：先进单位 0/1、先进治安责任人 0/1。']);
    expect(messages.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('leave a responsible person of theirs without a nominated unit', async () => {
    const rosters = rostersInStates();
    const path = 'rosters/先进治安责任人.csv';
    const dir = await baseWith({ ...rosters, [path]: (rosters[path] ?? '').replace('撤回,所在单位已撤回', '推荐,') });
    const { messages } = await readFacts(dir);
    expect(messages.map(({ code }) => code)).toContain('eligibility.unit-not-nominated');
  });
});

test('the counts per state add up to the rows of the rosters', () => {
  const [units] = prepared.reconciliation.rows;
  expect(units).toMatchObject({
    rows: 5,
    states: { nominated: 1, reviewed: 1, publicised: 1, final: 1, withdrawn: 1 },
    nominees: 4,
    forms: 8,
    certificates: 1,
    ok: true,
  });
  expect(prepared.reconciliation.rows.every(({ ok }) => ok)).toBe(true);
});

test('numbers in prose are the numbers of the lists', () => {
  const [letter = ''] = textsOf('authority-letters');
  expect(letter).toContain('教育行业共有先进集体2个、先进个人2名（先进单位1家、先进保卫部门1家、');
  const [publicity = ''] = textsOf('publicity');
  expect(publicity).toContain('先进单位3家、先进保卫部门1家、先进治安责任人2人、先进保卫干部3人，共9个集体和个人');
  const [request = ''] = textsOf('publicity-request');
  expect(request).toContain('本年度市级先进名额14个，各区企保协会和有关单位共推荐14个，其中2个已撤回。');
  const [final = ''] = textsOf('final-request');
  expect(final).toContain('共推荐市级先进14个，评选过程中撤回2个');
  expect(final).toContain('先进集体3个、先进个人4名');
});

describe('the papers', () => {
  test('to the authorities are numbered one after the other, and addressed by full name', () => {
    const letters = textsOf('authority-letters');
    expect(letters.map((text) => /〔2025〕\d+号/.exec(text)?.[0])).toEqual([
      '〔2025〕1号',
      '〔2025〕2号',
      '〔2025〕3号',
    ]);
    expect(letters[0]).toContain('示例市教育委员会：');
    expect(letters[0]).toContain('请于2025年1月6日前将意见书面函复我会。');
  });

  test('to the police go to each district that has nominees', () => {
    expect(textsOf('police-letters', full).map((text) => /示例市公安局.+：/.exec(text)?.[0])).toEqual([
      '示例市公安局东湖分局：',
      '示例市公安局西岭分局：',
    ]);
    expect(textsOf('police-letters')).toHaveLength(1);
  });

  test('that go up have a signer, or room for one', () => {
    expect(textsOf('final-request')[0]).toContain('示企保协〔2025〕7号\t签发人：　　　　');
  });

  test('give the days of the publicity', () => {
    expect(textsOf('publicity')[0]).toContain('公示时间：2025年1月7日至2025年1月13日（5个工作日）。');
  });

  test('name the first of each list in the decision, the only one by itself', () => {
    const [decision = ''] = textsOf('decision');
    expect(decision).toContain('授予示例东湖第一中学“示例市内保工作先进单位”称号');
    expect(decision).toContain('授予例一同志“示例市内保工作先进治安责任人”称号');
    expect(decision).toContain('授予例五等2名同志“示例市内保工作先进保卫干部”称号。');
    expect(textsOf('decision', full)[0]).toContain('授予示例东湖第一中学等5家单位“示例市内保工作先进单位”称号');
  });

  test('leave blank what is not decided', async () => {
    const yaml = readFileSync(join(baseCase, 'case.yaml'), 'utf8').replace(/^documents:\n(?: .*\n)+/m, '');
    const dir = await baseWith({ 'case.yaml': yaml.replace('  start: 2025-01-07\n', '') });
    const made = await prepare(dir, { systemFonts: false });
    if (!made.ok) throw new Error(JSON.stringify(made.messages, null, 1));
    const [letter = ''] = textsOf('authority-letters', made.value);
    expect(letter).toContain('示企保协〔　　　　〕　　号');
    expect(letter).toContain('请于　　　　年　　月　　日前将意见书面函复我会。');
    expect(textsOf('publicity-request', made.value)[0]).toContain('名单经审定后，拟公示5个工作日');
    expect(textsOf('publicity', made.value)[0]).toContain(
      '公示时间：　　　　年　　月　　日至　　　　年　　月　　日（5个工作日）。',
    );
  });

  test('are not made while no one has come so far', async () => {
    const rosters = Object.entries(rostersInStates()).map(([path, text]) => [
      path,
      text.replace(/,(?:最终|已公示|初审通过),(?=\n|$)/g, ',推荐,'),
    ]);
    const made = await prepare(await baseWith(Object.fromEntries(rosters)), { systemFonts: false });
    if (!made.ok) throw new Error(JSON.stringify(made.messages, null, 1));
    const names = new Set(made.value.composed.map(({ document }) => document.name));
    for (const name of ['authority-letters', 'police-letters', 'publicity', 'decision', 'news', 'certificates']) {
      expect(names).not.toContain(name);
    }
    expect(names).toContain('forms');
  });
});

describe('whatever the states', () => {
  /** What each document counts of a city nominee. */
  const takers = {
    'publicity-request': 'publicity',
    publicity: 'publicity',
    'final-request': 'approval',
    decision: 'award',
  } as const;

  test('each list holds exactly the nominees that it concerns', async () => {
    const { facts: base } = await readFacts(baseCase);
    if (base === undefined) throw new Error('the small case cannot be read');
    const everyone = base.roster;
    const states = fc.array(fc.constantFrom<NomineeStatus>(...statuses), {
      minLength: everyone.length,
      maxLength: everyone.length,
    });
    fc.assert(
      fc.property(states, (given) => {
        const now = everyone.map((one, index) => ({ ...one, status: given[index] ?? 'final' }));
        const roster = concerned('nomination', now);
        const facts: Facts = { ...base, roster, withdrawn: now.filter(({ status }) => status === 'withdrawn') };
        for (const [document, purpose] of Object.entries(takers)) {
          const lists = [...(documentViews[document]?.(facts) ?? [])].flatMap(
            ({ view }) => (view as { lists: readonly { rows: readonly unknown[] }[] }).lists,
          );
          const expected = concerned(purpose, now).filter(({ level }) => level === 'city');
          expect(lists.reduce((sum, { rows }) => sum + rows.length, 0)).toBe(expected.length);
        }
      }),
    );
  });
});
