import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkTemplates } from '../../src/template/office.ts';

let work: string;
let folders = 0;
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'neibao-fields-'));
});
afterAll(() => rm(work, { recursive: true }));

/** What the check says of an own template for the view `payout`, and partials beside it: code, place, and what it proposes. */
async function findings(body: string, partials: Readonly<Record<string, string>> = {}): Promise<readonly string[]> {
  folders += 1;
  const folder = join(work, String(folders));
  const document = `{{!-- view: payout --}}\n<article title="{{title}}" page="plain">\n${body}\n</article>\n`;
  for (const [name, text] of Object.entries({ payout: document, ...partials })) {
    const file = join(folder, 'commendation', `${name}.hbs`);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  const { messages } = await checkTemplates(folder);
  return messages.map(({ code, place, actual, expected }) => {
    const at = `${place?.file === join(folder, 'commendation', 'payout.hbs') ? '' : 'partial '}${place?.line}:${place?.character}`;
    return `${code.replace('template.', '')} ${at} ${actual}${expected === undefined ? '' : ` → ${expected}`}`;
  });
}

describe('a field that the view does not have is told with line, column and the nearest name', () => {
  test.each([
    ['by itself', '<p>{{titel}}</p>', 'field-unknown 3:6 titel → title'],
    [
      'in an attribute',
      '<section role="sheet" name="{{titel}}"><p>a</p></section>',
      'field-unknown 3:31 titel → title',
    ],
    [
      'within a list',
      '{{#each pages}}{{#each rows}}<p>{{unitt}}</p>{{/each}}{{/each}}',
      'field-unknown 3:35 unitt → unit',
    ],
    ['of a group', '<p>{{withheld.cuont}}</p>', 'field-unknown 3:6 withheld.cuont → withheld.count'],
    [
      'in a branch that is rarely taken',
      '{{#if paged}}{{else if taxed}}<p>{{payeer}}</p>{{/if}}',
      'field-unknown 3:36 payeer → payer',
    ],
    [
      'for an empty list',
      '{{#each pages}}<p>a</p>{{else}}<p>{{payeer}}</p>{{/each}}',
      'field-unknown 3:37 payeer → payer',
    ],
    ['in a condition', '{{#unless taxt}}<p>a</p>{{/unless}}', 'field-unknown 3:11 taxt → tax'],
    ['as a value of a function', '<p>{{yuan amuont decimals=2}}</p>', 'field-unknown 3:11 amuont → amount'],
    ['in a function within', '{{#if (eq sate "open")}}<p>a</p>{{/if}}', 'field-unknown 3:11 sate → state'],
    ['from further out without ../', '{{#each parts}}<p>{{payer}}</p>{{/each}}', 'field-unknown 3:21 payer → ../payer'],
    [
      'two lists out',
      '{{#each pages}}{{#each rows}}<p>{{payer}}</p>{{/each}}{{/each}}',
      'field-unknown 3:35 payer → ../../payer',
    ],
    ['with one ../ too many', '<p>{{../title}}</p>', 'field-unknown 3:6 ../title → this'],
    ['from the root', '{{#each parts}}<p>{{@root.payr}}</p>{{/each}}', 'field-unknown 3:21 @root.payr → @root.payer'],
    [
      'by a name that a block gives',
      '{{#each parts as |part|}}<p>{{part.nam}}</p>{{/each}}',
      'field-unknown 3:31 part.nam → part.name',
    ],
    ['in a block turned round', '{{^each parts}}<p>{{payr}}</p>{{/each}}', 'field-unknown 3:21 payr → payer'],
    ['counting', '{{#each parts}}<p>{{inc @indx}}</p>{{/each}}', 'field-unknown 3:25 @indx → @index'],
    ['outside a list', '<p>{{inc @index}}</p>', 'field-unknown 3:10 @index → @root'],
    ['that every object has', '<p>{{constructor}}</p>', 'field-unknown 3:6 constructor → count'],
    ['of a list', '<p>{{parts.name}}</p>', 'field-unknown 3:6 parts.name → parts.length'],
    ['of a text', '<p>{{title.length}}</p>', 'field-unknown 3:6 title.length → title'],
  ])('%s', async (_, body, expected) => {
    expect(await findings(body)).toEqual([expected]);
  });

  test('in a partial, by its context and what it is given, told once', async () => {
    const row = '<p>{{name}}{{kind}}\n{{payer}}{{titel}}</p>';
    expect(
      await findings('{{#each parts}}{{> row this kind="类"}}{{/each}}{{#each taxItems}}{{> row kind="项"}}{{/each}}', {
        _row: row,
      }),
    ).toEqual(['field-unknown partial 2:3 payer → @root.payer', 'field-unknown partial 2:12 titel → name']);
  });

  test('all of them at once, in the order of the template', async () => {
    expect(await findings('<p>{{titel}}</p>\n<p>{{payr}}{{yuan amuont}}</p>')).toEqual([
      'field-unknown 3:6 titel → title',
      'field-unknown 4:6 payr → payer',
      'field-unknown 4:19 amuont → amount',
    ]);
  });
});

describe('what could go wrong silently is told before there is data', () => {
  test.each([
    ['a list shown as it is', '<p>{{parts}}</p>', 'not-text 3:6 parts'],
    ['a group shown as it is', '<p>{{withheld}}</p>', 'not-text 3:6 withheld'],
    ['yes or no shown as it is', '<p>{{taxed}}</p>', 'not-text 3:6 taxed'],
    ['fen shown as they are', '<p>{{amount}}元</p>', 'shows-fen 3:6 amount → {{yuan amount}}'],
    ['a count as money', '<p>{{yuan count}}</p>', 'helper-value 3:4 count：数 → 200000'],
    ['fen as a count', '<p>{{number amount}}</p>', 'helper-value 3:4 amount：金额（分） → 5208'],
    ['a name as a day', '<p>{{longDate payer}}</p>', 'helper-value 3:4 payer：文字 → 2024-12-17'],
    ['a text gone through', '{{#each title}}<p>a</p>{{/each}}', 'each-list 3:9 title'],
    ['a state that there is none of', '{{#if (eq state "done")}}<p>a</p>{{/if}}', 'never-equal 3:7 done → open'],
    ['a number compared with a text', '{{#if (eq count "3")}}<p>a</p>{{/if}}', 'never-equal 3:7 数、文字'],
    ['a group that may not be there', '<p>{{entered.count}}</p>', 'field-empty 3:6 entered.count'],
    [
      'the same in the other branch',
      '{{#if entered}}<p>a</p>{{else}}<p>{{entered.count}}</p>{{/if}}',
      'field-empty 3:37 entered.count',
    ],
    [
      'an item that may be missing from the last group of a list',
      '{{#each (inGroups parts 6)}}{{#each this}}<p>{{count}}</p>{{/each}}{{/each}}',
      'field-empty 3:48 count',
    ],
    [
      'one value gone through in groups',
      '{{#each (inGroups title 6)}}<p>a</p>{{/each}}',
      'helper-value 3:9 title：文字 → […] 6',
    ],
    ['an option that there is none of', '<p>{{yuan amount decimal=2}}</p>', 'option-unknown 3:18 decimal'],
  ])('%s', async (_, body, expected) => {
    expect(await findings(body)).toEqual([expected]);
  });

  test('what is given to a partial and not used', async () => {
    expect(await findings('<p>{{> day dya=date}}</p>', { _day: '{{longDate day}}{{#if payer}}{{/if}}' })).toEqual([
      'value-unused 3:12 dya',
      'field-unknown partial 1:12 day → date',
    ]);
  });
});

test('what is sure in a block, is', async () => {
  const body = `{{#if entered}}<p>{{entered.count}}{{#each parts}}{{../entered.count}}{{@root.entered.count}}{{/each}}</p>{{/if}}
{{#unless entered}}<p>a</p>{{else}}<p>{{entered.reversed.count}}</p>{{/unless}}
{{#with entered as |found|}}<p>{{count}}{{found.count}}{{../payer}}{{yuan astray.amount}}</p>{{else}}<p>{{payer}}</p>{{/with}}
<p>{{parts.length}}{{#each pages as |page number|}}{{#each page.rows}}{{inc number}}{{inc @../index}}{{dash line}}{{/each}}{{/each}}</p>`;
  expect(await findings(body)).toEqual([]);
});

test('a list in groups has the fields that its items have', async () => {
  const body = `{{#each (inGroups parts 6)}}{{#each this}}{{#if this}}<p>{{COUNT}}{{../length}}</p>{{/if}}{{/each}}{{/each}}`;
  expect(await findings(body.replace('COUNT', 'count'))).toEqual([]);
  expect(await findings(body.replace('COUNT', 'cuont'))).toEqual(['field-unknown 3:60 cuont → count']);
});
