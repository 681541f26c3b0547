/** `neibao typeset`: sets any official text as a 公文. */
import type { Command } from 'commander';
import type { Profile } from '../document/types.ts';
import { type DocumentKind, documentKinds, type OfficialText, type PartRole } from '../gongwen/types.ts';
import { message } from '../message.ts';
import { type TypesetFormat, type TypesetOptions, type TypesetSummary, typeset, typesetFormats } from '../typeset.ts';
import { listOf, type Shell } from './shell.ts';

interface Options {
  readonly kind?: string;
  readonly out?: string;
  readonly formats?: string;
  readonly fonts?: string;
  readonly profile?: string;
  readonly seal?: string;
}

export function addTypeset(program: Command, shell: Shell): void {
  shell
    .command(
      program,
      'typeset',
      { 文稿: '.txt、.md 或 .docx 文件' },
      '把任何公文文稿按 GB/T 9704 排成 DOCX 和 PDF',
      'typeset 关于开展评选的通知.txt',
      'typeset 复函.docx --kind 函 -o 成文/复函.pdf',
      'typeset 会议纪要.md -o 成文 --formats docx',
    )
    .option('-o, --out <位置>', '写入的文件夹，或者 .docx、.pdf 文件名', 'out')
    .option('--kind <文种>', `文种，不写时看标题：${documentKinds.join('、')}`)
    .option('--formats <格式>', '只生成列出的格式：docx,pdf')
    .option('--profile <版式>', '页边：9704（默认）或 33476', '9704')
    .option('--seal <图片>', '加盖在署名上的印章，PNG 或 JPEG')
    .option('--fonts <文件夹>', '本单位的字体文件')
    .action(async (file: string, options: Options) => {
      const chosen = optionsOf(options);
      const wrong = typeof chosen === 'string' ? message('usage.invalid', { reason: chosen }) : undefined;
      const result = typeof chosen === 'string' ? undefined : await typeset(file, chosen);
      shell.finish(result ?? { ok: false, messages: wrong ? [wrong] : [] }, toJson, reportTypeset);
    });
}

/** The options, or what is wrong with them. */
function optionsOf({ kind, out, formats, fonts, profile, seal }: Options): TypesetOptions | string {
  const isKind = (name: string): name is DocumentKind => documentKinds.some((one) => one === name);
  const isFormat = (name: string): name is TypesetFormat => typesetFormats.some((one) => one === name);
  const isProfile = (name: string): name is Profile => name === '9704' || name === '33476';
  if (kind !== undefined && !isKind(kind)) return `没有“${kind}”这个文种，--kind 可以是${documentKinds.join('、')}`;
  if (profile !== undefined && !isProfile(profile)) return `没有“${profile}”这种版式，--profile 可以是 9704 或 33476`;
  const list = formats === undefined ? [] : listOf(formats);
  const unknown = list.find((name) => !isFormat(name));
  if (unknown !== undefined || (formats !== undefined && list.length === 0)) {
    return `不能生成“${unknown ?? ''}”格式，--formats 可以是 docx、pdf 或 docx,pdf`;
  }
  return {
    ...(kind !== undefined && { kind }),
    ...(out !== undefined && { out }),
    ...(list.length > 0 && { formats: list.filter(isFormat) }),
    ...(fonts !== undefined && { fonts }),
    ...(profile !== undefined && { profile }),
    ...(seal !== undefined && { seal }),
  };
}

function toJson({ official, files }: TypesetSummary): unknown {
  const { kind, format, parts } = official;
  return {
    files,
    kind,
    format,
    parts: parts.map(({ role, text, level, annex, line, lastLine }) => ({ role, text, level, annex, line, lastLine })),
  };
}

const formatNames: Readonly<Record<OfficialText['format'], string>> = {
  document: '文件',
  letter: '信函',
  order: '命令（令）',
  minutes: '纪要',
};
const shownRoles: readonly (readonly [PartRole, string])[] = [
  ['organ', '发文机关标志'],
  ['number', '发文字号'],
  ['title', '标题'],
  ['addressee', '主送机关'],
  ['annex-list', '附件说明'],
  ['signature', '署名'],
  ['date', '成文日期'],
  ['note', '附注'],
  ['copy-to', '抄送'],
  ['printed', '印发'],
];
const longest = 40;

/** What was recognised, part by part, and what was written. */
function reportTypeset({ official, files }: TypesetSummary): string {
  const { kind, format, parts } = official;
  const count = (role: PartRole) => parts.filter((part) => part.role === role).length;
  const shown = shownRoles.flatMap(([role, name]) =>
    parts
      .filter((part) => part.role === role && part.annex === 0)
      .map((part) => `  ${name}（第${part.line}行）：${short(part.text)}`),
  );
  return [
    `已认出：文种“${kind ?? '不是法定文种'}”，版式“${formatNames[format]}”，小标题 ${count('heading')} 个，表格 ${count('table')} 个，附件 ${count('annex-label')} 个。`,
    ...shown,
    '',
    '已写入：',
    ...files.map(({ path, pages }) => `  ${path}${pages === null ? '' : `（${pages} 页）`}`),
    '',
  ].join('\n');
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > longest ? `${line.slice(0, longest)}……` : line;
}
