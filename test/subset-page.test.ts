import { readdir, readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import * as meanings from '../src/document/meanings.ts';
import { parseDocument } from '../src/document/parse.ts';
import * as schema from '../src/document/schema.ts';
import * as page from '../src/layout/page.ts';
import * as style from '../src/layout/style.ts';
import * as name from '../src/writers/docx/name.ts';

type Example = { readonly page: string; readonly source: string };

interface Script {
  readonly examples: Readonly<Record<string, Readonly<Record<string, Example>>>>;
  documentOf(example: Example): string;
  pictures(): readonly string[];
  subsetPage(tools: object): string;
}

let script: Script;
beforeAll(async () => {
  const path = new URL('../scripts/subset.js', import.meta.url).href;
  script = await import(path);
});

describe('docs/html-subset.md', () => {
  test('says what the schema says now; npm run docs brings it up to date', async () => {
    const written = await readFile(new URL('../docs/html-subset.md', import.meta.url), 'utf8');
    expect(written).toBe(script.subsetPage({ schema, meanings, style, page, name }));
  });

  test('shows every element, attribute and role, with what it becomes in the four formats', async () => {
    const written = script.subsetPage({ schema, meanings, style, page, name });
    const { elements, paragraphRoles, spanRoles, tableRoles, rowHeights, ruleRoles, pageNames, sectionRoles } = schema;
    const roles = [paragraphRoles, spanRoles, tableRoles, rowHeights, ruleRoles, pageNames, sectionRoles].flat();
    for (const role of [...roles, ...schema.frameNames]) expect(written).toContain(`\n### ${role} `);
    for (const [element, { attributes }] of Object.entries(elements)) {
      const [, entry = ''] = written.split(`\n### \\<${element}\\> `);
      for (const attribute of Object.keys(attributes))
        expect(entry.split('\n### ')[0]).toContain(`\n- \`${attribute}\``);
    }
    const entries = written.split('\n### ').slice(1);
    for (const entry of entries) {
      expect(entry).toContain('\n| DOCX | PDF | XLSX | HTML |');
      expect(entry).toMatch(/\n!\[[\w-]+\]\(subset\/[\w-]+\.png\)/);
    }
  });

  test('has a picture for each, and no other', async () => {
    const files = await readdir(new URL('../docs/subset', import.meta.url));
    expect(files.toSorted()).toEqual(script.pictures().toSorted());
  });

  test('each example is a document', () => {
    const wrong = Object.values(script.examples)
      .flatMap((all) => Object.values(all))
      .flatMap((example) => parseDocument(script.documentOf(example)).messages);
    expect(wrong).toEqual([]);
  });
});
