import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Project } from 'ts-morph';
import { expect, test } from 'vitest';

/**
 * Which room may import which, and from outside. `case/types` and `case/terms` are what everybody may know of a case.
 * Packages stand by name, Node's own modules as `node:`.
 */
const allowed: Readonly<Record<string, readonly string[]>> = {
  message: ['messages'],
  messages: ['messages'],
  nearest: ['fastest-levenshtein'],
  // The rubric is plain data, by which scoring sheets are recognised.
  case: [
    'case',
    'rules/rubric',
    'message',
    'nearest',
    'node:',
    'zod',
    'yaml',
    'csv-parse',
    'read-excel-file',
    'fflate',
  ],
  rules: ['rules', 'case/types', 'case/terms', 'message', 'chinese-workday'],
  views: ['views', 'rules', 'case/types', 'case/terms', 'message'],
  document: ['document', 'message', 'nearest', 'htmlparser2'],
  template: ['template', 'document', 'message', 'nearest', 'node:', 'handlebars', 'nzh', 'yaml', 'zod'],
  layout: ['layout', 'document', 'case/types', 'message', 'node:', 'fontkit'],
  writers: [
    'writers',
    'document',
    'layout',
    'case/types',
    'message',
    'node:',
    'docx',
    'pdfmake',
    'fontkit',
    'write-excel-file',
    'fflate',
  ],
  package: ['package', 'case/types', 'rules', 'message', 'node:'],
  compose: ['document', 'layout', 'package', 'template', 'views', 'message', 'case/types'],
  prepare: ['compose', 'case', 'layout', 'rules', 'template', 'views', 'message', 'node:'],
  build: ['prepare', 'compose', 'rules', 'package', 'views', 'writers', 'message', 'node:'],
  intake: [
    'intake',
    'case',
    'rules',
    // How many copies of a form the notice asks for.
    'views/form',
    'writers',
    'package',
    'message',
    'nearest',
    'node:',
    'write-excel-file',
    'fflate',
  ],
  init: ['init', 'case', 'package', 'message', 'node:', 'yaml'],
  diff: ['prepare', 'rules', 'message', 'node:'],
  progress: ['cli-progress'],
  report: ['build', 'case/types', 'case/terms', 'rules', 'message', 'string-width'],
  cli: [
    'cli',
    'build',
    'init',
    'intake',
    'diff',
    'rules',
    'case/types',
    'case/terms',
    'progress',
    'report',
    'message',
    'commander',
    'string-width',
    'node:',
  ],
  index: ['build', 'diff', 'init', 'intake', 'case', 'document', 'rules', 'template', 'writers', 'message'],
};

test('each room imports only what its place in the house allows', () => {
  const root = fileURLToPath(new URL('../src', import.meta.url));
  const project = new Project({ skipAddingFilesFromTsConfig: true });
  const files = project.addSourceFilesAtPaths(`${root}/**/*.ts`);
  const moduleOf = (path: string) => relative(root, path).replaceAll('\\', '/').replace(/\.ts$/, '');
  const roomOf = (module: string) => module.split('/')[0] ?? '';
  const isAllowed = (target: string, one: string) =>
    target === one || target.startsWith(one.endsWith(':') ? one : `${one}/`);

  const wrong = files.flatMap((file) => {
    const from = moduleOf(file.getFilePath());
    const may = allowed[roomOf(from)] ?? [];
    return [...file.getImportDeclarations(), ...file.getExportDeclarations()]
      .flatMap((declaration) => {
        const specifier = declaration.getModuleSpecifierValue();
        const inside = specifier?.startsWith('.') ? declaration.getModuleSpecifierSourceFile() : undefined;
        return inside ? moduleOf(inside.getFilePath()) : (specifier ?? []);
      })
      .filter((to) => !may.some((one) => isAllowed(to, one)))
      .map((to) => `${from} → ${to}`);
  });
  expect(files.length).toBeGreaterThan(50);
  expect(wrong).toEqual([]);
});
