/** `neibao check`: findings by district, and the workbooks that go back to the districts for correction. */
import type { Command } from 'commander';
import { type CheckSummary, check } from '../build.ts';
import { groupFindings } from '../intake/findings.ts';
import { type Returned, writeReturns } from '../intake/return.ts';
import { hasErrors, type Message, type Shown } from '../message.ts';
import { type MessageGroup, reportCheck, table } from '../report.ts';
import { collected, type Shell } from './shell.ts';

interface Options {
  readonly json?: boolean;
  readonly templates?: string;
  readonly pack?: readonly string[];
  readonly fonts?: string;
  readonly return?: string;
}

/** What is shown of a check: its summary where nothing stands against the case, the workbooks where they were asked for. */
interface Checked {
  readonly summary: CheckSummary | undefined;
  readonly returned: Returned | undefined;
}

export function addCheck(program: Command, shell: Shell): void {
  shell
    .verb(
      program,
      'check',
      '检查案卷和名册，按区列出问题；可为各区写出退回更正的工作簿',
      'check data/shanghai-2024',
      'check data/shanghai-2024 --json',
      'check 案卷/2025 --return 2025退回更正',
    )
    .option('--templates <文件夹>', '本单位自己的模板')
    .option('--pack <文件夹>', '本单位自己的文书包，可以写多次', collected)
    .option('--fonts <文件夹>', '本单位的字体文件')
    .option('--return <文件夹>', '把有问题的区的名册连同更正意见写入此文件夹')
    .action(async (dir: string, { json, templates, pack, fonts, return: target }: Options) => {
      const result = await check(dir, {
        ...(templates !== undefined && { templates }),
        ...(pack !== undefined && { packs: pack }),
        ...(fonts !== undefined && { fonts }),
      });
      const returned = target === undefined ? undefined : await writeReturns(dir, target, result.messages);
      const messages = [...result.messages, ...(returned?.messages ?? [])];
      const summary = result.ok ? result.value : undefined;
      const value = summary || returned?.ok ? { summary, returned } : undefined;
      const shown: Shown<Checked> = { ok: !hasErrors(messages), messages, value };
      const groups = json ? [] : await titledGroups(dir, messages);
      shell.finish(shown, checkJson, reportChecked, groups);
    });
}

function checkJson({ summary, returned }: Checked): unknown {
  return { ...summary, ...(returned && { returned: { out: returned.out, files: returned.files } }) };
}

function reportChecked({ summary, returned }: Checked): string {
  return [...(summary ? [reportCheck(summary)] : []), ...(returned?.ok ? [reportReturned(returned)] : [])].join('\n');
}

function reportReturned({ out, files }: Returned): string {
  if (files.length === 0) return `没有要退回各区更正的名册，${out} 里没有工作簿。\n`;
  const rows = files.map(({ path, district, errors, warnings }) => [district, String(errors), String(warnings), path]);
  return `${table(['退回更正', '错误', '提醒', '工作簿'], rows)}共 ${files.length} 个区，存放在：${out}\n`;
}

/** None where nothing concerns a district. */
async function titledGroups(dir: string, messages: readonly Message[]): Promise<readonly MessageGroup[]> {
  const groups = await groupFindings(dir, messages);
  return groups.every(({ district }) => district === null)
    ? []
    : groups.map(({ district, messages }) => ({ title: district ?? '案卷和其他', messages }));
}
