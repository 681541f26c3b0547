/** Tables that the end of a page has cut in two. */
import { message } from '../message.ts';
import { mergeGrid } from './merge.ts';
import type { Setting } from './setting.ts';
import type { Part } from './types.ts';

/**
 * A table that was cut where its page ended goes on with the same head: one table again, whose head is repeated where
 * its new pages begin.
 */
export function joinedTables(parts: readonly Part[], setting: Setting): readonly Part[] {
  const whole: Part[] = [];
  for (const part of parts) {
    const before = whole.at(-1);
    const head = part.rows[0]?.join('\t') ?? '';
    const goesOn =
      part.role === 'table' &&
      before?.role === 'table' &&
      part.spans === undefined &&
      head === before.rows[0]?.join('\t');
    if (!goesOn || before === undefined || mergeGrid(part.rows).headRows !== 1) {
      whole.push(part);
      continue;
    }
    whole.splice(-1, 1, { ...before, rows: [...before.rows, ...part.rows.slice(1)], lastLine: part.lastLine });
    const place = { file: setting.file, line: part.line };
    setting.messages.push(
      message('typeset.head-repeated', { place, line: part.line, actual: part.rows[0]?.join(' ') ?? '' }),
    );
  }
  return whole;
}
