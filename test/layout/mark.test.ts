import { beforeAll, describe, expect, test } from 'vitest';
import type { Inline } from '../../src/document/types.ts';
import { layJointMark } from '../../src/layout/mark.ts';
import { pageOf } from '../../src/layout/page.ts';
import type { FontSet } from '../../src/layout/types.ts';
import { freeFonts, paragraph, text } from './build.ts';

const { width } = pageOf('gongwen').area;
let fonts: FontSet;

beforeAll(async () => {
  fonts = await freeFonts();
});

function mark(...names: readonly string[]) {
  const lines = names.flatMap((name, index): Inline[] =>
    index === 0 ? [text(name)] : [{ type: 'break' }, text(name)],
  );
  return layJointMark(fonts, paragraph('organ', ...lines, text('文件', 'suffix')), 'gongwen', width);
}

describe('the mark of a joint paper (GB/T 9704 7.2.4)', () => {
  test('spreads its names to one width, lead organ first, as large as the type area allows', () => {
    const laid = mark('上海市公安局', '上海市企事业单位治安保卫协会');
    const rows = laid?.laid.lines.map((line) => line.runs.filter((run) => run.drop === undefined)) ?? [];
    expect(rows.map((runs) => runs.map((run) => run.text).join(''))).toEqual([
      '上海市公安局',
      '上海市企事业单位治安保卫协会',
    ]);
    const ends = rows.map((runs) => {
      const last = runs.at(-1);
      return [runs[0]?.x ?? 0, (last?.x ?? 0) + (last?.width ?? 0) - (last?.spacing ?? 0)] as const;
    });
    expect(ends[0]?.[0]).toBeCloseTo(ends[1]?.[0] ?? 0, 3);
    expect(ends[0]?.[1]).toBeCloseTo(ends[1]?.[1] ?? 0, 3);
    expect(laid?.style.size).toBeLessThan(42);
    expect(mark('上海市公安局', '市总工会')?.style.size).toBe(42);
  });

  test('has 文件 at the right, in the middle of the height of all names, inside the type area', () => {
    const laid = mark('甲市公安局', '甲市总工会', '甲市应急管理局');
    const suffix = laid?.laid.lines.at(-1)?.runs.find((run) => run.drop !== undefined);
    expect(suffix?.text).toBe('文件');
    expect(suffix?.drop).toBeCloseTo(-(laid?.style.pitch ?? 0), 5);
    expect((suffix?.x ?? 0) + (suffix?.width ?? 0)).toBeLessThanOrEqual(width + 0.01);
  });

  test('of one organ, or without 文件 to share, is no joint mark', () => {
    expect(mark('上海市公安局')).toBeUndefined();
    expect(layJointMark(fonts, paragraph('organ', '甲', { type: 'break' }, '乙'), 'gongwen', width)).toBeUndefined();
  });
});
