/** `neibao print`: certificates, forms and other pages of one nominee each, as files for the printer. */
import type { Command } from 'commander';
import { type PrintOptions, type PrintSummary, print } from '../print.ts';
import { table } from '../report.ts';
import { collected, type Shell } from './shell.ts';

interface Options {
  readonly out?: string;
  readonly by?: string;
  readonly paper?: string;
  readonly gap?: string;
  readonly duplex?: boolean;
  readonly overprint?: boolean;
  readonly templates?: string;
  readonly pack?: readonly string[];
  readonly fonts?: string;
}

export function addPrint(program: Command, shell: Shell): void {
  shell
    .verb(
      program,
      'print',
      '把证书、审批表等排成可以直接印制的文件，附每个文件的清单',
      'print data/shanghai-2024 certificates --by district',
      'print data/shanghai-2024 certificates --overprint --by 100',
      'print data/shanghai-2024 certificates --paper A3 --duplex',
    )
    .argument('<文书>', '每人一页的文书：certificates 证书、forms 审批表等')
    .usage('<案卷文件夹> <文书> [选项]')
    .option('--out <文件夹>', '写入的文件夹，默认 out/<案卷名>-印制')
    .option('--by <分法>', '每区一个文件写 district，每若干份一个文件写份数')
    .option('--paper <纸张>', '几份拼在一张大纸上：A3、A4、8K、16K，或者“宽×高”毫米')
    .option('--gap <毫米>', '拼版时各份之间的距离，默认 0')
    .option('--duplex', '双面打印机用：每张纸只印正面，背面补空白页')
    .option('--overprint', '套打：只印填写的内容')
    .option('--templates <文件夹>', '本单位自己的模板')
    .option('--pack <文件夹>', '本单位自己的文书包，可以写多次', collected)
    .option('--fonts <文件夹>', '本单位的字体文件')
    .action(async (dir: string, document: string, options: Options) => {
      shell.finish(await print(dir, document, optionsOf(options)), (summary) => summary, reportPrint);
    });
}

function optionsOf({ gap, pack, ...rest }: Options): PrintOptions {
  return {
    ...rest,
    ...(pack !== undefined && { packs: pack }),
    ...(gap !== undefined && { gap: Number(gap) }),
  };
}

function reportPrint({ out, files }: PrintSummary): string {
  const rows = files.map(({ path, count, pages, from, to }) => [path, String(count), String(pages), from, to]);
  return `${table(['文件', '份数', '页数', '编号从', '编号到'], rows)}\n已写入 ${out}，清单为其中的“印制清单”。\n请按“实际大小”（100%）打印。\n`;
}
