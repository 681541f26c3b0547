#!/usr/bin/env node
/** The command line: arguments, stdout, stderr and exit codes; no work of its own. */
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Command, CommanderError } from 'commander';
import stringWidth from 'string-width';
import type { Shell } from './cli/shell.ts';
import { createShell, exit, type Io, usageProblem } from './cli/shell.ts';
import { message } from './message.ts';
import { version } from './version.ts';

/** Declares a verb, in the order of the help. What it works with is loaded only when it is called, or help is asked for. */
type Verb = (program: Command, shell: Shell, io: Io) => Promise<void>;

const verbs: Readonly<Record<string, Verb>> = {
  build: async (program, shell) => (await import('./cli/build.ts')).addBuild(program, shell),
  check: async (program, shell) => (await import('./cli/check.ts')).addCheck(program, shell),
  quota: async (program, shell) => (await import('./cli/quota.ts')).addQuota(program, shell),
  payout: async (program, shell) => (await import('./cli/payout.ts')).addPayout(program, shell),
  preview: async (program, shell, io) => (await import('./cli/preview.ts')).addPreview(program, shell, io),
  workbook: async (program, shell) => (await import('./cli/workbook.ts')).addWorkbook(program, shell),
  init: async (program, shell) => (await import('./cli/init.ts')).addInit(program, shell),
  diff: async (program, shell) => (await import('./cli/diff.ts')).addDiff(program, shell),
  collect: async (program, shell) => (await import('./cli/collect.ts')).addCollect(program, shell),
  print: async (program, shell) => (await import('./cli/print.ts')).addPrint(program, shell),
  calibrate: async (program, shell) => (await import('./cli/calibrate.ts')).addCalibrate(program, shell),
  typeset: async (program, shell) => (await import('./cli/typeset.ts')).addTypeset(program, shell),
  measure: async (program, shell) => (await import('./cli/measure.ts')).addMeasure(program, shell),
  proof: async (program, shell) => (await import('./cli/proof.ts')).addProof(program, shell),
  register: async (program, shell) => (await import('./cli/register.ts')).addRegister(program, shell),
  template: async (program, shell) => (await import('./cli/template.ts')).addTemplate(program, shell),
};

/** Runs one command and gives its exit code. @param argv arguments without node and script */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  const shell = createShell(io, argv.includes('--json'));
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
  try {
    const [name = ''] = argv;
    const called = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
    for (const declare of called ? [called] : Object.values(verbs)) await declare(program, shell, io);
    if (argv.length === 0) {
      io.out(program.helpInformation());
      return exit.usage;
    }
    await program.parseAsync([...argv], { from: 'user' });
    return shell.exitCode();
  } catch (error) {
    if (error instanceof CommanderError) {
      return error.exitCode === 0 ? exit.done : shell.fail(exit.usage, usageProblem(error.code, error.message));
    }
    if (process.env.NEIBAO_DEBUG) io.err(`${error instanceof Error ? error.stack : error}\n`);
    const reason = error instanceof Error ? error.message : String(error);
    return shell.fail(exit.fault, message('usage.internal', { reason }));
  }
}

const helpTitles: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

const entry = process.argv[1];
if (entry !== undefined && realpathSync(entry) === fileURLToPath(import.meta.url)) {
  // A reader such as `head` that has seen enough is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  process.exitCode = await main(process.argv.slice(2), {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    progress: process.stderr.isTTY,
  });
}
