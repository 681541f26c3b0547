/** Characters that no document may hold: those that files cannot, and those that make readers see another text. */
import { type Message, message, type Place } from '../message.ts';

/** Not in XML 1.0, so in no Office file, or no characters at all: controls, halves of surrogate pairs, noncharacters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const unfit = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|\p{Surrogate}|\p{Noncharacter_Code_Point}/u;
/** Marks of direction: what follows them is shown in another order than it is stored in, e.g. the digits of an account. */
const direction = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const either = new RegExp(`${unfit.source}|${direction.source}`, 'gu');

const around = 8;

/** A finding for each such character of a text, each once. */
export function checkCharacters(text: string, placeOf: () => Place): readonly Message[] {
  if (text.search(either) < 0) return [];
  const place = placeOf();
  const found = [...new Set(text.match(either))];
  return found.map((character) => {
    const at = text.indexOf(character);
    const shown = visible(text.slice(Math.max(0, at - around), at + character.length + around));
    const facts = { place, character: nameOf(character), actual: nameOf(character), text: shown };
    return message(direction.test(character) ? 'template.direction' : 'template.character', facts);
  });
}

/** A text with those characters named, for messages. */
function visible(text: string): string {
  return text.replace(either, (character) => `[${nameOf(character)}]`);
}

function nameOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
