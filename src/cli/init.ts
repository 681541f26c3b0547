/** `neibao init`: opens a case folder. */
import type { Command } from 'commander';
import { type InitSummary, init } from '../init.ts';
import { table } from '../report.ts';
import type { Shell } from './shell.ts';

export function addInit(program: Command, shell: Shell): void {
  shell
    .command(
      program,
      'init',
      { 新案卷文件夹: '还不存在的文件夹，或者空文件夹' },
      '新建案卷：从上一年的案卷延续，或者从空白开始',
      'init 案卷/2025 --from data/shanghai-2024',
      'init 案卷/2025',
    )
    .option('--from <旧案卷文件夹>', '上一年的案卷：设置和会员单位数带入新案卷，名册不带')
    .action(async (dir: string, options: { readonly from?: string }) => {
      shell.finish(await init(dir, options.from), (summary) => summary, reportInit);
    });
}

function reportInit({ dir, from, year, files, decisions }: InitSummary): string {
  const written = `已新建${year === null ? '空白' : `${year}年度`}案卷：\n${files.map((file) => `  ${file}`).join('\n')}\n`;
  if (from === null) {
    return `${written}\n请逐项填写 case.yaml（每一项上面有说明），在 members.csv 中填各区会员单位数，再运行“neibao check ${dir}”。\n`;
  }
  const members = decisions.filter(({ file }) => file === 'members.csv');
  const rows = decisions
    .filter(({ file }) => file === 'case.yaml')
    .map((one) => [`第${one.line}行`, one.key, one.old, one.new === '' ? '（留空）' : one.new, one.why]);
  return [
    written,
    `名册没有带入。下面 ${decisions.length} 项要由人决定或确认：`,
    '',
    table(['case.yaml', '项目', '原为', '现为', '原因'], rows),
    `members.csv：${members.length} 个区的会员单位数沿用上一年，请逐一核实。`,
    '',
    `改好一项，删去该行末尾的“待确认”；运行“neibao check ${dir}”可查看还剩哪些。`,
    '',
  ].join('\n');
}
