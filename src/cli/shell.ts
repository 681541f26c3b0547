/** What every verb of the command line shares: how it is declared, how its result is shown, how it ends. */
import type { Command } from 'commander';
import { type Message, message, type Shown } from '../message.ts';
import { type Progress, progressBar } from '../progress.ts';
import { type MessageGroup, reportMessages } from '../report.ts';

export interface Io {
  out(text: string): void;
  err(text: string): void;
  /** Whether to show progress: standard error is a terminal. */
  readonly progress: boolean;
}

/** Exit codes: 0 done · 1 the data has errors, and nothing was written · 2 wrong usage · 3 an own fault. */
export const exit = { done: 0, dataErrors: 1, usage: 2, fault: 3 } as const;

export interface Shell {
  /** Declares a verb that works on a case folder, with `--json` and examples in its help. */
  verb(program: Command, name: string, description: string, ...examples: readonly string[]): Command;
  /** The same for a verb that takes other folders: each with what it is. */
  command(
    program: Command,
    name: string,
    folders: Readonly<Record<string, string>>,
    description: string,
    ...examples: readonly string[]
  ): Command;
  /** Prints a result for people or for programs and remembers the exit code. People read the messages by group, where there are groups. */
  finish<T>(
    result: Shown<T>,
    toJson: (value: T) => unknown,
    report: (value: T) => string,
    groups?: readonly MessageGroup[],
  ): void;
  /** @param work what is being done, as people read it */
  progress(work?: string): Promise<Progress>;
  /** Prints a problem that ended the command, and gives the exit code back. */
  fail(exitCode: number, problem: Message): number;
  exitCode(): number;
}

export function createShell(io: Io, json: boolean): Shell {
  let code: number = exit.done;
  const print = (ok: boolean, messages: readonly Message[], value: unknown) =>
    io.out(`${JSON.stringify({ ok, messages, value }, null, 2)}\n`);
  const command: Shell['command'] = (program, name, folders, description, ...lines) => {
    const names = Object.keys(folders).map((folder) => `<${folder}>`);
    const made = program
      .command(name)
      .usage(`${names.join(' ')} [选项]`)
      .description(description)
      .option('--json', '以 JSON 输出结果')
      .addHelpText('after', `\n示例：\n${lines.map((line) => `  neibao ${line}`).join('\n')}\n`);
    for (const [folder, what] of Object.entries(folders)) made.argument(`<${folder}>`, what);
    return made;
  };
  return {
    verb: (program, name, description, ...lines) =>
      command(program, name, { 案卷文件夹: '含 case.yaml 的文件夹' }, description, ...lines),
    command,
    finish(result, toJson, report, groups) {
      if (!result.ok) {
        code = result.messages.some((one) => one.code.startsWith('usage.')) ? exit.usage : exit.dataErrors;
      }
      if (json) {
        print(result.ok, result.messages, result.value === undefined ? null : toJson(result.value));
        return;
      }
      if (result.messages.length > 0) (result.ok ? io.out : io.err)(reportMessages(result.messages, groups));
      if (result.value !== undefined) io.out(report(result.value));
    },
    progress: (work) => progressBar(io.progress && !json, work),
    fail(exitCode, problem) {
      if (json) print(false, [problem], null);
      else io.err(reportMessages([problem]));
      return exitCode;
    },
    exitCode: () => code,
  };
}

/** `notice,payout`, with Chinese or Western commas, as a list. */
export function listOf(text: string): readonly string[] {
  return text
    .split(/[,，、]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** The values of an option that may be given several times. */
export function collected(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

/** What commander found wrong, as a message. */
export function usageProblem(code: string, text: string): Message {
  const named = /'([^']+)'/.exec(text)?.[1] ?? '';
  const reasons: Readonly<Record<string, string>> = {
    'commander.unknownCommand': `没有“${named}”这个命令`,
    'commander.unknownOption': `没有“${named}”这个选项`,
    'commander.missingArgument': `缺少${named}`,
    'commander.help': '命令没有写全',
    'commander.missingMandatoryOptionValue': `缺少选项“${named}”`,
    'commander.optionMissingArgument': `选项“${named}”后面缺少内容`,
    'commander.excessArguments': '多写了参数',
  };
  return message('usage.invalid', { reason: reasons[code] ?? text });
}
