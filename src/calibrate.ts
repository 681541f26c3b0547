/** `neibao calibrate`: the page on which an office measures where its printer prints. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { readFrame } from './case/read.ts';
import { diskFault } from './disk.ts';
import type { Paragraph } from './document/types.ts';
import {
  calibrationMark,
  calibrationOf,
  calibrationText,
  figureSize,
  rulerLength,
  rulersOf,
  takesRuler,
} from './layout/calibration.ts';
import { loadFonts } from './layout/fonts.ts';
import { layParagraph } from './layout/lines.ts';
import { type Paper, paperNames, paperOf, turned } from './layout/paper.ts';
import { atSize, styleOf } from './layout/style.ts';
import type { FontSet } from './layout/types.ts';
import { mm } from './layout/units.ts';
import { hasErrors, type Message, message, type Result } from './message.ts';
import { onePerPage } from './press/arrange.ts';
import { pressSheets } from './press/press.ts';
import type { Piece, Sheet } from './press/sheet.ts';
import { renderTemplate } from './template/render.ts';
import type { CalibrationView } from './views/calibration.ts';

export interface CalibrateOptions {
  /** A name such as A4, or width and height in mm as in 390×270; A4 when not given. */
  readonly paper?: string;
  readonly orientation?: 'portrait' | 'landscape';
  /** A case folder whose measured values the page is moved by, to see whether they are right. */
  readonly applied?: string;
  /** Folder of the office's own templates. */
  readonly templates?: string;
  /** The file to write. */
  readonly out: string;
  /** Whether to look for the system's fonts, true when not given. */
  readonly systemFonts?: boolean;
}

export interface CalibrateSummary {
  readonly out: string;
}

/** Writes the page. Errors: `calibrate.paper`, `package.write-failed`, those of the case. */
export async function calibrate(options: CalibrateOptions): Promise<Result<CalibrateSummary>> {
  const { paper: name = 'A4', orientation = 'portrait', applied, templates, out } = options;
  const given = paperOf(name);
  const paper = given && turned(given, orientation);
  if (paper === undefined || !takesRuler(paper)) {
    return { ok: false, messages: [message('calibrate.paper', { actual: name, known: paperNames.join('、') })] };
  }
  const frame = applied === undefined ? undefined : await readFrame(applied);
  if (frame?.ok === false) return frame;
  const loaded = await loadFonts({ system: options.systemFonts ?? true });
  if (!loaded.ok) return loaded;
  const view: CalibrationView = {
    title: '打印机校准页',
    paper: name,
    applied: frame !== undefined,
    ruler: Math.round(rulerLength / mm(1)),
    mark: Math.round(calibrationMark.x / mm(1)),
  };
  const rendered = await renderTemplate('commendation/calibration', view, {
    ...(templates && { overrides: templates }),
  });
  if (!rendered.ok) return rendered;
  const { title, lang, children } = rendered.value;
  const paragraphs = children.filter((block) => block.type === 'paragraph');
  const calibration = frame?.ok ? calibrationOf(frame.value.settings.printer) : null;
  const sheets = [sheetOf(loaded.value, paper, paragraphs)];
  const job = { title, lang, ...paper, sheets, arrangement: onePerPage(paper, { calibration }) };
  const bytes = Buffer.concat([
    ...pressSheets(job, { fonts: loaded.value, date: new Date('2000-01-01T00:00:00Z'), author: '' }),
  ]);
  const messages: Message[] = [...loaded.messages, ...(frame?.messages ?? [])];
  try {
    await mkdir(dirname(out), { recursive: true });
    await writeFile(out, bytes);
  } catch (error) {
    const reason = diskFault(error);
    if (reason === undefined) throw error;
    messages.push(message('package.write-failed', { dir: out, reason }));
  }
  return hasErrors(messages) ? { ok: false, messages } : { ok: true, value: { out }, messages };
}

function sheetOf(fonts: FontSet, paper: Paper, paragraphs: readonly Paragraph[]): Sheet {
  const { lines, figures } = rulersOf(paper);
  const pieces: Piece[] = [{ type: 'lines', of: lines, x: 0, y: 0, end: paper.height }];
  const put = (paragraph: Paragraph, x: number, y: number, width: number, size?: number): number => {
    const style = styleOf(paragraph, 'form');
    const of = layParagraph(fonts, paragraph, size === undefined ? style : atSize(style, size), width);
    pieces.push({ type: 'paragraph', of, x, y, end: y + of.height, copyMark: false });
    return of.height;
  };
  for (const { text, x, y } of figures) {
    put(
      { type: 'paragraph', level: 0, role: 'plain', children: [{ type: 'text', text, role: 'text' }] },
      x,
      y,
      paper.width,
      figureSize,
    );
  }
  const place = calibrationText(paper);
  let { y } = place;
  for (const paragraph of paragraphs) y += put(paragraph, place.x, y, place.width);
  return { pieces };
}
