/** `neibao build`: the whole package. */
import type { Command } from 'commander';
import { type BuildOptions, build } from '../build.ts';
import { reportBuild } from '../report.ts';
import { collected, listOf, type Shell } from './shell.ts';

interface Options {
  readonly out?: string;
  readonly only?: string;
  readonly formats?: string;
  readonly templates?: string;
  readonly pack?: readonly string[];
  readonly fonts?: string;
  readonly overprint?: boolean;
}

export function addBuild(program: Command, shell: Shell): void {
  shell
    .verb(
      program,
      'build',
      '生成全套文书，写入 out/<案卷名>',
      'build data/shanghai-2024',
      'build data/shanghai-2024 --only notice --formats docx',
      'build 案卷/2025 --out D:/2025年度文书 --fonts C:/Windows/Fonts',
    )
    .option('--out <文件夹>', '写入的文件夹')
    .option('--only <文书>', '只生成列出的文书，用逗号分隔')
    .option('--formats <格式>', '只生成列出的格式：docx,pdf,xlsx,html')
    .option('--templates <文件夹>', '本单位自己的模板')
    .option('--pack <文件夹>', '本单位自己的文书包，可以写多次', collected)
    .option('--fonts <文件夹>', '本单位的字体文件')
    .option('--overprint', '另外生成套打文件：只有填写的内容，打印在已经印好的证书、表格上')
    .action(async (dir: string, options: Options) => {
      const progress = await shell.progress();
      const result = await build(dir, { ...buildOptions(options), onProgress: progress.update });
      progress.stop();
      shell.finish(result, (summary) => summary, reportBuild);
    });
}

function buildOptions({ out, only, formats, templates, pack, fonts, overprint }: Options): BuildOptions {
  return {
    ...(out !== undefined && { out }),
    ...(only !== undefined && { only: listOf(only) }),
    ...(formats !== undefined && { formats: listOf(formats) }),
    ...(templates !== undefined && { templates }),
    ...(pack !== undefined && { packs: pack }),
    ...(fonts !== undefined && { fonts }),
    ...(overprint !== undefined && { overprint }),
  };
}
