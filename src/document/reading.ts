/** What the parts of the parser share. */
import { type Message, message, type Place } from '../message.ts';
import type { ElementNode } from './element.ts';
import { isBlank } from './space.ts';
import type { Cell } from './types.ts';

/** What a parse gathers beside the tree. */
export interface Reading {
  readonly messages: Message[];
  readonly groups: Set<string>;
  readonly places: Map<Cell, Place>;
}

/** Text where only elements may stand. In a cell of paragraphs, inline elements beside them count as text. */
export function checkText(element: ElementNode, { messages }: Reading): void {
  for (const child of element.children) {
    const text = 'text' in child ? child.text : ['span', 'br', 'a'].includes(child.name) ? `<${child.name}>` : '';
    if (isBlank(text)) continue;
    const facts = { place: element.place, parent: element.name, actual: text.trim().slice(0, 20) };
    messages.push(message('template.text-misplaced', facts));
    return;
  }
}

export function childElements(element: ElementNode): readonly ElementNode[] {
  return element.children.filter((child): child is ElementNode => 'name' in child);
}

/** The schema has checked the value; where it is not given, the default. */
export function oneOf<T extends string, D>(values: readonly T[], value: string | undefined, otherwise: D): T | D {
  return values.find((one) => one === value) ?? otherwise;
}
