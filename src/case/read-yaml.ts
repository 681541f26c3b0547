import { type Document, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { type Message, message, type Place, type Result } from '../message.ts';
import { isMisspelling, nearest } from '../nearest.ts';
import { decodeText } from './decode.ts';
import { excerpt } from './mask.ts';
import type { Check } from './schema.ts';
import type { Input } from './types.ts';
import { unconfirmedLines } from './unconfirmed.ts';

export interface YamlFile<T> {
  readonly value: T;
  /** Where a key stands. */
  placeOf(path: Path): Place;
}

type Path = readonly PropertyKey[];

/** A YAML file held against a schema: its value, or everything that is wrong with it, each with its line. */
export function readYaml<T extends z.ZodType>(input: Input, schema: T): Result<YamlFile<z.output<T>>> {
  const text = decodeText(input.bytes, input.path);
  if (!text.ok) return text;
  const lines = new LineCounter();
  const document = parseDocument(text.value, { lineCounter: lines });
  const placeAt = (offset: number): Place => ({ file: input.path, line: Math.max(lines.linePos(offset).line, 1) });
  if (document.errors.length > 0) return { ok: false, messages: syntaxErrors(document, text.value, placeAt) };

  const placeOf = (path: Path) => placeAt(offsetOf(document.contents, path));
  const parsed = schema.safeParse(document.toJS());
  const unconfirmed = unconfirmedLines(text.value, input.path);
  if (parsed.success) return { ok: true, value: { value: parsed.data, placeOf }, messages: unconfirmed };
  return { ok: false, messages: [...schemaErrors(parsed.error.issues, schema, document, placeOf), ...unconfirmed] };
}

/** The first error of each line: one slip makes the parser stumble several times. */
function syntaxErrors(document: Document.Parsed, text: string, placeAt: (offset: number) => Place): Message[] {
  const source = text.split('\n');
  const byLine = new Map(document.errors.toReversed().map((error) => [placeAt(error.pos[0]).line ?? 1, error]));
  return [...byLine]
    .toSorted(([a], [b]) => a - b)
    .map(([line, error]) => {
      const place = { ...placeAt(0), line };
      // A tab is the usual fault, and is not to be seen otherwise.
      const actual = excerpt((source[line - 1] ?? '').trimEnd().replaceAll('\t', '⇥'));
      return error.code === 'DUPLICATE_KEY'
        ? message('case.key-twice', { place, actual })
        : message('case.yaml-syntax', { place, actual });
    });
}

function schemaErrors(
  issues: readonly z.core.$ZodIssue[],
  schema: z.ZodType,
  document: Document.Parsed,
  placeOf: (path: Path) => Place,
): Message[] {
  const messages: Message[] = [];
  const misspelt = new Set<string>();
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys') continue;
    for (const key of issue.keys) {
      const guess = nearest(key, keysAt(schema, issue.path));
      if (isMisspelling(key, guess)) misspelt.add(label([...issue.path, guess]));
      messages.push(message('case.key-unknown', { place: placeOf([...issue.path, key]), key, nearest: guess }));
    }
  }
  for (const issue of issues) {
    const key = label(issue.path) || placeOf([]).file;
    // The misspelt key is the message; that the right one is then missing is only its consequence.
    if (issue.code === 'unrecognized_keys' || misspelt.has(key)) continue;
    const found = document.getIn(issue.path);
    const actual =
      found === undefined || found === null || typeof found === 'object' ? undefined : excerpt(String(found));
    messages.push(
      issueMessage(issue, found, { place: placeOf(issue.path), key, ...(actual !== undefined && { actual }) }),
    );
  }
  return messages.sort((a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0));
}

function issueMessage(
  issue: z.core.$ZodIssue,
  found: unknown,
  facts: { place: Place; key: string; actual?: string },
): Message {
  if (issue.code === 'custom') {
    const { code, ...more } = issue.params as Check;
    return message(code, { ...facts, ...more });
  }
  if ((found === undefined || found === null) && issue.path.length > 0) return message('case.key-missing', facts);
  if (issue.code === 'invalid_value') return message('case.choice', { ...facts, expected: issue.values.join(' / ') });
  if (issue.code === 'invalid_type') return message(typeCode(issue.expected), facts);
  throw new Error(`case.yaml: no message for the issue ${issue.code}`);
}

function typeCode(expected: string) {
  if (expected === 'string') return 'case.not-text';
  if (expected === 'number') return 'case.not-number';
  if (expected === 'boolean') return 'case.not-boolean';
  return expected === 'array' ? 'case.not-list' : 'case.not-group';
}

/** Keys as the user would write the way to them, list items counted from 1: notice.contact.phones.2 */
function label(path: Path): string {
  return path.map((step) => (typeof step === 'number' ? step + 1 : String(step))).join('.');
}

/** Where the last key of a path begins; where it is missing, its nearest ancestor. */
function offsetOf(root: unknown, path: Path): number {
  let node = root;
  let offset = 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (!isScalar(pair?.key)) break;
      offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      const item: unknown = node.items[Number(step)];
      if (!isMap(item) && !isScalar(item) && !isSeq(item)) break;
      offset = item.range?.[0] ?? offset;
      node = item;
    } else break;
  }
  return offset;
}

/** The keys that the schema knows at a path. */
function keysAt(schema: unknown, path: Path): readonly string[] {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)
    return keysAt(schema.unwrap(), path);
  if (schema instanceof z.ZodPipe) return keysAt(schema.in, path);
  if (schema instanceof z.ZodRecord) return keysAt(schema.valueType, path.slice(1));
  if (schema instanceof z.ZodArray) return keysAt(schema.element, path.slice(1));
  if (!(schema instanceof z.ZodObject)) return [];
  const [step, ...rest] = path;
  return step === undefined ? Object.keys(schema.shape) : keysAt(schema.shape[String(step)], rest);
}
