/** What a new year's case has only taken over from the last: `neibao init` marks it 待确认, and a person takes the mark away. */
import { type Message, message } from '../message.ts';
import { excerpt } from './mask.ts';

/** One warning for each marked line of a YAML file: `date: 2025-12-17 # 待确认：…`. */
export function unconfirmedLines(text: string, file: string): readonly Message[] {
  const messages: Message[] = [];
  const parents: { readonly indent: number; readonly name: string }[] = [];
  for (const [index, source] of text.split('\n').entries()) {
    const [, indent = '', name, rest = ''] = /^([\s-]*)([^\s#:]+)\s*:(?=\s|$)(.*)$/.exec(source.trimEnd()) ?? [];
    if (name === undefined) continue;
    while ((parents.at(-1)?.indent ?? -1) >= indent.length) parents.pop();
    parents.push({ indent: indent.length, name });
    const [, value = '', why] = /^(.*?)\s#.*?待确认[：:]?(.*)$/.exec(rest) ?? [];
    if (why === undefined) continue;
    const key = parents.map((one) => one.name).join('.');
    const actual = excerpt(value.trim());
    const facts = { key, why: why.trim() || '沿用上一年的内容', ...(actual !== '' && { actual }) };
    messages.push(message('case.unconfirmed', { place: { file, line: index + 1 }, ...facts }));
  }
  return messages;
}
