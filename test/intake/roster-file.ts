import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { categoryNames } from '../../src/case/terms.ts';
import type { Category } from '../../src/case/types.ts';

type Row = Readonly<Record<string, string>>;

/** An officer with everything that must be there. */
export function officer(name: string, more: Row = {}): Row {
  return {
    级别: '市级',
    区: '东湖',
    单位全称: '示例东湖第一中学',
    统一社会信用代码: '91990101000000019M',
    市企保协会会员: '是',
    姓名: name,
    性别: '男',
    职务: '保卫科科长',
    联系电话: '55500000',
    身份证号: '',
    主要事迹: '',
    ...more,
  };
}

export function unit(name: string, code: string, more: Row = {}): Row {
  return {
    级别: '市级',
    区: '东湖',
    单位全称: name,
    统一社会信用代码: code,
    市企保协会会员: '是',
    联系电话: '55500000',
    ...more,
  };
}

/** A CSV file's text with the columns of its first row. */
export function csv(rows: readonly Row[]): string {
  const headers = Object.keys(rows[0] ?? {});
  return `${[headers, ...rows.map((row) => headers.map((header) => row[header] ?? ''))].map((cells) => cells.join(',')).join('\n')}\n`;
}

/** Puts files into a folder that is removed after the test, and gives their paths. CSV files are named after their category. */
export async function incoming(files: Readonly<Record<string, string | Uint8Array>>): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'neibao-incoming-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const paths = Object.keys(files).map((name) => join(folder, name));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return paths;
}

export function csvName(category: Category, prefix = ''): string {
  return `${prefix}${categoryNames[category]}.csv`;
}
