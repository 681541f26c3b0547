/** Official texts made by hand, a part to each line. */
import type { Part, PartRole } from '../../src/gongwen/types.ts';
import { proofread } from '../../src/proof/check.ts';
import type { Finding, ProofText } from '../../src/proof/types.ts';

export type Line = readonly [PartRole, string] | readonly [PartRole, string, number];

/** A text of a line per part; a third entry is the annex in which it stands. */
export function official(lines: readonly Line[]): ProofText {
  const parts = lines.map(([role, text, annex = 0], index): Part => {
    const line = index + 1;
    return { role, text, level: 0, runIn: 0, rows: [], annex, line, lastLine: line };
  });
  const kind = /通知$/.test(lines.find(([role]) => role === 'title')?.[1] ?? '') ? '通知' : null;
  return {
    text: { file: '稿.txt', kind, format: 'document', parts, messages: [] },
    lines: lines.map(([, text]) => text),
  };
}

/** A table of the rows given, cells parted by a stroke, at the end of a text. */
export function withTable({ text, lines }: ProofText, rows: readonly string[], annex = 0): ProofText {
  const line = (lines?.length ?? 0) + 1;
  const table: Part = {
    role: 'table',
    text: '',
    level: 0,
    runIn: 0,
    rows: rows.map((row) => row.split('|')),
    annex,
    line,
    lastLine: line + rows.length - 1,
  };
  const source = rows.map((row) => row.replaceAll('|', '\t'));
  return { text: { ...text, parts: [...text.parts, table] }, lines: [...(lines ?? []), ...source] };
}

/** What is found in one paragraph of body text. */
export function inBody(text: string): readonly Finding[] {
  return proofread(official([['body', text]]));
}

/** `code: found → expected` of each finding. */
export function told(findings: readonly Finding[]): readonly string[] {
  return findings.map(
    (one) => `${one.code.replace('proof.', '')}: ${one.found}${one.expected === null ? '' : ` → ${one.expected}`}`,
  );
}
