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
  figures: [],
  threads: ['node:', 'piscina'],
  // The rubric is plain data, by which scoring sheets are recognised.
  case: [
    'case',
    'rules/rubric',
    'threads',
    'message',
    'nearest',
    'node:',
    'zod',
    'yaml',
    'csv-parse',
    'read-excel-file',
    'fflate',
  ],
  rules: ['rules', 'case/types', 'case/terms', 'figures', 'message', 'nearest', 'chinese-workday', 'util-helpers'],
  views: ['views', 'rules', 'register/types', 'case/types', 'case/terms', 'message'],
  // Its formats are YAML files of the pack, and of the office beside its own templates.
  bank: [
    'bank',
    'views',
    'case/read-yaml',
    'case/schema',
    'template/find',
    'message',
    'zod',
    'iconv-lite',
    'csv-stringify',
  ],
  document: ['document', 'message', 'nearest', 'htmlparser2'],
  template: [
    'template',
    'document',
    'figures',
    'message',
    'messages',
    'nearest',
    'node:',
    'handlebars',
    'nzh',
    'yaml',
    'zod',
  ],
  layout: ['layout', 'document', 'case/types', 'message', 'node:', 'fontkit', 'env-paths'],
  press: ['press', 'document', 'layout', 'message', 'node:', 'fontkit'],
  writers: [
    'writers',
    'press',
    'threads',
    'document',
    'layout',
    'case/types',
    'message',
    'node:',
    'docx',
    'pdfmake',
    'fontkit',
    'write-excel-file',
    'csv-stringify',
    'fflate',
  ],
  package: ['package', 'case/types', 'rules', 'disk', 'message', 'node:'],
  disk: [],
  // Pure but for reading and appending; `messages` for the reasons of what can be wrong with a line.
  register: ['register', 'case/types', 'case/terms', 'rules', 'disk', 'message', 'messages', 'node:'],
  // Documents of own packs: read like a case's own YAML, set like the built-in ones.
  pack: [
    'pack',
    'case/files',
    'case/read-yaml',
    'case/schema',
    'case/terms',
    'compose',
    'template/pack',
    'views',
    'writers/registry',
    'message',
    'nearest',
    'node:',
    'zod',
  ],
  counts: ['case/types', 'rules', 'views'],
  preview: [
    'preview',
    'prepare',
    'compose',
    'counts',
    'pack',
    'rules',
    'template',
    'views',
    'writers',
    'document/types',
    'case/types',
    'disk',
    'message',
    'nearest',
    'node:',
  ],
  compose: ['document', 'layout', 'package', 'template', 'views', 'message', 'case/types'],
  prepare: [
    'counts',
    'pack',
    'bank',
    'compose',
    'case',
    'package',
    'proof',
    'layout',
    'register',
    'rules',
    'template',
    'views',
    'message',
    'node:',
  ],
  proof: ['proof', 'gongwen', 'document', 'case/decode', 'case/mask', 'disk', 'message', 'messages', 'rules', 'node:'],
  build: ['prepare', 'disk', 'compose', 'rules', 'package', 'threads', 'views', 'writers', 'message', 'node:'],
  issue: ['build', 'prepare', 'register', 'rules', 'package', 'views', 'message', 'nearest', 'node:'],
  intake: [
    'intake',
    'case',
    'rules',
    'threads',
    // How many copies of a form the notice asks for.
    'views/form',
    'writers',
    'package',
    'disk',
    'message',
    'nearest',
    'node:',
    'write-excel-file',
    'fflate',
  ],
  init: ['init', 'case', 'disk', 'package', 'message', 'node:', 'yaml'],
  'register-case': ['prepare', 'case', 'disk', 'register', 'writers', 'message', 'messages', 'node:'],
  diff: ['prepare', 'rules', 'message', 'node:'],
  measure: ['measure', 'layout', 'document', 'case/types', 'message', 'node:', 'pdfjs-dist'],
  gongwen: [
    'gongwen',
    'case/decode',
    'document',
    'disk',
    'message',
    'node:',
    'mammoth',
    'marked',
    'htmlparser2',
    'fflate',
    'nzh',
  ],
  typeset: [
    'gongwen',
    'case/seal',
    'case/types',
    'document',
    'layout',
    'writers',
    'package',
    'disk',
    'message',
    'node:',
  ],
  templates: ['prepare', 'template', 'disk', 'nearest', 'message', 'node:'],
  progress: ['cli-progress'],
  report: ['build', 'case/types', 'case/terms', 'figures', 'rules', 'message', 'string-width'],
  cli: [
    'cli',
    'build',
    'preview',
    'proof',
    'init',
    'intake',
    'diff',
    'measure',
    'gongwen/types',
    'document/types',
    'typeset',
    'issue',
    'register',
    'register-case',
    'figures',
    'rules',
    'case/types',
    'case/terms',
    'progress',
    'report',
    'template/eject',
    'templates',
    'message',
    'commander',
    'string-width',
    'node:',
  ],
  index: [
    'preview',
    'register-case',
    'issue',
    'build',
    'diff',
    'init',
    'intake',
    'case',
    'document',
    'rules',
    'template',
    'templates',
    'writers',
    'message',
  ],
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
