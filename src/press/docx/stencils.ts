/**
 * The XML of paragraphs, runs and tables with gaps for their text: made by the `docx` package once for all that look
 * alike, and filled for each.
 */
import { Paragraph, TextRun } from 'docx';
import { kept } from '../../layout/kept.ts';
import { type TableGrid, wordTable } from '../../writers/docx/grid.ts';
import { type ParagraphLook, type PlannedParagraph, wordParagraph } from '../../writers/docx/paragraph.ts';
import { type PlannedRun, type RunLook, wordRun } from '../../writers/docx/run.ts';
import type { Ink } from './ink.ts';
import { xmlOf } from './xml.ts';

/** What stands before, between and behind the gaps. */
export type Stencil = readonly Uint8Array[];

/** Writes the XML of a paragraph of a form page. */
export function writeParagraph({ look, runs, pictures }: PlannedParagraph, ink: Ink): void {
  if (pictures.length > 0) throw new Error('a form page has a picture');
  const stencil = paragraphs.get(look) ?? paragraphStencil(look);
  ink.raw(stencil[0] as Uint8Array);
  for (const run of runs) writeRun(run, ink);
  ink.raw(stencil[1] as Uint8Array);
}

// Looks that are alike are mostly one object: it is looked up first, and else compared.
const paragraphs = new WeakMap<ParagraphLook, Stencil>();
const paragraphsByKey = new Map<string, Stencil>();
/** By the number of parts that tabs divide their text into. */
const runStencils = new WeakMap<RunLook, Stencil[]>();
const grids = new WeakMap<TableGrid, Stencil>();
const gridsByKey = new Map<string, Stencil>();

function paragraphStencil(look: ParagraphLook): Stencil {
  return kept(paragraphs, look, () =>
    kept(paragraphsByKey, JSON.stringify(look), () => {
      const xml = xmlOf(wordParagraph({ look, runs: [], pictures: [] }));
      return stencilOf(xml.replace('</w:p>', `${mark}</w:p>`), mark);
    }),
  );
}

function writeRun(run: PlannedRun, ink: Ink): void {
  if (run === 'break') {
    ink.raw(lineEnd);
    return;
  }
  const { look, text } = run;
  if (text.includes('\t')) {
    writeParts(look, text.split('\t'), ink);
    return;
  }
  const stencil = runStencil(look, 1);
  ink.raw(stencil[0] as Uint8Array);
  ink.text(text);
  ink.raw(stencil[1] as Uint8Array);
}

function writeParts(look: RunLook, parts: readonly string[], ink: Ink): void {
  const stencil = runStencil(look, parts.length);
  for (let index = 0; index < parts.length; index++) {
    ink.raw(stencil[index] as Uint8Array);
    ink.text(parts[index] as string);
  }
  ink.raw(stencil[parts.length] as Uint8Array);
}

function runStencil(look: RunLook, parts: number): Stencil {
  const byParts = kept(runStencils, look, newList);
  byParts[parts] ??= stencilOf(xmlOf(wordRun({ look, text: Array(parts).fill(mark).join('\t') })), mark);
  return byParts[parts];
}

const newList = (): Stencil[] => [];

/** Stands where a gap will be; no text of a stencil's own has it. */
const mark = '\ue000';

/** The XML of a table with a gap for the paragraphs of each cell that has text. */
export function gridStencil(grid: TableGrid): Stencil {
  return kept(grids, grid, () =>
    kept(gridsByKey, JSON.stringify(grid), () => {
      const cell = () => [new Paragraph({ children: [new TextRun(mark)] })];
      return stencilOf(xmlOf(wordTable(grid, cell)), xmlOf(cell()[0] as Paragraph));
    }),
  );
}

function stencilOf(xml: string, gap: string): Stencil {
  return xml.split(gap).map((part) => Buffer.from(part));
}

const lineEnd = Buffer.from(xmlOf(wordRun('break')));
