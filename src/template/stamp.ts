/** A template's own text: its tags are checked before any data is there, and stamped with their place. */
import { checkTag } from '../document/check.ts';
import { placeAttribute, placeOf } from '../document/element.ts';
import { readMarkup } from '../document/markup.ts';
import type { Message } from '../message.ts';
import { isBlock, isContent, isMustache, type Program, programsOf } from './syntax.ts';

/** Stands where data will: no character of text. */
const dataMark = '\ufdd3';

/**
 * Adds the place to every opening tag, so that a finding in the output names the line of the template. Changes the program.
 * @param partial its file, where it is not a document's own template
 */
export function stampPlaces(program: Program, partial: string | undefined): void {
  const file = partial === undefined ? '' : `${escapeAttribute(partial)}:`;
  const attribute = (line: number) => `${placeAttribute}="${file}${line}"`;
  for (const node of program.body) {
    if (isContent(node)) {
      const stamped = node.value.replace(/<[a-zA-Z][\w-]*(?=[\s/>])/g, (tag, offset: number) => {
        const line = node.loc.start.line + (node.value.slice(0, offset).match(/\n/g)?.length ?? 0);
        return `${tag} ${attribute(line)}`;
      });
      node.value = stamped;
      // White space around blocks is measured on the original.
      Object.assign(node, { original: stamped });
    } else if (isBlock(node)) {
      for (const part of programsOf(node)) stampPlaces(part, partial);
    }
  }
}

/** Findings about tags and attributes as far as the template itself writes them, in every branch, taken or not. */
export function checkStampedTags(program: Program, file: string): readonly Message[] {
  const messages: Message[] = [];
  readMarkup(flatten(program), {
    open({ name, attributes }) {
      const place = placeOf(attributes.find((one) => one.name === placeAttribute)?.value ?? '', file);
      if (place === undefined || name.includes(dataMark)) return () => undefined;
      const written = attributes.filter(
        (one) => one.name !== placeAttribute && !(one.name + one.value).includes(dataMark),
      );
      const present = attributes.map((one) => one.name);
      return () => messages.push(...checkTag(name, written, place, present));
    },
  });
  return messages;
}

function flatten(program: Program): string {
  return program.body
    .map((node) => {
      if (isContent(node)) return node.value;
      if (isMustache(node)) return dataMark;
      return isBlock(node) ? `${dataMark}${programsOf(node).map(flatten).join(dataMark)}${dataMark}` : '';
    })
    .join('');
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
