/** White space inside a text: what somebody typed to lay it out by hand is left to the layout. */

import { organEnding } from './cues.ts';

const han = '\\p{Script=Han}〇';
const marks = '，。；：！？、（）《》〈〉“”‘’〔〕【】…—';
const number = '[\\d０-９%％‰]';
const space = '[ \\u3000\\u2002\\u2003]+';
/** Room for a serial number to be filled in: 〔2024〕　号. */
const room = `(?!(?<=〕)${space}号)`;
/** Between a Chinese character and a number, and beside a Chinese mark: never a space on paper. */
const beside = new RegExp(
  `(?<=[${han}])${space}(?=[\\d０-９])|(?<=${number})${space}(?=[${han}])|(?<=[${marks}])${room}${space}(?=[${han}${marks}\\d０-９])|(?<=[${han}\\d０-９%％‰])${space}(?=[${marks}])`,
  'gu',
);
/** In a title also between Chinese characters: there it was the end of a line. */
const inTitle = new RegExp(`(?<=[${han}${marks}])${room}${space}(?=[${han}${marks}])`, 'gu');

export interface Tidied {
  readonly text: string;
  /** Stretches of white space taken away. */
  readonly removed: number;
}

export function tidied(text: string, title = false): Tidied {
  let removed = 0;
  const take = () => {
    removed += 1;
    return '';
  };
  const once = text.replace(beside, take);
  if (!title) return { text: once, removed };
  // The names of organs that issue a paper together stand apart: 市公安局 市财政局关于….
  const subject = once.indexOf('关于');
  const kept = (found: string, at: number) => (at < subject && organEnding.test(once.slice(0, at)) ? found : take());
  return { text: once.replace(inTitle, kept), removed };
}
