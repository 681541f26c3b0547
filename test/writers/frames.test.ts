import { beforeAll, describe, expect, test } from 'vitest';
import { parseDocument } from '../../src/document/parse.ts';
import type { DocumentTree } from '../../src/document/types.ts';
import { frames } from '../../src/layout/frame.ts';
import { writeDocx } from '../../src/writers/docx.ts';
import { writeHtml } from '../../src/writers/html.ts';
import { writePdf } from '../../src/writers/pdf.ts';
import type { WriteContext } from '../../src/writers/types.ts';
import { freeFonts } from '../layout/build.ts';
import { readDocx } from '../support/docx.ts';
import { pathsOf } from '../support/pdf.ts';

let context: WriteContext;
let tree: DocumentTree;

beforeAll(async () => {
  context = { fonts: await freeFonts(), date: new Date('2024-12-17T00:00:00Z'), author: '市企保协会' };
  const page = (frame: string) => `<div role="page"${frame}><p role="certificate-title">荣誉证书</p></div>`;
  const pages = [' frame="certificate"', ' frame="certificate"', ' frame="lines"', ''].map(page).join('');
  const parsed = parseDocument(`<article title="证书" page="certificate">${pages}</article>`);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.messages));
  tree = parsed.value;
});

const [rich, plain] = [frames.certificate.length, frames.lines.length];

describe('each page has the frame that its template gives it', () => {
  test('in PDF', async () => {
    expect(await pathsOf(await writePdf(tree, context))).toEqual([rich, rich, plain, 0]);
  });

  test('in HTML', async () => {
    const html = new TextDecoder().decode(await writeHtml(tree, context));
    const strokes = html
      .split('<section')
      .slice(1)
      .map((page) => page.match(/<poly/g)?.length ?? 0);
    expect(strokes).toEqual([rich, rich, plain, 0]);
  });

  test('in DOCX, where pages of one frame share a header, and none is taken over from the pages before', async () => {
    const docx = readDocx(await writeDocx(tree, context));
    const headers = docx.parts.filter((path) => /^word\/header\d+\.xml$/.test(path)).sort();
    const shapes = headers.map((path) => docx.part(path).match(/<v:shape /g)?.length ?? 0);
    expect(headers).toHaveLength(3);
    expect(shapes[0]).toBeGreaterThan(shapes[1] ?? 0);
    expect(shapes[1]).toBeGreaterThan(0);
    expect(shapes[2]).toBe(0);
    expect(docx.part('word/document.xml').match(/<w:headerReference /g)).toHaveLength(3);
  });
});
