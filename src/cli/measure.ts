/** `neibao measure`: measures an official document against GB/T 9704. */
import type { Command } from 'commander';
import { type Measurement, measure } from '../measure/measure.ts';
import { measuredFormats, profiles } from '../measure/types.ts';
import { message, type Shown } from '../message.ts';
import { formatNames, reportMeasurement } from './measure-report.ts';
import type { Shell } from './shell.ts';

interface Options {
  readonly profile?: string;
  readonly format?: string;
  readonly office?: string;
}

export function addMeasure(program: Command, shell: Shell): void {
  shell
    .command(
      program,
      'measure',
      { 文件: '要测量的公文，PDF 或 DOCX' },
      '测量公文的版面，逐条对照 GB/T 9704',
      'measure 通知.pdf',
      'measure 函.docx --format 信函 --json',
    )
    .option('--profile <页边距>', '9704（天头37毫米）或 33476（上页边距34.58毫米），不写则由版面认出')
    .option('--format <格式>', '文件、信函、命令或纪要，不写则由版面认出')
    .option('--office <程序>', 'LibreOffice 的程序 soffice，不写则自动查找')
    .action(async (file: string, { profile, format, office }: Options) => {
      const ownProfile = profiles.find((name) => name === profile);
      const ownFormat = measuredFormats.find((name) => formatNames[name] === format);
      const wrong =
        profile !== undefined && ownProfile === undefined
          ? `--profile 不能是“${profile}”，只能是 ${profiles.join(' 或 ')}`
          : format !== undefined && ownFormat === undefined
            ? `--format 不能是“${format}”，只能是 ${Object.values(formatNames).join('、')}`
            : undefined;
      const measured: Shown<Measurement> =
        wrong !== undefined
          ? { ok: false, messages: [message('usage.invalid', { reason: wrong })] }
          : await measure(file, {
              ...(ownProfile && { profile: ownProfile }),
              ...(ownFormat && { format: ownFormat }),
              ...(office !== undefined && { office }),
            });
      shell.finish(measured, (value) => value, reportMeasurement);
    });
}
