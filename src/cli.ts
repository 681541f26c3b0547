#!/usr/bin/env node
/** The command line: arguments, stdout, stderr and exit codes; no work of its own. */
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Command, CommanderError } from 'commander';
import stringWidth from 'string-width';
import { type BuildOptions, build, check, payout, quota, type Shown, version } from './build.ts';
import { type Message, message } from './message.ts';
import { progressBar } from './progress.ts';
import { reportBuild, reportCheck, reportMessages, reportPayout, reportQuota } from './report.ts';

export interface Io {
  out(text: string): void;
  err(text: string): void;
  /** Whether to show progress: standard error is a terminal. */
  readonly progress: boolean;
}

/** Exit codes: 0 done · 1 the data has errors, and nothing was written · 2 wrong usage · 3 an own fault. */
const exit = { done: 0, dataErrors: 1, usage: 2, fault: 3 } as const;

interface Options {
  readonly json?: true;
  readonly out?: string;
  readonly only?: string;
  readonly formats?: string;
  readonly templates?: string;
  readonly fonts?: string;
}

/** Runs one command. @param argv arguments without node and script */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  let code: number = exit.done;
  const json = argv.includes('--json');

  /** Prints a result for people or for programs and remembers the exit code. */
  const finish = <T>(result: Shown<T>, toJson: (value: T) => unknown, report: (value: T) => string) => {
    if (!result.ok) code = result.messages.some((one) => one.code.startsWith('usage.')) ? exit.usage : exit.dataErrors;
    if (json) {
      const value = result.value === undefined ? null : toJson(result.value);
      io.out(`${JSON.stringify({ ok: result.ok, messages: result.messages, value }, null, 2)}\n`);
      return;
    }
    if (result.messages.length > 0) (result.ok ? io.out : io.err)(reportMessages(result.messages));
    if (result.value !== undefined) io.out(report(result.value));
  };

  const buildOptions = (options: Options): BuildOptions => ({
    ...(options.out !== undefined && { out: options.out }),
    ...(options.only !== undefined && { only: listOf(options.only) }),
    ...(options.formats !== undefined && { formats: listOf(options.formats) }),
    ...(options.templates !== undefined && { templates: options.templates }),
    ...(options.fonts !== undefined && { fonts: options.fonts }),
  });

  const program = new Command('neibao')
    .description('内保评选表彰文书工具：由一个案卷生成全套文书')
    .version(version, '-V, --version', '显示版本')
    .helpOption('-h, --help', '显示用法')
    .helpCommand(false)
    .exitOverride()
    .usage('<命令> [选项]')
    .configureHelp({
      displayWidth: stringWidth,
      styleTitle: (title) => helpTitles[title] ?? title,
      subcommandTerm: (command) => `${command.name()} ${command.usage()}`,
    })
    .configureOutput({ writeOut: (text) => io.out(text), writeErr: () => {} });

  program
    .command('build')
    .usage('<案卷文件夹> [选项]')
    .argument('<案卷文件夹>', '含 case.yaml 的文件夹')
    .description('生成全套文书，写入 out/<案卷名>')
    .option('--out <文件夹>', '写入的文件夹')
    .option('--only <文书>', '只生成列出的文书，用逗号分隔')
    .option('--formats <格式>', '只生成列出的格式：docx,pdf,xlsx,html')
    .option('--templates <文件夹>', '本单位自己的模板')
    .option('--fonts <文件夹>', '本单位的字体文件')
    .option('--json', '以 JSON 输出结果')
    .addHelpText(
      'after',
      examples(
        'build data/shanghai-2024',
        'build data/shanghai-2024 --only notice --formats docx',
        'build 案卷/2025 --out D:/2025年度文书 --fonts C:/Windows/Fonts',
      ),
    )
    .action(async (dir: string, options: Options) => {
      const progress = progressBar(io.progress && !json);
      const result = await build(dir, { ...buildOptions(options), onProgress: progress.update });
      progress.stop();
      finish(result, (summary) => summary, reportBuild);
    });

  program
    .command('check')
    .usage('<案卷文件夹> [选项]')
    .argument('<案卷文件夹>', '含 case.yaml 的文件夹')
    .description('检查案卷和名册，列出问题，不写任何文件')
    .option('--templates <文件夹>', '本单位自己的模板')
    .option('--fonts <文件夹>', '本单位的字体文件')
    .option('--json', '以 JSON 输出结果')
    .addHelpText('after', examples('check data/shanghai-2024', 'check data/shanghai-2024 --json'))
    .action(async (dir: string, options: Options) => {
      finish(await check(dir, buildOptions(options)), (summary) => summary, reportCheck);
    });

  program
    .command('quota')
    .usage('<案卷文件夹> [选项]')
    .argument('<案卷文件夹>', '含 case.yaml 的文件夹')
    .description('显示名额分配表')
    .option('--json', '以 JSON 输出结果')
    .addHelpText('after', examples('quota data/shanghai-2024', 'quota data/shanghai-2024 --json'))
    .action(async (dir: string) => {
      finish(
        await quota(dir),
        (value) => value.json,
        (value) => reportQuota(value.table),
      );
    });

  program
    .command('payout')
    .usage('<案卷文件夹> [选项]')
    .argument('<案卷文件夹>', '含 case.yaml 的文件夹')
    .description('显示奖金由谁发给谁、哪些不重复发放及原因')
    .option('--json', '以 JSON 输出结果')
    .addHelpText('after', examples('payout data/shanghai-2024', 'payout data/shanghai-2024 --json'))
    .action(async (dir: string) => {
      finish(
        await payout(dir),
        (value) => value.json,
        (value) => reportPayout(value.plan),
      );
    });

  try {
    if (argv.length === 0) {
      io.out(program.helpInformation());
      return exit.usage;
    }
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return exit.done;
      return fail(exit.usage, message('usage.invalid', { reason: usageReason(error) }));
    }
    if (process.env.NEIBAO_DEBUG) io.err(`${error instanceof Error ? error.stack : error}\n`);
    return fail(
      exit.fault,
      message('usage.internal', { reason: error instanceof Error ? error.message : String(error) }),
    );
  }

  function fail(exitCode: number, problem: Message): number {
    if (json) io.out(`${JSON.stringify({ ok: false, messages: [problem], value: null }, null, 2)}\n`);
    else io.err(reportMessages([problem]));
    return exitCode;
  }
}

const helpTitles: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

function listOf(text: string): readonly string[] {
  return text
    .split(/[,，、]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function examples(...lines: readonly string[]): string {
  return `\n示例：\n${lines.map((line) => `  neibao ${line}`).join('\n')}\n`;
}

/** What commander found wrong, in Chinese. */
function usageReason({ code, message: text }: CommanderError): string {
  const named = /'([^']+)'/.exec(text)?.[1] ?? '';
  switch (code) {
    case 'commander.unknownCommand':
      return `没有“${named}”这个命令`;
    case 'commander.unknownOption':
      return `没有“${named}”这个选项`;
    case 'commander.missingArgument':
      return `缺少案卷文件夹`;
    case 'commander.optionMissingArgument':
      return `选项“${named}”后面缺少内容`;
    case 'commander.excessArguments':
      return '多写了参数';
    default:
      return text;
  }
}

const entry = process.argv[1];
if (entry !== undefined && realpathSync(entry) === fileURLToPath(import.meta.url)) {
  process.exitCode = await main(process.argv.slice(2), {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    progress: process.stderr.isTTY,
  });
}
