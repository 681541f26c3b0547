/** `neibao collect`: takes what came back from the districts into the case. */
import type { Command } from 'commander';
import { type CollectOptions, collect } from '../intake/collect.ts';
import { message } from '../message.ts';
import { reportCollect } from './collect-report.ts';
import { listOf, type Shell } from './shell.ts';

interface Options extends Pick<CollectOptions, 'add' | 'replace' | 'partial'> {
  readonly received?: string;
  readonly prefer?: string;
}

/** @param today the date on which files came in that are collected now */
export function addCollect(program: Command, shell: Shell, today: () => Date = () => new Date()): void {
  shell
    .command(
      program,
      'collect',
      { 案卷文件夹: '含 case.yaml 的文件夹', '文件或文件夹...': '收到的名册：.xlsx、.csv，或存放它们的文件夹' },
      '收各区报来的名册：整理、核对后并入案卷，注明每一行的来源',
      'collect 案卷/2025 来件/浦东.xlsx',
      'collect 案卷/2025 来件 --received 2025-12-26',
      'collect 案卷/2025 来件/浦东.xlsx 来件/浦东-改.xlsx --prefer 浦东-改.xlsx',
      'collect 案卷/2025 来件/浦东-补充.xlsx --add',
    )
    .option('--received <日期>', '收到的日期，如 2025-12-26；不写即今天')
    .option('--prefer <文件>', '几份名册不一致时以哪一份为准；几个文件用逗号分隔')
    .option('--add', '补充原有的名册，不替换')
    .option('--replace', '整份替换原有的名册，即使没有一个相同的推荐对象')
    .option('--partial', '有错误的行和文件先不收，其余照收')
    .action(async (dir: string, paths: readonly string[], { received, prefer, ...options }: Options) => {
      const day = received ?? dayOf(today());
      if (!isDay(day)) {
        const wrong = message('usage.invalid', { reason: '--received 后面不是真实存在的日期' });
        return shell.finish({ ok: false, messages: [wrong] }, () => null, String);
      }
      const progress = await shell.progress('收取名册');
      const result = await collect(dir, paths, {
        ...options,
        received: day,
        prefer: listOf(prefer ?? ''),
        onProgress: progress.update,
      });
      progress.stop();
      shell.finish(result, (summary) => summary, reportCollect);
    });
}

/** The day on the user's own calendar as YYYY-MM-DD. */
function dayOf(date: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) && text.length === 10;
}
