/** The imprint (版记): 抄送, printer and date of printing. */
import type { Block, Section } from '../document/types.ts';
import { message } from '../message.ts';
import { labelled, paragraph } from './node.ts';
import type { Setting } from './setting.ts';
import { tidied } from './tidy.ts';
import type { Part } from './types.ts';

export function isImprint({ role }: Part): boolean {
  return role === 'copy-to' || role === 'printed';
}

/** The imprint (GB/T 9704 7.4): 抄送, then who printed it and when, between rules; a letter's has neither rules nor printer. */
export function imprintOf(parts: readonly Part[], setting: Setting): Section | undefined {
  const own = parts.filter(isImprint);
  const [first] = own;
  if (first === undefined) return undefined;
  const behind = parts.slice(parts.indexOf(first)).find((part) => !isImprint(part));
  if (behind !== undefined) {
    setting.messages.push(
      message('typeset.moved-to-imprint', { place: { file: setting.file, line: first.line }, line: first.line }),
    );
  }
  const copies = own
    .filter((part) => part.role === 'copy-to')
    .map((part) => labelled('copy-to', tidied(part.text).text, 'hang'));
  const printed = own
    .filter((part) => part.role === 'printed')
    .map((part) => paragraph('printed', printedText(part.text)));
  const rule = (role: 'thick' | 'thin'): Block => ({ type: 'rule', role });
  const plain = setting.format === 'letter';
  const children: readonly Block[] = plain
    ? [...copies, ...printed]
    : [
        rule('thick'),
        ...copies,
        ...(copies.length > 0 && printed.length > 0 ? [rule('thin')] : []),
        ...printed,
        rule('thick'),
      ];
  return { type: 'section', role: 'imprint', name: '', children };
}

/** Organ at the left and date at the right. */
function printedText(text: string): string {
  const found = /^(.*?\S)\s+(\S*\d\s*年.*|[一二][〇○零一二三四五六七八九]{3}年.*)$/.exec(text);
  if (found !== null) return `${found[1]}\t${found[2]?.replace(/\s+/g, '')}`;
  const joined = /^(.*?[^\d\s])(\d{4}年\d{1,2}月\d{1,2}日\s*印\s*发)$/.exec(text);
  return joined === null ? text : `${joined[1]}\t${joined[2]}`;
}
