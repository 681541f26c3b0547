/** What `neibao template …` shows. */
import { table } from '../report.ts';
import { type EditorFiles, settingsText } from '../template/editor.ts';
import type { Ejected } from '../template/eject.ts';
import {
  type CheckedFolder,
  type EditorSetup,
  shortName,
  type TemplateSummary,
  type ViewFields,
} from '../templates.ts';

export function reportTemplates(entries: readonly TemplateSummary[], packs: readonly string[]): string {
  const templates = entries.filter(({ partial }) => !partial);
  const rows = templates.map((one) => [shortName(one), one.zh, one.view, one.documents.join('、')]);
  const partials = entries.filter(({ partial }) => partial).map(shortName);
  return `${table(['模板', '内容', '数据', '文书'], rows)}\n片段：${partials.join('、')}\n文书包样例：${packs.join('、')}（用 neibao template eject 取出来改）\n`;
}

const typeNames = { text: '文字', number: '数', boolean: '是或否', list: '列表', group: '一组字段' } as const;

export function reportFields({ view, zh, fields }: ViewFields): string {
  const rows = fields.map(({ path, zh: meaning, type, values, empty, unit = '', example = '' }) => [
    path,
    meaning,
    `${values?.filter((one) => one !== '').join(' ') ?? typeNames[type]}${empty ? '，可能没有' : ''}`,
    unit,
    example,
  ]);
  return [
    `${zh}（{{!-- view: ${view} --}}）`,
    '',
    table(['字段', '含义', '类型', '单位', '例子'], rows),
    '“名称[]”是列表：{{#each 名称}}…{{/each}} 里面直接写各项自己的字段，外层的字段前面加 ../。',
    '',
  ].join('\n');
}

export function reportEjected({ dir, pack, files, kept, editor }: Ejected): string {
  return [
    `已写入 ${dir}：`,
    ...files.map((file) => `  ${file}`),
    ...(kept.length === 0 ? [] : ['原来已有、没有改动的片段：', ...kept.map((file) => `  ${file}`)]),
    '',
    `${pack ? '' : '不需要改动的片段可以删去，仍用内置的。'}改好后运行：`,
    `  neibao template check ${dir}`,
    `  neibao build 案卷文件夹 ${pack ? '--pack' : '--templates'} ${dir}`,
    ...editorLines(dir, editor),
    '',
  ].join('\n');
}

export function reportEditor({ dir, files, kept }: EditorSetup): string {
  const written = files.map((file) => `  ${file}`);
  return [`已写入 ${dir}：`, ...written, ...editorLines(dir, { files, kept }), ''].join('\n');
}

function editorLines(dir: string, { kept }: EditorFiles): readonly string[] {
  const name = dir === '.' ? '这个文件夹' : ` ${dir} 文件夹`;
  const ready = `在 VS Code 里打开${name}，写模板时自动提示字段、元素和角色，写 YAML 时提示各项设置（需要它推荐的 YAML 扩展）。`;
  const settings = '.vscode/settings.json';
  if (!kept.includes(settings)) return [ready];
  return [ready, `原有的 ${settings} 没有改动，要有这些提示，把下面的内容加进去：`, settingsText().trimEnd()];
}

export function reportChecked({ dir, templates, own }: CheckedFolder): string {
  if (dir === null) return `${templates} 个内置模板全部通过检查。\n`;
  const replaced = own.length === 0 ? '没有替换任何内置模板。' : `其中本单位自己的文件：${own.join('、')}`;
  return `${templates} 个模板全部通过检查；${replaced}\n`;
}
