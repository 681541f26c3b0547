/** `neibao preview`: one document to look at, once or while its template is being written. */
import type { Command } from 'commander';
import { hasErrors, type Message, type Result } from '../message.ts';
import { openInBrowser } from '../preview/browser.ts';
import { type PreviewFiles, watchPreview, writePreview } from '../preview/show.ts';
import { openPreview, type Preview, type PreviewOptions, type Rendered } from '../preview.ts';
import { reportMessages } from '../report.ts';
import { collected, type Io, type Shell } from './shell.ts';

interface Options {
  readonly nominee?: string;
  readonly part?: string;
  readonly templates?: string;
  readonly pack?: readonly string[];
  readonly fonts?: string;
  readonly out?: string;
  readonly png?: boolean;
  readonly poppler?: string;
  readonly watch?: boolean;
  readonly open: boolean;
}

export function addPreview(program: Command, shell: Shell, io: Io): void {
  shell
    .command(
      program,
      'preview',
      { 案卷文件夹: '含 case.yaml 的文件夹', 文书: '文书名称，如 notice、certificates；neibao template list 列出全部' },
      '预览一份文书，在浏览器里打开；加 --watch，保存模板后自动重新显示',
      'preview data/shanghai-2024 notice',
      'preview data/shanghai-2024 certificates --nominee 上海某某厂 --templates 我的模板 --watch',
      'preview data/shanghai-2024 invitations --pack templates/award-meeting --png',
    )
    .option('--nominee <名称>', '只看这个单位、部门或个人的审批表、证书等')
    .option('--part <名称>', '一种有多份的，看名称含这几个字的一份，如区名')
    .option('--templates <文件夹>', '本单位自己的模板')
    .option('--pack <文件夹>', '本单位自己的文书包，可以写多次', collected)
    .option('--fonts <文件夹>', '本单位的字体文件')
    .option('--out <文件夹>', '预览写入的文件夹；不写时写入系统的临时文件夹')
    .option('--png', '同时画出 PDF 的每一页（需要 poppler）')
    .option('--poppler <程序>', 'pdftoppm 的位置，系统能找到的不必写')
    .option('--watch', '一直开着，模板保存后重新显示；按 Ctrl+C 结束')
    .option('--no-open', '不打开浏览器，只写出位置')
    .action(async (dir: string, name: string, options: Options) => {
      const began = performance.now();
      const opened = await openPreview(dir, name, previewOptions(options));
      const readIn = Math.round(performance.now() - began);
      if (!opened.ok) return shell.finish(opened, never, never);
      const reading = { preview: opened.value, found: opened.messages, read: readIn };
      await (options.watch ? watch(reading, options, shell, io) : once(reading, options, shell));
    });
}

/** What is shown of one preview. */
interface Report {
  readonly document: string;
  readonly count: number;
  /** File or address to open; in a watch, of the page. */
  readonly location: string;
  readonly images: readonly string[];
  readonly milliseconds: { readonly read: number; readonly render: number | null };
  readonly opened: boolean;
}

/** A preview whose case has been read: what was found, and how many milliseconds it took. */
interface Reading {
  readonly preview: Preview;
  readonly found: readonly Message[];
  readonly read: number;
}

async function once({ preview, found, read }: Reading, { out, open, png }: Options, shell: Shell): Promise<void> {
  const first = await preview.render();
  if (!first.ok) return shell.finish({ ok: false, messages: [...found, ...first.messages] }, never, never);
  const drawn = png ? await first.value.draw() : undefined;
  const pages = drawn?.ok ? drawn.value : [];
  const written: Result<PreviewFiles> = await writePreview(preview, first.value, pages, out);
  if (!written.ok) return shell.finish(written, never, never);
  const { html: location, images } = written.value;
  const report: Report = {
    document: preview.path,
    count: preview.count,
    location,
    images,
    milliseconds: { read, render: first.value.milliseconds },
    opened: open && (await openInBrowser(location)),
  };
  const messages = [...found, ...first.messages, ...(drawn?.messages ?? [])];
  shell.finish({ ok: true, messages, value: report }, (value) => value, reportOnce);
}

async function watch({ preview, found, read }: Reading, options: Options, shell: Shell, io: Io): Promise<void> {
  const ended = new AbortController();
  const end = () => ended.abort();
  process.once('SIGINT', end).once('SIGTERM', end);
  await watchPreview(preview, {
    png: options.png === true,
    signal: ended.signal,
    async onReady(location, first) {
      const report: Report = {
        document: preview.path,
        count: preview.count,
        location,
        images: [],
        milliseconds: { read, render: first.ok ? first.value.milliseconds : null },
        opened: options.open && (await openInBrowser(location)),
      };
      // What is wrong with the template so far is no end: it stands on the page, to be mended there.
      shell.finish({ ok: true, messages: [...found, ...first.messages], value: report }, (value) => value, reportWatch);
    },
    onRender: (result) => io.err(reportRender(result)),
  });
  process.off('SIGINT', end).off('SIGTERM', end);
}

function previewOptions({ nominee, part, templates, pack, fonts, poppler }: Options): PreviewOptions {
  return {
    ...(nominee !== undefined && { nominee }),
    ...(part !== undefined && { part }),
    ...(templates !== undefined && { templates }),
    ...(pack !== undefined && { packs: pack }),
    ...(fonts !== undefined && { fonts }),
    ...(poppler !== undefined && { poppler }),
  };
}

function reportOnce(report: Report): string {
  const { location, images, opened } = report;
  const pictures = images.length === 0 ? '' : `页面图片：${images[0]} 等 ${images.length} 张\n`;
  return `${summaryOf(report)}${opened ? '已在浏览器打开' : '请打开'}：${location}\n${pictures}`;
}

function reportWatch(report: Report): string {
  const { location, opened } = report;
  return `${summaryOf(report)}${opened ? '已在浏览器打开' : '请在浏览器打开'}：${location}
保存模板后自动重新显示；案卷只读一次，案卷有改动时请重新运行。按 Ctrl+C 结束。
`;
}

function summaryOf({ document, count, milliseconds: { read, render } }: Report): string {
  const many = count === 1 ? '' : `（这种文书共 ${count} 份，用 --part 或 --nominee 看其他的）`;
  const setIn = render === null ? '' : `，排版 ${seconds(render)} 秒`;
  return `${document}${many}：读案卷 ${seconds(read)} 秒${setIn}\n`;
}

function reportRender(result: Result<Rendered>): string {
  const findings = result.messages.length > 0 ? reportMessages(result.messages) : '';
  return result.ok && !hasErrors(result.messages)
    ? `${findings}已重新显示，${seconds(result.value.milliseconds)} 秒\n`
    : findings;
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(2);
}

function never(): never {
  throw new Error('a result without a value is not shown');
}
