/** `neibao workbook`: the workbooks that districts fill in. */
import type { Command } from 'commander';
import { type FillIn, writeFillIn } from '../intake/fill-in.ts';
import type { Shell } from './shell.ts';

export function addWorkbook(program: Command, shell: Shell): void {
  shell
    .verb(
      program,
      'workbook',
      '为各区生成填报名册用的工作簿',
      'workbook data/shanghai-2024',
      'workbook 案卷/2025 --out D:/2025年度名册下发',
    )
    .option('--out <文件夹>', '写入的文件夹，不写即 out/<案卷名>-回收表')
    .action(async (dir: string, { out }: { readonly out?: string }) => {
      shell.finish(await writeFillIn(dir, out === undefined ? {} : { out }), (value) => value, reportFillIn);
    });
}

function reportFillIn({ out, files }: FillIn): string {
  return [
    `已生成 ${files.length} 个区的工作簿，存放在：${out}`,
    '请逐区下发；收回后运行“neibao collect <案卷文件夹> <收回的文件夹>”。',
    '',
  ].join('\n');
}
