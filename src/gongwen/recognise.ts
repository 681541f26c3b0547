/**
 * Lines → parts of an official text. One pass from the top: head, title, addressee, text, list of annexes, signature,
 * imprint, and the annexes behind; each part is known by its own form and by where it stands.
 */
import { type Message, message } from '../message.ts';
import { annexPartAt } from './annexes.ts';
import { bodyPartAt, settleHeadings } from './body.ts';
import { closingPartsAt, signatureAt } from './closing.ts';
import * as cues from './cues.ts';
import { headParts } from './head.ts';
import type { Finding, Found, Walk } from './part.ts';
import { plainSource } from './plain.ts';
import type { Source } from './source.ts';
import { titleParts } from './title.ts';
import type { DocumentKind, GongwenFormat, OfficialText, Part } from './types.ts';
import { unwrapped } from './wrap.ts';

export interface RecogniseOptions {
  /** What the user says the document is, in place of what its title ends with. */
  readonly kind?: DocumentKind;
}

/** The parts of a plain text. */
export function recogniseText(file: string, text: string, options: RecogniseOptions = {}): OfficialText {
  return recognise(plainSource(file, text), options);
}

/** The parts of a file as it was read (`readSource`). Nothing is left out: the texts of all parts are the text of the file. */
export function recognise(source: Source, options: RecogniseOptions = {}): OfficialText {
  const { lines, messages } = unwrapped(source);
  const findings: Finding[] = [];
  const walk: Walk = { lines, annex: 0, closed: false, findings };
  const parts: Part[] = [];
  let at = 0;
  const take = (found: Found | undefined): boolean => {
    if (found === undefined || found.end === at) return false;
    parts.push(...found.parts);
    at = found.end;
    return true;
  };
  take(headParts(walk));
  take(titleParts(walk, at));
  while (at < lines.length) {
    if (take(annexPartAt(walk, at))) {
      if (parts.at(-1)?.role === 'annex-label') take(titleParts(walk, at));
      continue;
    }
    if (take(signatureAt(walk, at)) || take(closingPartsAt(walk, at, parts))) continue;
    if (walk.closed && take(innerTitle(walk, at))) continue;
    take(bodyPartAt(walk, at, parts));
  }
  const settled = settleHeadings(parts);
  // The mark of an order or of minutes says what a title says.
  const titled = settled.some(
    ({ role, text }) => /title$/.test(role) || (role === 'organ' && cues.kindOf(text) !== null),
  );
  if (!titled && settled.length > 0) findings.push({ code: 'gongwen.no-title', line: settled[0]?.line ?? 1 });
  const kind = options.kind ?? kindOfParts(settled);
  const said = findings.map(({ code, line, ...facts }) =>
    message(code, { place: { file: source.file, line }, line, ...facts }),
  );
  return {
    file: source.file,
    kind,
    format: formatOf(kind, settled, options),
    parts: settled,
    messages: byLine([...messages, ...said]),
  };
}

/** A second text behind the date of the first, which issues it: a plan, a regulation. */
function innerTitle(walk: Walk, at: number): Found | undefined {
  const line = walk.lines[at];
  if (line === undefined || line.rows.length > 0) return undefined;
  const looks =
    line.heading === 1 || (line.text.length <= 60 && !cues.endsSentence(line.text) && !cues.contact.test(line.text));
  if (!looks) return undefined;
  const found = titleParts(walk, at);
  const title = found.parts.find((part) => part.role === 'title');
  if (title === undefined) return undefined;
  walk.closed = false;
  walk.findings.push({ code: 'gongwen.inner-text', line: title.line, title: title.text });
  return found;
}

function kindOfParts(parts: readonly Part[]): DocumentKind | null {
  const title = parts.find((part) => part.role === 'title');
  if (title !== undefined) return cues.kindOf(title.text);
  const organ = parts.find((part) => part.role === 'organ');
  return organ === undefined ? null : cues.kindOf(organ.text);
}

const formats: Readonly<Partial<Record<DocumentKind, GongwenFormat>>> = {
  函: 'letter',
  命令: 'order',
  令: 'order',
  纪要: 'minutes',
};

/** By the kind; a mark that ends with 文件 says that a 函 goes out as a document. */
function formatOf(kind: DocumentKind | null, parts: readonly Part[], { kind: given }: RecogniseOptions): GongwenFormat {
  const mark = parts.find((part) => part.role === 'organ')?.text ?? '';
  if (given === undefined && /文件$/.test(mark)) return 'document';
  return (kind !== null && formats[kind]) || 'document';
}

function byLine(messages: readonly Message[]): readonly Message[] {
  return [...messages].sort((a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0));
}
