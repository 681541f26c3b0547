import { expect, test } from 'vitest';
import { isBlank, normalisePersonName, normaliseUnitName } from '../../src/rules/names.ts';

test('width, spaces and the company ending make no difference to a unit', () => {
  const name = normaliseUnitName('上海某某（集团）有限公司');
  expect(normaliseUnitName('上海某某(集团) 有限责任公司')).toBe(name);
  expect(normaliseUnitName('　上海某某（集团）有限公司')).toBe(name);
  expect(normaliseUnitName('上海某某集团有限公司')).not.toBe(name);
});

test('the dot of a minority name may be any of the usual dots', () => {
  const name = normalisePersonName('阿依古丽·买买提');
  for (const dot of ['•', '・', '‧', '．']) expect(normalisePersonName(`阿依古丽${dot}买买提`)).toBe(name);
});

test('a dash or 无 is as good as an empty cell', () => {
  for (const text of ['', ' ', '-', '——', '/', '无', '暂无']) expect(isBlank(text)).toBe(true);
  for (const text of ['无锡路小学', '王', '待定山庄']) expect(isBlank(text)).toBe(false);
});
