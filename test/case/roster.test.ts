import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRoster } from '../../src/case/roster.ts';
import type { Cell } from '../../src/case/table.ts';
import type { Category } from '../../src/case/types.ts';

const districts = ['浦东', '黄浦', '轨交', '市属处'];

/** A person with everything that must be there. */
const person = {
  级别: '市级',
  区: '浦东',
  单位全称: '示例中学',
  统一社会信用代码: '91990101000000019M',
  市企保协会会员: '是',
  姓名: '例一',
  性别: '男',
  职务: '校长',
} satisfies Record<string, Cell>;

function sheetOf(...records: readonly Readonly<Record<string, Cell>>[]) {
  const headers = [...new Set(records.flatMap((record) => Object.keys(record)))];
  return {
    file: 'rosters/a.xlsx',
    name: '先进保卫干部',
    rows: [headers, ...records.map((record) => headers.map((header) => record[header] ?? null))],
  };
}

function read(record: Readonly<Record<string, Cell>>, category: Category = 'officer') {
  const result = readRoster(sheetOf(record), category, districts);
  return {
    nominee: result.ok ? result.value[0] : undefined,
    codes: result.messages.map(({ code }) => code),
    messages: result.messages,
  };
}

describe('the table', () => {
  test('the order of the columns never matters', () => {
    const expected = read(person).nominee;
    fc.assert(
      fc.property(fc.shuffledSubarray(Object.entries(person), { minLength: 8 }), (entries) => {
        expect(read(Object.fromEntries(entries)).nominee).toEqual(expected);
      }),
    );
  });

  test('headers may carry a mark, spaces, line breaks and full-width forms', () => {
    const { 姓名, 性别, 职务, ...others } = person;
    const result = read({ ...others, '*姓名': 姓名, '性 别＊': 性别, '职\n务 *': 职务 });
    expect(result.codes).toEqual([]);
    expect(result.nominee).toMatchObject({ name: '例一', sex: '男', post: '校长' });
  });

  test('a title and blank rows may stand above the headers, and places still count from the top', () => {
    const { rows, ...sheet } = sheetOf({ ...person, 职务: null });
    const result = readRoster({ ...sheet, rows: [[], ['先进保卫干部名册'], [], ...rows] }, 'officer', districts);
    expect(result.messages.map(({ place }) => place)).toEqual([
      { file: 'rosters/a.xlsx', sheet: '先进保卫干部', row: 5, column: '职务' },
    ]);
  });

  test('blank rows are skipped, and so are rows that are only numbered', () => {
    const { rows, ...sheet } = sheetOf({ 序号: 1, ...person });
    const more = [[null], [2, null, ' '], rows[1] ?? []];
    const result = readRoster({ ...sheet, rows: [...rows, ...more] }, 'officer', districts);
    expect(result.ok && result.value.map(({ place }) => place.row)).toEqual([2, 5]);
    expect(result.messages.map(({ code, place }) => [code, place?.column])).toEqual([['case.column-unknown', '序号']]);
  });

  test('a missing column is said once, not for every row, and the other columns are still checked', () => {
    const { 职务: _, ...others } = person;
    const result = readRoster(sheetOf(others, { ...others, 性别: '先生' }), 'officer', districts);
    expect(result.messages.map(({ code }) => code)).toEqual(['case.column-missing', 'roster.choice']);
  });
});

describe('a cell', () => {
  test.each(['浦东', '浦东区', '浦东新区', ' 浦 东 新区 '])('the district %s is 浦东', (name) => {
    expect(read({ ...person, 区: name }).nominee?.district).toBe('浦东');
  });

  test('a district that could be two of the case is refused', () => {
    const result = readRoster(sheetOf({ ...person, 区: '浦东新区' }), 'officer', ['浦东', '浦东区']);
    expect(result.messages.map(({ code }) => code)).toEqual(['roster.district-unknown']);
  });

  test.each([
    '1975-03',
    '1975年3月',
    '1975.03',
    '197503',
    '1975/3',
    '１９７５－０３',
    197503,
    1975.03,
    new Date('1975-03-01T00:00:00Z'),
  ])('the birth month %s is 1975-03', (cell) => {
    expect(read({ ...person, 出生年月: cell }).nominee).toMatchObject({ birth: '1975-03' });
  });

  test.each(['1975', '1975-13', '75.3', '三月', 1975.1, '1975.1', 27454])('the birth month %s is refused', (cell) => {
    expect(read({ ...person, 出生年月: cell }).codes).toEqual(['roster.birth']);
  });

  test('names of two to four characters lose the spaces that fill them out, others keep theirs', () => {
    const nameOf = (name: string) => read({ ...person, 姓名: name }).nominee;
    expect(nameOf('张　三')).toMatchObject({ name: '张三' });
    expect(nameOf('欧 阳 一 二')).toMatchObject({ name: '欧阳一二' });
    expect(nameOf('㛃 䶮')).toMatchObject({ name: '㛃䶮' });
    expect(nameOf('阿依古丽·示例')).toMatchObject({ name: '阿依古丽·示例' });
    expect(nameOf('Li Ming')).toMatchObject({ name: 'Li Ming' });
  });

  test('identifiers become half-width upper case without what came along by copying', () => {
    const result = read({
      ...person,
      身份证号: '\u202d９９０１０１１９７５０３１５０１１x\u202c ',
      银行账号: '6222 0000 0001',
    });
    expect(result.nominee).toMatchObject({ idNumber: '99010119750315011X', account: '622200000001' });
  });

  test.each(['统一社会信用代码', '身份证号', '银行账号', '联系电话'])(
    '%s as a number is refused, and its digits are not shown',
    (column) => {
      const result = read({ ...person, [column]: 990101197503150100 });
      expect(result.codes).toEqual(['roster.identifier-number']);
      expect(JSON.stringify(result.messages)).not.toContain('19750315');
    },
  );

  test('a text that a spreadsheet has rounded is refused', () => {
    expect(read({ ...person, 身份证号: '9.90101E+17' }).codes).toEqual(['roster.identifier-number']);
  });

  test('a code with an E between digits is no rounded number', () => {
    expect(read({ ...person, 统一社会信用代码: '9199010112E4567890' }).codes).toEqual([]);
  });

  test('an identifier in the wrong column is masked', () => {
    const result = read({ ...person, 性别: '990101197503150119' });
    expect(result.messages[0]?.actual).toBe('990***********0119');
  });

  test('deeds keep their paragraphs, everything else stays on one line', () => {
    const result = read({ ...person, 主要事迹: '一、制度。\r\n二、演练。', 单位全称: '示例\n中学 ' });
    expect(result.nominee).toMatchObject({ deeds: '一、制度。\n二、演练。', unit: '示例中学' });
  });

  test('head count and scores are numbers, or null where the cell is empty', () => {
    const { 姓名: _1, 性别: _2, 职务: _3, ...unit } = person;
    expect(read({ ...unit, 人数: '１２０', 基本分: 92.5 }, 'unit').nominee).toMatchObject({
      headcount: 120,
      baseScore: 92.5,
      bonusScore: null,
    });
    expect(read({ ...unit, 人数: -1, 基本分: '92分' }, 'unit').codes).toEqual(['roster.count', 'roster.score']);
  });

  test('a department needs its name', () => {
    const { 姓名: _1, 性别: _2, 职务: _3, ...unit } = person;
    expect(read({ ...unit, 保卫部门名称: '保卫处' }, 'department').nominee).toMatchObject({ department: '保卫处' });
    expect(read(unit, 'department').codes).toEqual(['case.column-missing']);
  });
});
