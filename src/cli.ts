#!/usr/bin/env node
/** The command line: arguments, stdout, stderr and exit codes; no work of its own. */
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Command, CommanderError } from 'commander';
import stringWidth from 'string-width';
import { version } from './build.ts';
import { addCalibrate } from './cli/calibrate.ts';
import { addCollect } from './cli/collect.ts';
import { addDiff } from './cli/diff.ts';
import { addInit } from './cli/init.ts';
import { addMeasure } from './cli/measure.ts';
import { addPreview } from './cli/preview.ts';
import { addPrint } from './cli/print.ts';
import { addProof } from './cli/proof.ts';
import { addRegister } from './cli/register.ts';
import { createShell, exit, type Io, usageProblem } from './cli/shell.ts';
import { addTemplate } from './cli/template.ts';
import { addTypeset } from './cli/typeset.ts';
import { addVerbs } from './cli/verbs.ts';
import { addWorkbook } from './cli/workbook.ts';
import { message } from './message.ts';

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
  addVerbs(program, shell);
  addPreview(program, shell, io);
  addWorkbook(program, shell);
  addInit(program, shell);
  addDiff(program, shell);
  addCollect(program, shell);
  addPrint(program, shell);
  addCalibrate(program, shell);
  addTypeset(program, shell);
  addMeasure(program, shell);
  addProof(program, shell);
  addRegister(program, shell);
  addTemplate(program, shell);
  try {
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
