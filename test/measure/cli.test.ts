import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { runCli } from '../support/cli.ts';
import { temporaryFolder } from '../support/package.ts';
import { rawPdf } from '../support/raw-pdf.ts';

let file: string;
beforeAll(async () => {
  file = join(await temporaryFolder('measure-cli'), '通知.pdf');
  // US Letter, not A4.
  await writeFile(file, rawPdf('BT /F1 16 Tf 80 700 Td (Notice) Tj ET', { width: 612, height: 792 }));
});

test('people read a table of what is broken, by how much and where', async () => {
  const { exit, out, err } = await runCli(['measure', file]);
  expect(exit).toBe(1);
  expect(err).toContain('GB/T 9704 的规定有');
  expect(out).toMatch(/5\.1条 +纸张高度 +规定 +297 mm +279\.4 mm +-17\.6 mm +1 +不符/);
  expect(out).toMatch(/没有签发人：.*7\.2\.6条 签发人右空/);
});

test('programs read one JSON value with a verdict for each clause', async () => {
  const { exit, out } = await runCli(['measure', file, '--json', '--profile', '33476', '--format', '信函']);
  const { ok, messages, value } = JSON.parse(out);
  expect([exit, ok, messages[0].code]).toEqual([1, false, 'measure.broken']);
  expect(value).toMatchObject({ file: '通知.pdf', pages: 1, profile: '33476', format: 'letter' });
  const { kept, broken, unmeasured } = value.summary;
  expect(kept + broken + unmeasured).toBe(value.clauses.length);
  expect(value.clauses.find(({ id }: { id: string }) => id === 'paperWidth')).toMatchObject({
    clause: '5.1',
    strength: '规定',
    verdict: 'broken',
    deviation: 5.9,
    page: 1,
  });
});

test('a profile or format that does not exist is wrong usage', async () => {
  expect((await runCli(['measure', file, '--profile', 'a4'])).exit).toBe(2);
  expect((await runCli(['measure', file, '--format', '公告'])).err).toContain('--format 不能是“公告”');
});
