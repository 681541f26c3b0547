/** `neibao register …`: reads the register of payments and certificates, and corrects it. */
import type { Command } from 'commander';
import { message } from '../message.ts';
import {
  exportRegister,
  listRegister,
  registerCertificates,
  replaceCertificate,
  reversePayment,
  verifyRegister,
} from '../register-case.ts';
import {
  itemJson,
  reportExport,
  reportItems,
  reportNumbered,
  reportReplaced,
  reportReversed,
  reportSummary,
  reversalJson,
  summaryJson,
} from './register-report.ts';
import type { Shell } from './shell.ts';

interface Filter {
  readonly year?: string;
  readonly batch?: string;
}

interface Correction {
  readonly prepared: string;
  readonly reviewed: string;
  readonly reason: string;
}

export function addRegister(program: Command, shell: Shell): void {
  const register = program
    .command('register')
    .usage('<命令> <案卷文件夹> [选项]')
    .description('登记簿：核对、查看、导出发放和证书的记录，冲销、编号、换发')
    .helpCommand(false);
  addReading(register, shell);
  addCorrections(register, shell);
}

function addReading(register: Command, shell: Shell): void {
  shell
    .verb(register, 'verify', '逐行核对整本登记簿', 'register verify data/shanghai-2024')
    .action(async (dir: string) => shell.finish(await verifyRegister(dir), summaryJson, reportSummary));

  const list = shell.verb(
    register,
    'list',
    '列出登记簿的内容',
    'register list data/shanghai-2024',
    'register list data/shanghai-2024 --year 2024 --batch 1 --json',
  );
  filtered(list).action(async (dir: string, options: Filter) => {
    const filter = filterOf(options);
    if (filter === null) return shell.finish(wrongNumber('--year 或 --batch'), () => null, String);
    const listed = await listRegister(dir, filter);
    shell.finish(listed, ({ register, items }) => ({ register, entries: items.map(itemJson) }), reportItems);
  });

  const exported = shell.verb(
    register,
    'export',
    '把登记簿导出为 Excel 或 CSV 表格',
    'register export data/shanghai-2024',
    'register export data/shanghai-2024 --year 2024 --out 2024登记簿.csv',
  );
  filtered(exported)
    .option('--out <文件>', '写入的文件，.xlsx 或 .csv；不写为 out/<案卷名>-登记簿.xlsx')
    .action(async (dir: string, { out, ...options }: Filter & { readonly out?: string }) => {
      const filter = filterOf(options);
      if (filter === null) return shell.finish(wrongNumber('--year 或 --batch'), () => null, String);
      shell.finish(await exportRegister(dir, filter, out), (value) => value, reportExport);
    });
}

function addCorrections(register: Command, shell: Shell): void {
  const reverse = shell.verb(
    register,
    'reverse',
    '冲销一笔发放；冲销以后才能重新发放',
    'register reverse data/shanghai-2024 --line 12 --reason 账号有误，退票 --prepared 张三 --reviewed 李四',
  );
  signed(reverse)
    .requiredOption('--line <序号>', '要冲销的发放在登记簿中的序号')
    .requiredOption('--reason <理由>', '冲销的理由')
    .action(async (dir: string, { line, ...correction }: Correction & { readonly line: string }) => {
      if (!/^\d{1,9}$/.test(line)) return shell.finish(wrongNumber('--line'), () => null, String);
      shell.finish(await reversePayment(dir, Number(line), correction), reversalJson, reportReversed);
    });

  const certificates = shell.verb(
    register,
    'certificates',
    '为尚无编号的最终人选登记证书编号，撤回的编号作废',
    'register certificates data/shanghai-2024 --prepared 张三 --reviewed 李四',
  );
  signed(certificates).action(async (dir: string, people: Omit<Correction, 'reason'>) => {
    shell.finish(await registerCertificates(dir, people), (value) => value, reportNumbered);
  });

  const replace = shell.verb(
    register,
    'replace',
    '换发证书：登记新编号，注明原编号',
    'register replace data/shanghai-2024 --number 沪企保协表彰〔2024〕证0012号 --reason 遗失 --prepared 张三 --reviewed 李四',
  );
  signed(replace)
    .requiredOption('--number <证书编号>', '原证书的编号')
    .requiredOption('--reason <理由>', '换发的理由')
    .action(async (dir: string, { number, ...correction }: Correction & { readonly number: string }) => {
      shell.finish(await replaceCertificate(dir, number, correction), (value) => value, reportReplaced);
    });
}

function filtered(command: Command): Command {
  return command.option('--year <年度>', '只看这一评选年度').option('--batch <批次>', '只看这一批发放及其冲销');
}

function signed(command: Command): Command {
  return command
    .requiredOption('--prepared <姓名>', '制表人')
    .requiredOption('--reviewed <姓名>', '复核人，与制表人不能是同一人');
}

/** null where something else than a number stands there. */
function filterOf({ year, batch }: Filter): { year: number | undefined; batch: number | undefined } | null {
  const wrong = [year, batch].some((text) => text !== undefined && !/^\d{1,9}$/.test(text));
  const numberOf = (text: string | undefined) => (text === undefined ? undefined : Number(text));
  return wrong ? null : { year: numberOf(year), batch: numberOf(batch) };
}

function wrongNumber(option: string): { readonly ok: false; readonly messages: [ReturnType<typeof message>] } {
  return { ok: false, messages: [message('usage.invalid', { reason: `${option} 后面应为数字` })] };
}
