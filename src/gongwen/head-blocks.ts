/** The head of a 公文 in each of its formats (GB/T 9704 7.2 and 10), from the parts that the text has. */
import type { Block, Inline } from '../document/types.ts';
import { paragraph, span } from './node.ts';
import { tidied } from './tidy.ts';
import type { GongwenFormat, Part, PartRole } from './types.ts';

export const headRoles: ReadonlySet<PartRole> = new Set([
  'copy-number',
  'secrecy',
  'urgency',
  'organ',
  'number',
  'order-number',
  'signer',
]);

export function headBlocks(parts: readonly Part[], format: GongwenFormat): readonly Block[] {
  const texts = (role: PartRole) =>
    parts.filter((part) => part.role === role).map((part) => tidied(part.text, true).text);
  const organs = texts('organ');
  const numbers = [...texts('number'), ...texts('order-number')];
  const above = (['copy-number', 'secrecy', 'urgency'] as const).flatMap((role) =>
    texts(role).map((text) => ({ role, text })),
  );
  const red: Block = { type: 'rule', role: 'red' };
  const mark = organs.length > 0 ? [paragraph('organ', markInlines(organs))] : [];
  if (format === 'letter') {
    const [first, ...others] = above;
    const number = numbers[0] ?? '';
    const line =
      first === undefined ? paragraph('number', number) : paragraph('head-number', `${first.text}\t${number}`);
    return [...mark, red, line, ...others.map(({ role, text }) => paragraph(role, text))];
  }
  const lines = above.map(({ role, text }) => paragraph(role, text));
  if (format === 'order') return [...lines, ...mark, ...numbers.map((text) => paragraph('order-number', text))];
  const number = numberBlocks(
    numbers,
    parts.filter((part) => part.role === 'signer').map((part) => part.text),
  );
  return [...lines, ...mark, ...number, ...(mark.length > 0 ? [red] : [])];
}

/** The mark; of a joint paper the organs stand one below the other, and 文件 behind them. */
function markInlines(organs: readonly string[]): readonly Inline[] {
  const [first = '', ...others] = organs;
  if (others.length === 0) return [span(first)];
  const last = others.at(-1) ?? '';
  const suffix = /文\s*件$/.exec(last)?.[0] ?? '';
  const names = [first, ...others.slice(0, -1), last.slice(0, last.length - suffix.length)].filter(
    (name) => name !== '',
  );
  const lines = names.flatMap((name, index): readonly Inline[] =>
    index === 0 ? [span(name)] : [{ type: 'break' }, span(name)],
  );
  return suffix === '' ? lines : [...lines, span(suffix, 'suffix')];
}

/** 发文字号 centred or, on a paper that goes up, at the left with 签发人 at the right: of several lines, the last. */
function numberBlocks(numbers: readonly string[], signers: readonly string[]): readonly Block[] {
  const number = numbers[0] ?? '';
  const others = numbers.slice(1).map((text) => paragraph('number', text));
  if (signers.length === 0) return number === '' ? [] : [paragraph('number', number), ...others];
  const lines = signers.map((text) => {
    const label = /^签\s*发\s*人\s*[:：]\s*/.exec(text)?.[0] ?? '';
    const names = text.slice(label.length).trim().split(/\s+/).join('　');
    return [span(label.replace(/\s+/g, '')), span(names, 'signer')];
  });
  const above = lines.slice(0, -1).map((inlines) => paragraph('signers', inlines));
  return [...above, paragraph('number-signer', [span(`${number}\t`), ...(lines.at(-1) ?? [])]), ...others];
}
