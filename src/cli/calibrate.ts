/** `neibao calibrate`: prints the page on which a printer is measured. */
import { type Command, Option } from 'commander';
import { type CalibrateSummary, calibrate } from '../calibrate.ts';
import type { Shell } from './shell.ts';

interface Options {
  readonly paper?: string;
  readonly landscape?: boolean;
  readonly applied?: boolean;
  readonly templates?: string;
  readonly out: string;
}

export function addCalibrate(program: Command, shell: Shell): void {
  shell
    .command(
      program,
      'calibrate',
      {},
      '生成打印机校准页：量出偏差，填进案卷，套打才对得准',
      'calibrate',
      'calibrate data/shanghai-2024 --applied',
      'calibrate --paper 8K --landscape --out 校准页.pdf',
    )
    .argument('[案卷文件夹]', '加 --applied 复查时，含 case.yaml 的文件夹')
    .usage('[案卷文件夹] [选项]')
    .option('--paper <纸张>', 'A3、A4、8K、16K，或者“宽×高”毫米，默认 A4')
    .option('--landscape', '横向放纸')
    .addOption(new Option('--applied', '按案卷里的校准值调整，用来复查'))
    .option('--templates <文件夹>', '本单位自己的模板')
    .option('--out <文件>', '写入的 PDF 文件', 'out/打印机校准页.pdf')
    .action(async (dir: string | undefined, { paper, landscape, applied, templates, out }: Options) => {
      if (applied && dir === undefined)
        program.error('error: missing required argument 案卷文件夹', { code: 'commander.missingArgument' });
      const result = await calibrate({
        out,
        ...(paper !== undefined && { paper }),
        ...(landscape && { orientation: 'landscape' as const }),
        ...(applied && dir !== undefined && { applied: dir }),
        ...(templates !== undefined && { templates }),
      });
      shell.finish(result, (summary) => summary, reportCalibrate);
    });
}

function reportCalibrate({ out }: CalibrateSummary): string {
  return `已写入 ${out}\n请按“实际大小”（100%）打印，照页上的说明量好后填入 case.yaml 的 printer。\n`;
}
