import { describe, expect, test } from 'vitest';
import { createHandlebars } from '../../src/template/helpers.ts';

const handlebars = createHandlebars();
const render = (template: string, view: object) => handlebars.compile(template)(view);

describe('functions of templates', () => {
  test.each([
    ['{{longDate v}}', '2024-12-07', '2024年12月7日'],
    ['{{number v}}', 5208, '5,208'],
    ['{{number v}}', -1234567.5, '-1,234,567.5'],
    ['{{yuan v}}', 200000, '2000'],
    ['{{yuan v}}', 200050, '2000.50'],
    ['{{yuan v decimals=2}}', 71800000, '718,000.00'],
    ['{{fenAsYuan v}}', 71800000, '718000'],
    ['{{fenAsYuan v}}', 5, '0.05'],
    ['{{capital v}}', 200000, '贰仟元整'],
    ['{{dash v}}', 0, '-'],
    ['{{dash v}}', 8, '8'],
    ['{{dashNull v}}', 0, '0'],
    ['{{percent v}}', 0.03, '3%'],
    ['{{percent v}}', 0.125, '12.5%'],
    ['{{inc v}}', 0, '1'],
    ['{{han v}}', 10, '十'],
    ['{{han v}}', 21, '二十一'],
    ['{{join v}}', ['甲', '乙'], '甲、乙'],
    ['{{join v "；"}}', ['甲', '乙'], '甲；乙'],
    ['{{#if (eq v "city")}}市{{else}}区{{/if}}', 'city', '市'],
    [
      '{{#each (inGroups v 2)}}[{{#each this}}{{#if this}}{{this}}{{else}}空{{/if}}{{/each}}]{{/each}}',
      ['甲'],
      '[甲空]',
    ],
    ['{{#each (inGroups v 2)}}[{{join this}}]{{/each}}', ['甲', '乙', '丙', '丁'], '[甲、乙][丙、丁]'],
    ['{{#each (inGroups v 2)}}[{{join this}}]{{/each}}', [], ''],
    ['{{#each (inGroups v 2)}}[{{join this}}]{{/each}}', null, ''],
  ])('%s of %s', (template, v, text) => {
    expect(render(template, { v })).toBe(text);
  });

  test.each(['longDate', 'number', 'yuan', 'fenAsYuan', 'capital', 'percent', 'han', 'join'])(
    '%s shows nothing for null',
    (name) => {
      expect(render(`[{{${name} v}}]`, { v: null })).toBe('[]');
    },
  );

  test('null is a dash in tables', () => {
    expect(render('{{dash v}}{{dashNull v}}', { v: null })).toBe('--');
  });
});
