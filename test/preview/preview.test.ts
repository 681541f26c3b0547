import { execFileSync } from 'node:child_process';
import { cp, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Result } from '../../src/message.ts';
import { watchPreview } from '../../src/preview/show.ts';
import { openPreview, type Preview, type PreviewOptions, type Rendered } from '../../src/preview.ts';
import { runCli } from '../support/cli.ts';
import { baseCase, projectFolder, sampleCase, temporaryFolder } from '../support/package.ts';

const builtIn = join(projectFolder, 'templates', 'commendation');

async function opened(name: string, options: PreviewOptions = {}): Promise<Preview> {
  const result = await openPreview(baseCase, name, { systemFonts: false, ...options });
  if (!result.ok) throw new Error(JSON.stringify(result.messages, null, 1));
  return result.value;
}

async function rendered(preview: Preview): Promise<Rendered> {
  const result = await preview.render();
  if (!result.ok) throw new Error(JSON.stringify(result.messages, null, 1));
  return result.value;
}

const pagesIn = (html: string) => html.match(/<section class="page/g)?.length ?? 0;

describe('a preview', () => {
  test.each([
    'notice',
    'quota',
    'forms',
    'category-rosters',
    'publicity',
    'certificates',
    'payout',
    'withheld',
    'summary',
    'reconciliation',
    'cover',
  ])('shows the %s', async (name) => {
    expect((await rendered(await opened(name))).html).toContain('<section class="page');
  });

  test('shows the form or the certificate of one nominee alone, by name or a part of it', async () => {
    for (const nominee of ['例一', '示例东湖第一中学保卫处', '东湖百货']) {
      const { html } = await rendered(await opened('certificates', { nominee }));
      expect(pagesIn(html)).toBe(1);
      expect(html).toContain(nominee);
    }
    expect(pagesIn((await rendered(await opened('forms', { nominee: '例一' }))).html)).toBe(1);
  });

  test('shows the one of many that is asked for', async () => {
    expect((await rendered(await opened('district-rosters', { part: '西岭' }))).html).toContain('先进名册（西岭）');
  });

  test('shows the documents of own packs', async () => {
    const packs = [join(projectFolder, 'templates', 'award-meeting')];
    const { html } = await rendered(await opened('invitations', { packs, nominee: '例一' }));
    expect(html).toContain('例一同志：');
  });

  test('of the sample case takes less than a second once the case is read', async () => {
    const result = await openPreview(sampleCase, 'certificates', { systemFonts: false, nominee: '上海' });
    if (!result.ok) throw new Error(JSON.stringify(result.messages, null, 1));
    const preview = result.value;
    await preview.render();
    // The least of three: other programs run on the machine, too.
    const times = [];
    for (let run = 0; run < 3; run++) times.push((await rendered(preview)).milliseconds);
    expect(Math.min(...times)).toBeLessThan(1000);
  });

  test('is written where it is asked for, with a picture of each page where poppler is present', async () => {
    const out = await temporaryFolder('preview');
    const run = await runCli(['preview', baseCase, 'summary', '--out', out, '--png', '--no-open', '--json']);
    const { value } = JSON.parse(run.out);
    expect(run.exit).toBe(0);
    expect(value.location).toBe(join(out, 'summary.html'));
    expect(await readFile(value.location, 'utf8')).not.toContain('<script');
    if (hasPoppler()) {
      expect(value.images.length).toBeGreaterThan(0);
      expect((await readFile(value.images[0])).subarray(1, 4).toString()).toBe('PNG');
    }
  });
});

function hasPoppler(): boolean {
  try {
    execFileSync('pdftoppm', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe('while a template is being written', () => {
  let templates: string;
  let file: string;
  let source: string;
  beforeAll(async () => {
    templates = await temporaryFolder('templates');
    await mkdir(join(templates, 'commendation'));
    file = join(templates, 'commendation', 'certificates.hbs');
    await cp(join(builtIn, 'certificates.hbs'), file);
    source = await readFile(file, 'utf8');
  });

  test('the page follows every save, shows what is wrong with file and line, and comes back', async () => {
    const preview = await opened('certificates', { templates, nominee: '例一' });
    const ended = new AbortController();
    const renders: Result<Rendered>[] = [];
    const seen: string[] = [];
    await new Promise<void>((resolve, reject) => {
      const watching = watchPreview(preview, {
        signal: ended.signal,
        onReady: (url) => {
          const follow = async () => {
            const events = await listen(`${url}events`);
            seen.push(await get(url));
            await writeFile(file, source.replace('特发此证', '特颁此证'));
            await events.next();
            seen.push(await get(url));
            await writeFile(file, source.replace('{{recipient}}', '{{recipiant}}'));
            await events.next();
            seen.push(await get(url));
            // As editors save that write a new file and put it in the place of the old one.
            await writeFile(`${file}~`, source.replace('特发此证', '特此发证'));
            await rename(`${file}~`, file);
            await events.next();
            seen.push(await get(url));
            events.close();
          };
          follow()
            .catch(reject)
            .finally(() => ended.abort());
        },
        onRender: (result) => renders.push(result),
      });
      watching.then(resolve, reject);
    });
    expect(seen[0]).toContain('特发此证，以资鼓励');
    expect(seen[0]).toContain("new EventSource('events')");
    expect(seen[1]).toContain('特颁此证，以资鼓励');
    expect(seen[2]).toContain(`${file}　第7行`);
    expect(seen[2]).toContain('recipiant');
    expect(seen[3]).toContain('特此发证，以资鼓励');
    expect(renders.map((one) => one.ok)).toEqual([true, false, true]);
  });

  test('a misnamed file is no silent no-op: the page names it', async () => {
    const own = await temporaryFolder('misnamed');
    await mkdir(join(own, 'commendation'));
    await writeFile(join(own, 'commendation', 'certificate.hbs'), source);
    const result = await (await opened('certificates', { templates: own })).render();
    expect(result.messages).toMatchObject([
      { code: 'template.unknown-file', expected: 'commendation/certificates.hbs' },
    ]);
  });

  test('the server shows the document to nobody who does not know its address', async () => {
    await writeFile(file, source);
    const preview = await opened('certificates', { templates, nominee: '例一' });
    const ended = new AbortController();
    const answers: (readonly [string, number])[] = [];
    await watchPreview(preview, {
      signal: ended.signal,
      onReady: (url) => {
        const ask = async () => {
          const { origin, host } = new URL(url);
          expect(host).toMatch(/^127\.0\.0\.1:\d+$/);
          answers.push(['document', await statusOf(url)]);
          answers.push(['root', await statusOf(`${origin}/`)]);
          answers.push(['beside', await statusOf(`${url}../../package.json`)]);
          answers.push(['image', await statusOf(`${url}page-1.png`)]);
          answers.push(['other name', await statusOf(url, { host: 'evil.example' })]);
          answers.push(['post', await statusOf(url, {}, 'POST')]);
        };
        ask().finally(() => ended.abort());
      },
      onRender: () => {},
    });
    expect(answers).toEqual([
      ['document', 200],
      ['root', 404],
      ['beside', 404],
      ['image', 404],
      ['other name', 404],
      ['post', 404],
    ]);
  });
});

async function get(url: string): Promise<string> {
  return (await fetch(url)).text();
}

function statusOf(url: string, headers: Readonly<Record<string, string>> = {}, method = 'GET'): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asked.once('error', reject);
    asked.end();
  });
}

/** Waits for the events of a server, one after the other. */
async function listen(url: string) {
  const ended = new AbortController();
  const { body } = await fetch(url, { signal: ended.signal });
  const reader = body?.getReader();
  if (reader === undefined) throw new Error('no events');
  await reader.read();
  return { next: () => reader.read(), close: () => ended.abort() };
}
