/** `neibao template …`: the built-in templates, what they may say, and an office's own in their place. */
import type { Command } from 'commander';
import {
  checkTemplateFolder,
  ejectTemplate,
  examplePacks,
  listTemplates,
  setUpEditor,
  showTemplate,
  templateFields,
} from '../templates.ts';
import type { Shell } from './shell.ts';
import { reportChecked, reportEditor, reportEjected, reportFields, reportTemplates } from './template-report.ts';

const nameOf = { 名称: '模板或文书的名称，例如 certificates、notice、_date' };

export function addTemplate(program: Command, shell: Shell): void {
  const template = program
    .command('template')
    .usage('<命令> [选项]')
    .description('模板：查看、取出、检查，查询可用的字段')
    .helpCommand(false);
  addReading(template, shell);
  addOwn(template, shell);
}

function addReading(template: Command, shell: Shell): void {
  shell
    .command(template, 'list', {}, '列出全部内置模板和片段', 'template list', 'template list --json')
    .usage('[选项]')
    .action(async () => {
      const value = await listTemplates();
      const packs = await examplePacks();
      shell.finish(
        { ok: true, messages: [], value },
        (entries) => entries,
        (entries) => reportTemplates(entries, packs),
      );
    });

  shell
    .command(template, 'show', nameOf, '显示一个内置模板的原文', 'template show certificates')
    .action(async (name: string) => {
      shell.finish(
        await showTemplate(name),
        (value) => value,
        ({ text }) => text,
      );
    });

  shell
    .command(
      template,
      'fields',
      nameOf,
      '列出一个模板可以用的字段：含义、类型、单位、例子',
      'template fields certificates',
      'template fields certificates --json',
    )
    .action(async (name: string) => shell.finish(await templateFields(name), (value) => value, reportFields));
}

function addOwn(template: Command, shell: Shell): void {
  shell
    .command(
      template,
      'eject',
      nameOf,
      '取出一个内置模板和它用到的片段，或一个文书包样例，供本单位修改',
      'template eject certificates',
      'template eject certificates 本单位模板',
      'template eject award-meeting 本单位文书包',
    )
    .usage('<名称> [文件夹] [选项]')
    .argument('[文件夹]', '写入的文件夹，不写时为“本单位模板”；文书包的，为它的名称')
    .action(async (name: string, dir: string | undefined) => {
      shell.finish(await ejectTemplate(name, dir), (value) => value, reportEjected);
    });

  shell
    .command(
      template,
      'check',
      {},
      '检查模板：内置的，或者一个文件夹里本单位自己的模板或文书包',
      'template check',
      'template check 本单位模板',
      'template check 本单位文书包 --json',
    )
    .usage('[文件夹] [选项]')
    .argument('[文件夹]', '本单位自己的模板或文书包；不写时检查内置模板')
    .action(async (dir: string | undefined) => {
      shell.finish(await checkTemplateFolder(dir), (value) => value, reportChecked);
    });

  shell
    .command(
      template,
      'editor',
      {},
      '让 VS Code 在一个文件夹里自动提示：模板的字段、元素和角色，case.yaml、pack.yaml 的各项',
      'template editor',
      'template editor 本单位文书包',
    )
    .usage('[文件夹] [选项]')
    .argument('[文件夹]', '在 VS Code 里打开的文件夹', '.')
    .action(async (dir: string) => {
      shell.finish(await setUpEditor(dir), (value) => value, reportEditor);
    });
}
