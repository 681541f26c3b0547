/** Measures an official document, PDF or DOCX, against GB/T 9704: file in, verdict on each clause out. */
import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { clauses } from '../layout/gbt9704.ts';
import { type Message, message, type Shown } from '../message.ts';
import { baselineOffset, firstLines } from './clauses/page.ts';
import { type ClauseResult, clauseResults } from './clauses.ts';
import { mmPerPoint } from './metrics.ts';
import { findOffice, renderDocx } from './office.ts';
import { measurePdf } from './page.ts';
import { partsOf } from './parts.ts';
import type { MeasuredFormat, Parts, Profile } from './types.ts';

export interface MeasureOptions {
  /** The margin model; recognised from the page where it is not given. */
  readonly profile?: Profile;
  readonly format?: MeasuredFormat;
  /** Path of LibreOffice's program; looked for where it is not given. */
  readonly office?: string;
}

export interface Measurement {
  readonly file: string;
  readonly pages: number;
  readonly profile: Profile;
  readonly format: MeasuredFormat;
  /** By how many mm a length may be off. */
  readonly tolerance: number;
  readonly clauses: readonly ClauseResult[];
  /** `brokenRules` counts what is broken of the clauses that must be kept (规定). */
  readonly summary: {
    readonly kept: number;
    readonly broken: number;
    readonly brokenRules: number;
    readonly unmeasured: number;
  };
}

/** Half a millimetre in a PDF; a DOCX is set by the reader's own program, which rounds and places text in its own way. */
export const tolerances = { pdf: 0.5, docx: 1 } as const;

/** Measures a file. Not ok where a clause that must be kept is broken, or where the file cannot be read. */
export async function measure(path: string, options: MeasureOptions = {}): Promise<Shown<Measurement>> {
  const place = { file: basename(path) };
  const fail = (problem: Message): Shown<Measurement> => ({ ok: false, messages: [problem] });
  const format = extname(path).toLowerCase().slice(1);
  if (format !== 'pdf' && format !== 'docx')
    return fail(message('measure.unknown-type', { place, extension: format || '无扩展名' }));
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await readFile(path));
  } catch (error) {
    return fail(
      message('measure.unreadable', { place, reason: error instanceof Error ? error.message : String(error) }),
    );
  }
  if (format === 'docx') {
    const rendered = await render(bytes, options.office, place);
    if (!(rendered instanceof Uint8Array)) return fail(rendered);
    bytes = rendered;
  }
  const pdf = await measurePdf(bytes);
  if (typeof pdf === 'string') return fail(message(`measure.${pdf}`, { place }));
  const byOffice = pdf.producer.startsWith('LibreOffice');
  return shown(judge(partsOf(pdf.pages, byOffice), byOffice, format, place.file, options), place.file);
}

async function render(
  bytes: Uint8Array,
  given: string | undefined,
  place: { file: string },
): Promise<Uint8Array | Message> {
  const office = findOffice(given);
  if (office === undefined)
    return message('measure.office-missing', { place, actual: given ?? '没有找到 LibreOffice' });
  try {
    return await renderDocx(office, bytes);
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
    return message('measure.office-failed', { place, reason });
  }
}

function judge(
  parts: Parts,
  byOffice: boolean,
  type: keyof typeof tolerances,
  file: string,
  options: MeasureOptions,
): Measurement {
  const profile = options.profile ?? profileOf(parts, byOffice);
  const format = options.format ?? parts.format;
  const tolerance = tolerances[type];
  const results = clauseResults({ parts: { ...parts, format }, profile, byOffice }, tolerance);
  const count = (verdict: ClauseResult['verdict']) => results.filter((one) => one.verdict === verdict).length;
  const brokenRules = results.filter(({ verdict, strength }) => verdict === 'broken' && strength === '规定').length;
  return {
    file,
    pages: parts.pages.length,
    profile,
    format,
    tolerance,
    clauses: results,
    summary: { kept: count('kept'), broken: count('broken'), brokenRules, unmeasured: count('unmeasured') },
  };
}

/** The profile whose upper margin the pages have; with one page only, the one whose pitch the text has. */
function profileOf(parts: Parts, byOffice: boolean): Profile {
  const first = firstLines(parts.lines)[0];
  const nearer = (measured: number, own: number, other: number) =>
    Math.abs(measured - own) < Math.abs(measured - other);
  const ofDisplay =
    first !== undefined
      ? nearer(
          first.baseline - baselineOffset(first, parts.pitch, byOffice),
          clauses.displayTop.value,
          clauses.topMargin.value,
        )
      : nearer(parts.pitch / mmPerPoint, clauses.displayPitch.value, clauses.pitch.value);
  return ofDisplay ? '33476' : '9704';
}

function shown(value: Measurement, file: string): Shown<Measurement> {
  const { brokenRules } = value.summary;
  if (brokenRules === 0) return { ok: true, messages: [], value };
  return { ok: false, messages: [message('measure.broken', { place: { file }, count: brokenRules })], value };
}
