/** `neibao payout`: who is paid what by whom, why; and the issue of a batch. */
import type { Command } from 'commander';
import { payout } from '../build.ts';
import { yuanText } from '../figures.ts';
import { type IssueSummary, issue, rewriteBatch } from '../issue.ts';
import type { Shown } from '../message.ts';
import { reportPayout } from '../report.ts';
import { type Explained, explained } from '../rules/explained.ts';
import type { Shell } from './shell.ts';

interface Options {
  readonly explain?: string;
  readonly issue?: boolean;
  readonly files?: string;
  readonly prepared?: string;
  readonly reviewed?: string;
  readonly payer?: string;
  readonly date?: string;
  readonly out?: string;
  readonly templates?: string;
}

export function addPayout(program: Command, shell: Shell): void {
  shell
    .verb(
      program,
      'payout',
      '显示奖金由谁发给谁、哪些不重复发放及原因；加 --issue 登记发放',
      'payout data/shanghai-2024',
      'payout data/shanghai-2024 --explain 上海某某厂',
      'payout data/shanghai-2024 --issue --prepared 张三 --reviewed 李四 --payer 市企保协会',
      'payout data/shanghai-2024 --files 1',
    )
    .option('--explain <名称>', '说明某个单位、部门或个人的奖金为什么这样发')
    .option('--issue', '把待发放的奖金登记为一批，并生成发放表')
    .option('--prepared <姓名>', '制表人，与 --issue 同用')
    .option('--reviewed <姓名>', '复核人，与制表人不能是同一人')
    .option('--payer <发放单位>', '只发放这个单位负担的奖金')
    .option('--date <日期>', '发放日期，如 2025-01-20；不写为当天')
    .option('--files <批次>', '重新生成已登记的一批的发放表')
    .option('--out <文件夹>', '发放表写入的文件夹')
    .option('--templates <文件夹>', '本单位自己的模板和银行代发格式')
    .action(async (dir: string, options: Options) => {
      if (options.issue) {
        const { prepared = '', reviewed = '', payer, date } = options;
        const result = await issue(dir, {
          prepared,
          reviewed,
          ...(payer !== undefined && { payer }),
          ...(date !== undefined && { date }),
          ...fileOptions(options),
        });
        shell.finish(result, issueJson, reportIssue);
      } else if (options.files !== undefined) {
        shell.finish(await rewriteBatch(dir, options.files, fileOptions(options)), issueJson, reportIssue);
      } else if (options.explain !== undefined) {
        shell.finish(await explain(dir, options.explain), (value) => value, reportExplained);
      } else {
        shell.finish(
          await payout(dir),
          (value) => value.json,
          (value) => reportPayout(value.plan),
        );
      }
    });
}

function fileOptions({ out, templates }: Options) {
  return { ...(out !== undefined && { out }), ...(templates !== undefined && { templates }) };
}

async function explain(dir: string, name: string): Promise<Shown<readonly Explained[]>> {
  const shown = await payout(dir);
  return shown.value === undefined ? { ok: false, messages: shown.messages } : explained(shown.value.plan, name);
}

function reportExplained(awards: readonly Explained[]): string {
  return awards
    .map(({ recipient, unit, paid, explanation }) => {
      const who = recipient === unit ? unit : `${recipient}（${unit}）`;
      return `【${paid ? '发放' : '不发放'}】${who}\n        ${explanation}\n`;
    })
    .join('');
}

function issueJson({ batch, out }: IssueSummary) {
  if (batch === null) return { batch: null, out };
  const { payers, amount, tax, count, line, date, prepared, reviewed } = batch;
  const yuan = (fen: number) => fen / 100;
  return {
    batch: batch.batch,
    line,
    date,
    prepared,
    reviewed,
    count,
    amount: yuan(amount),
    tax: yuan(tax),
    payers: payers.map((one) => ({ ...one, amount: yuan(one.amount), tax: yuan(one.tax) })),
    out,
  };
}

function reportIssue({ batch, out }: IssueSummary): string {
  if (batch === null) return '';
  const lines = batch.payers.map(({ payer, count, amount }) => `  ${payer}：${count}笔，${yuanText(amount)}元`);
  return [
    `第${batch.batch}批（${batch.date}）共${batch.count}笔，${yuanText(batch.amount)}元：`,
    ...lines,
    ...(out === null ? [] : [`发放表存放在：${out}`]),
    '',
  ].join('\n');
}
